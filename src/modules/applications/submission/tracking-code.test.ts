import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Keyring } from '#core/crypto/keyring.ts'
import { readCode } from '#core/ids.ts'
import { nameHash, plainName, trackingCode } from './tracking-code.ts'

const keyringOf = (key: string): Keyring => ({
  of: () => Promise.reject(new Error('not needed')),
  csrfKey: undefined as never,
  system: undefined as never,
  hash: (purpose, text) => createHmac('sha256', `${key} ${purpose}`).update(text).digest(),
})
const keyring = keyringOf('master')
const draft = '01935e2b-1111-7000-8000-000000000001'

describe('The tracking code', () => {
  it('is the same each time for one draft, another for another draft or key', () => {
    const code = trackingCode(keyring, draft)
    expect(trackingCode(keyring, draft)).toBe(code)
    expect(readCode(code)).toBe(code)
    expect(trackingCode(keyring, draft.replace(/1$/, '2'))).not.toBe(code)
    expect(trackingCode(keyringOf('other'), draft)).not.toBe(code)
  })

  it('uses every sign about as often', () => {
    const counts = new Map<string, number>()
    for (let index = 0; index < 2000; index++)
      for (const sign of trackingCode(keyring, `draft ${index}`).replaceAll('-', ''))
        counts.set(sign, (counts.get(sign) ?? 0) + 1)
    expect(counts.size).toBe(30)
    const expected = (2000 * 28) / 30
    for (const count of counts.values()) expect(Math.abs(count / expected - 1)).toBeLessThan(0.15)
  })
})

describe('The family name beside it', () => {
  it.each([
    ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'],
    ['Großmann', 'grossmann'],
    ['Élodie Çelik', 'elodie celik'],
    ['von der Heide', 'VonDerHeide'],
    ['Mu\u0308ller', 'Müller'],
  ])('"%s" may be typed "%s"', (given, typed) => {
    expect(plainName(typed)).toBe(plainName(given))
    expect(nameHash(keyring, draft, typed)).toBe(nameHash(keyring, draft, given))
  })

  it('is another for another name, and looks different in each application', () => {
    expect(nameHash(keyring, draft, 'Hartmann')).not.toBe(nameHash(keyring, draft, 'Hartwig'))
    expect(nameHash(keyring, 'another draft', 'Hartwig')).not.toBe(nameHash(keyring, draft, 'Hartwig'))
  })
})
