import { CommandRefusal } from '../errors.ts'
import de from './messages.de.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }

export type RefusalKey = keyof typeof de
export type RefusalValues = Record<string, string | number>

/**
 * Why the embedded database does not run here, in words an operator can act on.
 * It speaks German and English at once: at this point nobody has chosen a language yet.
 */
export class PostgresRefusal extends CommandRefusal {
  readonly key: RefusalKey
  readonly values: RefusalValues

  constructor(key: RefusalKey, values: RefusalValues) {
    super(`${fill(de[key], values)}\n${fill(en[key], values)}`)
    this.name = 'PostgresRefusal'
    this.key = key
    this.values = values
  }
}

function fill(text: string, values: RefusalValues): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`))
}

/** The code of a file system or process error (`EACCES`), or its words where it has none. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** True where a file system or process error carries one of the codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
