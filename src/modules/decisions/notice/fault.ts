import type { Language } from '#core/i18n/languages.ts'
import { messages } from '../messages.ts'

/**
 * Why a notice cannot be sent yet. A preview is made all the same: it is where the case worker sees what is missing.
 *
 * - `empty`: a chosen text names something that has no value.
 * - `operative`: nothing is decided (§ 37 Abs. 1 VwVfG).
 * - `remedy`: what the remedy instruction needs is not known of this authority (§ 37 Abs. 6 VwVfG).
 * - `written_form`: written form is ordered and no seal is at hand (§ 3a Abs. 3 Nr. 3 VwVfG).
 * - `address`: it has to go by post, and there is no address.
 */
export type NoticeFault =
  | { readonly code: 'empty'; readonly name: string; readonly part: NoticePart; readonly text?: string }
  | { readonly code: 'operative' | 'remedy' | 'written_form' | 'address' }

/** `text` of a fault is the label of the condition, reason or hint in which it lies. */
export type NoticePart =
  | 'title'
  | 'subject'
  | 'salutation'
  | 'summary'
  | 'lead'
  | 'operative'
  | 'conditions'
  | 'reasons'
  | 'fee'
  | 'hints'

/** A fault as the case worker reads it. */
export function faultText(fault: NoticeFault, language: Language): string {
  const t = messages.in(language)
  if (fault.code !== 'empty') return t(`fault.${fault.code}`)
  const part = t(`part.${fault.part}`)
  const place = fault.text ? t('fault.place', { part, text: fault.text }) : part
  return t('fault.empty', { place, name: fault.name })
}

/** The same gap in several languages or rows is one fault. */
export function unlike(faults: readonly NoticeFault[]): NoticeFault[] {
  return [...new Map(faults.map(fault => [JSON.stringify(fault), fault])).values()]
}
