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

export function readName(typed: string): string {
  return typed.trim().normalize('NFC').replaceAll(/\s+/g, ' ')
}

/** Empty, or letters of any script and what else stands in names. */
export function isName(name: string): boolean {
  return name.length <= 150 && /^[\p{L}\p{M}\p{N} .,'\u2019`\u00b4()-]*$/u.test(name)
}

/** What may be asked for by mail: an account, a new password, another address. */
export type RequestKind = 'register' | 'reset' | 'email'

/** What a request keeps, sealed, until its link is used. */
export interface RequestContent {
  readonly email: string
  readonly language: Language
  /** Slug and own path to go on to. */
  readonly portal?: string | undefined
  readonly back?: string | undefined
  /** Only of `register`. */
  readonly name?: string | undefined
  readonly passwordHash?: string | undefined
}

/** How long a mailed link holds. */
export const linkLife_ms: Readonly<Record<RequestKind, number>> = {
  register: 86_400_000,
  reset: 3_600_000,
  email: 86_400_000,
}
