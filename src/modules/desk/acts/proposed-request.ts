import type { DeskCaseView } from '#modules/cases/index.ts'

/**
 * Ready sentences of the package for what is missing, in the language in which the applicant wrote; the worker
 * changes them as she likes.
 */
export function proposedRequest({ checks, application }: DeskCaseView): string {
  const missing = checks
    .flatMap(group => group.checks)
    .filter(({ answer, automatic }) => (answer ? answer.result === 'no' : automatic?.result === 'look'))
  const texts = missing.flatMap(({ request }) => request?.[application.language] ?? [])
  return [...new Set(texts)].join('\n\n')
}
