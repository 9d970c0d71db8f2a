import { type Language, locale } from './languages.ts'

const zone = 'Europe/Berlin'
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function once<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = cache.get(key)
  if (known) return known as T
  const made = make()
  cache.set(key, made)
  return made
}

/** "3. November 2026". Takes a moment or a calendar day (YYYY-MM-DD). */
export function formatDate(value: Date | string, language: Language): string {
  const tag = locale(language)
  const timeZone = typeof value === 'string' ? 'UTC' : zone
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  const moment = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value
  return once(`date ${tag} ${timeZone}`, () => new Intl.DateTimeFormat(tag, options)).format(moment)
}

/** "03.11.2026", for tables. */
export function formatShortDate(value: Date | string, language: Language): string {
  const tag = locale(language)
  const timeZone = typeof value === 'string' ? 'UTC' : zone
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone } as const
  const moment = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value
  return once(`short ${tag} ${timeZone}`, () => new Intl.DateTimeFormat(tag, options)).format(moment)
}

/** "14:30 Uhr", in English "2:30 pm". */
export function formatTime(value: Date, language: Language): string {
  const english = language === 'en'
  const options = {
    hour: english ? 'numeric' : '2-digit',
    minute: '2-digit',
    hour12: english,
    timeZone: zone,
  } as const
  const text = once(`time ${language}`, () => new Intl.DateTimeFormat(locale(language), options)).format(
    value,
  )
  return english ? text : `${text} Uhr`
}

export function formatDateTime(value: Date, language: Language): string {
  return `${formatDate(value, language)}, ${formatTime(value, language)}`
}

/** "120,00 €"; `cents` is a whole number. */
export function formatMoney(cents: number, language: Language): string {
  const tag = locale(language)
  const format = once(
    `money ${tag}`,
    () => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }),
  )
  return format.format(cents / 100)
}

/** "2,4 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const tag = locale(language)
  const format = once(`bytes ${tag}`, () => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }))
  if (bytes < 1000) return `${format.format(bytes)} Byte`
  return bytes < 1_000_000 ? `${format.format(bytes / 1000)} kB` : `${format.format(bytes / 1_000_000)} MB`
}
