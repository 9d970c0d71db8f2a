import type { Language } from '#core/i18n/languages.ts'
import type { AccountId } from '#core/ids.ts'

/** One resident's account; it serves all portals and authorities. */
export interface Account {
  readonly id: AccountId
  readonly email: string
  readonly name: string | undefined
  readonly language: Language
}

/** As people mean it, however they typed it: the key under which an account is found. */
export function readEmail(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase()
}

/** One `@` with something on both sides and a dot after it; whether it exists, only a mail can tell (RFC 5321). */
export function isEmail(email: string): boolean {
  return (
    email.length <= 254 &&
    /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@."<>(),;:\\[\]]{2,}$/.test(email)
  )
}
