import { createHash } from 'node:crypto'
import { compileFlow } from '#flow/index.ts'
import { PackageError } from './load-package.ts'
import type { PublishedPackage, StoredPackage } from './model.ts'

/** SHA-256 over the JSON with sorted keys: the order of lines in a file does not count. */
export function hashPackage(stored: StoredPackage): string {
  return createHash('sha256').update(canonical(stored)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

/** Opens a version that is no longer on disk. */
export function openStored(stored: StoredPackage, hash: string): PublishedPackage {
  const { service, form, blocks, codelists } = stored
  const compiled = compileFlow(form, { blocks, codelists, parameters: service.parameters ?? {} })
  if ('faults' in compiled) throw new PackageError(`${service.id} ${service.version} no longer compiles`)
  return {
    id: service.id,
    version: service.version,
    dir: '',
    sector: stored.sector,
    service,
    form,
    flow: compiled.flow,
    checks: stored.checks ?? undefined,
    notices: stored.notices,
    noticeBlocks: stored.noticeBlocks,
    walks: [],
    process: stored.process,
    hash,
  }
}
