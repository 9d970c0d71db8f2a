import type { Lang } from './format.ts'

const LOCALE: Readonly<Record<Lang, string>> = { de: 'de-DE', 'de-leicht': 'de-DE', en: 'en-GB' }

const cached = new Map<string, Intl.NumberFormat>()
function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options)
  const format = cached.get(key) ?? new Intl.NumberFormat(LOCALE[lang], options)
  cached.set(key, format)
  return format
}

export function readableNumber(value: number, lang: Lang): string {
  return numberFormat(lang, { maximumFractionDigits: 6 }).format(value)
}

/** Integer cents as "120,00 €". */
export function readableMoney(cents: number, lang: Lang): string {
  return numberFormat(lang, { style: 'currency', currency: 'EUR' }).format(cents / 100)
}

/** "2026-11-03" as "3. November 2026". */
export function readableDate(day: string, lang: Lang): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return date.toLocaleDateString(LOCALE[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** "03-01" as "1. März". */
export function readableMonthDay(monthDay: string, lang: Lang): string {
  const date = new Date(`2000-${monthDay}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return monthDay
  return date.toLocaleDateString(LOCALE[lang], { day: 'numeric', month: 'long', timeZone: 'UTC' })
}

/** 2415919 as "2,4 MB". */
export function readableBytes(bytes: number, lang: Lang): string {
  if (bytes < 1_000_000) return `${readableNumber(Math.max(1, Math.round(bytes / 1000)), lang)} kB`
  return `${readableNumber(Math.round(bytes / 100_000) / 10, lang)} MB`
}
