import type { Language } from '#core/i18n/languages.ts'
import type { ConflictReason } from './errors.ts'
import { messages } from './messages.ts'

/** What the page says when somebody was faster; it shows the case as it stands now and what was typed. */
export function conflictText(reason: ConflictReason, language: Language): string {
  return messages.in(language)(`conflict.${reason}`)
}
