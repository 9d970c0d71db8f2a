import { formatDate, formatMoney } from '#core/i18n/format.ts'
import { type Language, locale } from '#core/i18n/languages.ts'
import type { Answer, CompiledField } from '#flow/index.ts'
import { messages } from '../messages.ts'

/** How a placeholder asks for its value: `{decision.fee_cents|money}`. */
export type Form = 'money' | 'date' | 'number'

/** An answer as its field tells it, but as part of a sentence: "a, b und c", "ja". */
export function tellAnswer(field: CompiledField, value: Answer, language: Language): string {
  if (typeof value === 'boolean') return tellValue(value, language)
  if (field.field.type !== 'multichoice') return field.kind.tell(field, value, language)
  const labels = (value as readonly string[]).map(one => field.options.get(one)?.label[language] ?? one)
  return joined(labels, language)
}

/** A value of FEEL as people read it; empty where there is none. */
export function tellValue(value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return tellNumber(value, language)
  if (typeof value === 'boolean') return messages.in(language)(value ? 'value.yes' : 'value.no')
  if (Array.isArray(value))
    return joined(
      value.map(one => tellValue(one, language)).filter(one => one !== ''),
      language,
    )
  const text = String(value)
  return isDay(text) ? formatDate(text, language) : text
}

/** The same in the form the placeholder asks for; what does not fit it is told as it is. */
export function tellAs(form: Form, value: unknown, language: Language): string {
  if (form === 'money' && typeof value === 'number') return formatMoney(value, language)
  if (form === 'number' && typeof value === 'number') return tellNumber(value, language)
  return tellValue(value, language)
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

function tellNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 6 }).format(value)
}

function joined(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(parts)
}
