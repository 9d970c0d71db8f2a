import type { Keyring } from '#core/crypto/keyring.ts'
import { codeAlphabet } from '#core/ids.ts'

const signs_count = 28

/**
 * The tracking code of what was sent from a draft: always the same, so that a repeated click shows it again, and
 * computed, so that nobody can read it in the database. 28 signs as `newCode` writes them.
 */
export function trackingCode(keyring: Keyring, draft: string): string {
  const base = BigInt(codeAlphabet.length)
  // 256 bits cut down to 137: every code is as likely as any other.
  let rest = BigInt(`0x${keyring.hash('code', `tracking-code ${draft}`).toString('hex')}`)
  let signs = ''
  while (signs.length < signs_count) {
    signs += codeAlphabet[Number(rest % base)]
    rest /= base
  }
  return signs.match(/.{4}/g)!.join('-')
}

/** What the database keeps of a code. */
export function trackingHash(keyring: Keyring, code: string): Buffer {
  return keyring.hash('code', code)
}

/** What the database keeps of the family name; equal names look different in each application. */
export function nameHash(keyring: Keyring, draft: string, name: string): string {
  return keyring.hash('code', `second-factor ${draft} ${plainName(name)}`).toString('hex')
}

const spelled: Readonly<Record<string, string>> = {
  '\u00e4': 'ae',
  '\u00f6': 'oe',
  '\u00fc': 'ue',
  '\u00df': 'ss',
  '\u00f8': 'oe',
  '\u00e6': 'ae',
  '\u0142': 'l',
}

/** A name as people type it somewhere else: without case, accents, hyphens; umlauts as two letters. */
export function plainName(name: string): string {
  const lower = name.normalize('NFC').toLowerCase()
  const written = [...lower].map(sign => spelled[sign] ?? sign).join('')
  return written.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')
}
