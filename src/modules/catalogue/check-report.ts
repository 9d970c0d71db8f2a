import { relative } from 'node:path'
import { type FlowFault, faultText, hasFaultText } from '#flow/index.ts'
import de from './check-faults.de.json' with { type: 'json' }
import en from './check-faults.en.json' with { type: 'json' }
import type { PackageFile, Path } from './package-files.ts'

export interface CheckFault {
  /** Relative to the catalogue */
  readonly file: string
  readonly line: number
  readonly code: string
  readonly message: string
  readonly remedy: string
}
export interface CheckReport {
  /** How many service packages were checked */
  readonly packages: number
  readonly errors: readonly CheckFault[]
  readonly warnings: readonly CheckFault[]
}
export type FaultLang = 'de' | 'en'

/** A place in a file of the catalogue. */
export interface Spot {
  readonly file: PackageFile
  readonly path: Path
}

export interface Reporter {
  readonly errors: readonly CheckFault[]
  readonly warnings: readonly CheckFault[]
  error(code: string, spot: Spot, values?: Record<string, string>): void
  warn(code: string, spot: Spot, values?: Record<string, string>): void
  /** Something missing that has no file yet. */
  missing(file: string, values: Record<string, string>): void
}

const texts: Readonly<Record<FaultLang, Readonly<Record<string, readonly string[]>>>> = { de, en }

function textOf(
  code: string,
  values: Readonly<Record<string, string>>,
  lang: FaultLang,
): { message: string; remedy: string } {
  if (hasFaultText(code)) return faultText({ code, values }, lang)
  const fill = (text = code) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const [message, remedy] = texts[lang][code] ?? []
  return { message: fill(message), remedy: fill(remedy) }
}

/** Collects what is found, each thing once. */
export function makeReporter(root: string, lang: FaultLang): Reporter {
  const found = { errors: [] as CheckFault[], warnings: [] as CheckFault[] }
  const seen = new Set<string>()
  const add = (
    kind: 'errors' | 'warnings',
    at: { file: string; line: number },
    what: { code: string; values: Record<string, string> },
  ) => {
    const { message, remedy } = textOf(what.code, what.values, lang)
    const fault = {
      file: relative(root, at.file),
      line: at.line,
      code: what.code,
      message,
      remedy: withoutSuggestion(remedy),
    }
    const key = JSON.stringify(fault)
    if (!seen.has(key)) found[kind].push(fault)
    seen.add(key)
  }
  const place = ({ file, path }: Spot) => ({ file: file.file, line: file.lineOf(path) })
  return {
    ...found,
    error: (code, spot, values = {}) => add('errors', place(spot), { code, values }),
    warn: (code, spot, values = {}) => add('warnings', place(spot), { code, values }),
    missing: (file, values) => add('errors', { file, line: 1 }, { code: 'file_missing', values }),
  }
}

/** "Meant: ?" says nothing; the sentence is left out when no name is alike. */
function withoutSuggestion(remedy: string): string {
  return remedy.replace(/ (Meant|Gemeint): \?/, '')
}

/** Faults of the flow engine, at their lines; those of blocks stand in the block's file. */
export function reportFlowFaults(
  faults: readonly FlowFault[],
  at: { form: PackageFile; blocks: readonly PackageFile[]; reporter: Reporter },
): void {
  for (const { code, values, path, block, severity } of faults) {
    const file =
      block === undefined ? at.form : (at.blocks.find(one => one.file.endsWith(`/${block}.yaml`)) ?? at.form)
    const report = severity === 'error' ? at.reporter.error : at.reporter.warn
    report(code, { file, path }, { ...values })
  }
}
