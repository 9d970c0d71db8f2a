import { join } from 'node:path'
import { checkPackages } from './check-packages.ts'
import type { CheckFault, CheckReport } from './check-report.ts'

const USAGE = `torhaus check [path] [--json] [--lang de|en]

Checks the service packages below a folder (default: catalogue) and tells each fault
with file, line and remedy. Exit code 0 when there are no errors, otherwise 1.`

/** `torhaus check`: the exit code. */
export async function checkCommand(args: string[]): Promise<number> {
  if (args.includes('--help')) return print(USAGE, 0)
  const lang = args[args.indexOf('--lang') + 1] === 'de' && args.includes('--lang') ? 'de' : 'en'
  const path = args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--lang')
  const report = await checkPackages(path ?? join(import.meta.dirname, '../../../catalogue'), lang)
  const code = report.errors.length > 0 ? 1 : 0
  return print(args.includes('--json') ? JSON.stringify(report, null, 2) : readable(report), code)
}

function print(text: string, code: number): number {
  console.log(text)
  return code
}

function readable({ packages, errors, warnings }: CheckReport): string {
  const line = (kind: string) => (fault: CheckFault) =>
    `${kind} ${fault.file}:${fault.line} ${fault.message}\n      → ${fault.remedy}`
  const summary = `${packages} packages, ${errors.length} errors, ${warnings.length} warnings`
  return [...errors.map(line('error')), ...warnings.map(line('warn ')), summary].join('\n')
}
