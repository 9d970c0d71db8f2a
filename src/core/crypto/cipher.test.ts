import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decrypt, deriveKey, encrypt } from './cipher.ts'

const key = randomBytes(32)

test('opens what it sealed', () => {
  expect(
    decrypt(key, 'drafts.answers 1', encrypt(key, 'drafts.answers 1', Buffer.from('Kiefer'))).toString(),
  ).toBe('Kiefer')
})
test('does not open in another row, with another key or after a flipped bit', () => {
  const sealed = encrypt(key, 'drafts.answers 1', Buffer.from('Kiefer'))
  expect(() => decrypt(key, 'drafts.answers 2', sealed)).toThrow()
  expect(() => decrypt(randomBytes(32), 'drafts.answers 1', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at++) {
    const bent = Buffer.from(sealed)
    bent[at]! ^= 1
    expect(() => decrypt(key, 'drafts.answers 1', bent)).toThrow()
  }
})
test('derives another key for each purpose', () => {
  expect(deriveKey(key, 'csrf').equals(deriveKey(key, 'code'))).toBe(false)
  expect(deriveKey(key, 'csrf').equals(deriveKey(key, 'csrf'))).toBe(true)
})
