import type { Data } from '../fact.ts'
import type { ProcessNode } from '../model.ts'

/** What a token took along from the last person, message or effect that moved it. */
export interface Carry {
  /** Outcome of the last task on this path; parallel paths do not see each other's. */
  readonly outcome?: string | undefined
  readonly data: Data
  /** Came from an event that runs beside its activity, so that several at one place are no fault. */
  readonly beside?: boolean | undefined
}

/** A token at rest: something must happen before it moves on. */
export interface Activation {
  /** `node:n`, the n-th time this node was reached: the same in every replay. */
  readonly id: string
  readonly node: ProcessNode
  /** Activation of the sub-process around it; empty at the top. */
  readonly scope: string
  readonly since: string
  readonly carry: Carry
  /** Activity to which this boundary event is attached. */
  readonly host?: string | undefined
  /** Event gateway whose other events fall away with this one. */
  readonly group?: string | undefined
  /** Start of an event sub-process, listening as long as its scope lives. */
  readonly listens?: boolean | undefined
  /** At a gateway where no condition held. */
  readonly stuck?: boolean | undefined
}

/** Boundary events and listeners keep nothing alive by themselves. */
export function keepsAlive(activation: Activation): boolean {
  return activation.host === undefined && !activation.listens
}
