import type { Block, Codelist, FormDefinition } from '#flow/index.ts'
import type { ChecksDefinition, ServiceDefinition, ServicePackage } from './load-format.ts'

/** A package as it is published: everything it needs, so that it opens unchanged years later. */
export interface StoredPackage {
  readonly sector: string
  readonly service: ServiceDefinition
  readonly form: FormDefinition
  readonly blocks: Readonly<Record<string, Block>>
  readonly codelists: Readonly<Record<string, Codelist>>
  readonly checks: ChecksDefinition | null
  readonly notices: Readonly<Record<string, unknown>>
  readonly noticeBlocks: unknown
  /** The BPMN text of the process that the service names. */
  readonly process: string
}

/** A package with the process it runs on. */
export interface PublishedPackage extends ServicePackage {
  readonly process: string
  /** SHA-256 (hex) over the stored package: two with the same hash are the same to the letter. */
  readonly hash: string
}
