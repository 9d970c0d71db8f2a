import { capture } from './command.ts'
import { failed, type Outcome, PASSED } from './outcome.ts'

interface Finding {
  readonly message: string
  readonly code: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly line: number } }[]
}

interface Report {
  readonly diagnostics: readonly Finding[]
  readonly number_of_files: number
}

// Wrong on purpose: what the test beside this file holds against the tool.
const BROKEN = 'test/architecture/broken'

/** Lint rules that need types. A run that read no file would find nothing: that counts as failed. */
export async function checkLint(): Promise<Outcome> {
  return judge(await lint(['.', '--ignore-pattern', BROKEN]))
}

/** The tool's report on these paths. */
export async function lint(args: readonly string[]): Promise<Report> {
  const { output } = await capture(['oxlint', '--type-aware', '--format', 'json', ...args])
  if (!output.trimStart().startsWith('{')) throw new Error(output)
  return JSON.parse(output) as Report
}

export function judge(report: Report): Outcome {
  if (report.number_of_files === 0) return failed('oxlint read no file')
  if (report.diagnostics.length === 0) return PASSED
  return failed(report.diagnostics.map(tell).join('\n'))
}

function tell({ filename, labels, message, code }: Finding): string {
  return `${filename}:${labels[0]?.span.line ?? 0} ${message} ${code}`
}
