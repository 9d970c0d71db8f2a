import { randomBytes } from 'node:crypto'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** Slug of an authority, for example `leuna`. */
export type TenantId = Id<'tenant'>
export type AccountId = Id<'account'>
export type StaffId = Id<'staff'>
export type DraftId = Id<'draft'>
export type ApplicationId = Id<'application'>
export type CaseId = Id<'case'>
export type DecisionId = Id<'decision'>
export type NoticeId = Id<'notice'>
export type DocumentId = Id<'document'>
export type MessageId = Id<'message'>

/**
 * A new UUID version 7 (RFC 9562 § 5.7): ordered by time, 74 random bits.
 * @example const id = newId<CaseId>(new Date())
 */
export function newId<T extends string>(now: Date): T {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Without 0/O, 1/I/L and U, so that nothing is mistaken when it is read aloud. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A code that a person can read aloud and type: 28 signs of 30 (137 bits), in groups of four.
 * Without 0/O, 1/I/L and U, so that nothing is mistaken.
 */
export function newCode(): string {
  let signs = ''
  while (signs.length < 28) {
    for (const byte of randomBytes(32)) {
      if (byte < 240 && signs.length < 28) signs += codeAlphabet[byte % 30]
    }
  }
  return signs.match(/.{4}/g)!.join('-')
}

/** What someone typed, as `newCode` writes it; `undefined` when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  if (signs.length !== 28 || [...signs].some(sign => !codeAlphabet.includes(sign))) return undefined
  return signs.match(/.{4}/g)!.join('-')
}
