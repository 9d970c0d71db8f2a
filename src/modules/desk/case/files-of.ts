import type { Language } from '#core/i18n/languages.ts'
import type { CaseView } from '#modules/cases/index.ts'
import type { Say } from '../messages.ts'
import { answersIn } from './answers-of.ts'

export type CaseFile = CaseView['documents'][number]

/** What a file answers: the question of the form, a request, or nothing because the office added it. */
export function purposeOf(
  view: CaseView,
  file: CaseFile,
  { t, language }: { t: Say; language: Language },
): string {
  if (file.origin !== 'applicant') return t(`file.${file.origin}`)
  const entries = answersIn(view, language).flatMap(section => section.entries)
  const asked = entries.find(entry => entry.field === file.field)
  if (!asked) return t('file.applicant')
  return asked.item ? `${asked.item}: ${asked.label}` : asked.label
}

/** Whether a browser shows it inside the page. */
export function viewKind({ mediaType }: Pick<CaseFile, 'mediaType'>): 'image' | 'pdf' | undefined {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType === 'image/jpeg' || mediaType === 'image/png' ? 'image' : undefined
}
