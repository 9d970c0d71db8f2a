import { createHash } from 'node:crypto'
import type { Db } from '#core/db/database.ts'
import { type ProcessModel, readProcess } from '#process/index.ts'
import { findProcessText } from './process-store.ts'

/** A few dozen processes serve all cases of an installation. */
const kept = new Map<string, ProcessModel>()
const mostKept = 200

export function hashOfProcess(bpmn: string): Buffer {
  return createHash('sha256').update(bpmn).digest()
}

/** Reads a process text once. @throws when it cannot run; `torhaus check` says so before a service is published */
export async function modelOf(bpmn: string): Promise<ProcessModel> {
  const key = hashOfProcess(bpmn).toString('hex')
  const known = kept.get(key)
  if (known) return known
  const model = await readProcess(bpmn)
  if (Array.isArray(model))
    throw new Error(`process cannot run: ${model.map(fault => fault.code).join(', ')}`)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, model)
  return model
}

/** The process a case began on, whatever the catalogue says today. */
export async function modelByHash(db: Db, hash: Buffer): Promise<ProcessModel> {
  const known = kept.get(hash.toString('hex'))
  if (known) return known
  const bpmn = await findProcessText(db, hash)
  if (bpmn === undefined) throw new Error(`no process ${hash.toString('hex')}`)
  return modelOf(bpmn)
}
