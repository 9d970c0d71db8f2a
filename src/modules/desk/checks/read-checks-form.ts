import type { RawForm } from '#core/http/page.ts'
import type { CheckAnswer, CheckGroup, RecordedCheck } from '#modules/cases/index.ts'
import { longestText, readText } from '../acts/read-text.ts'

export const resultName = (key: string) => `ergebnis.${key}`
export const noteName = (key: string) => `bemerkung.${key}`

/** Words of the form and what they mean. */
export const checkWords = { ja: 'yes', nein: 'no', entfaellt: 'not_applicable' } as const satisfies Record<
  string,
  CheckAnswer
>
type Word = keyof typeof checkWords

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** What was answered; checks that the form does not ask are not touched. */
export function readChecksForm(
  raw: RawForm,
  groups: readonly CheckGroup[],
): { checks: RecordedCheck[]; tooLong: string[] } {
  const keys = groups.flatMap(group => group.checks.map(check => check.key))
  const checks = keys.flatMap((check): RecordedCheck[] => {
    const word = one(raw[resultName(check)])
    if (!Object.hasOwn(checkWords, word)) return []
    const note = readText(one(raw[noteName(check)])).text
    return [{ check, result: checkWords[word as Word], note: note || undefined }]
  })
  const tooLong = keys.filter(key => one(raw[noteName(key)]).length > longestText)
  return { checks, tooLong }
}
