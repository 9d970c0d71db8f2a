import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isOwnOrigin, isToken, makeToken, ownOrigins } from './csrf.ts'

const key = createSecretKey(randomBytes(32))

test('a token holds for its browser and session only', () => {
  const token = makeToken(key, 'browser session')
  expect(isToken(key, 'browser session', token)).toBe(true)
  expect(isToken(key, 'browser other', token)).toBe(false)
  expect(isToken(createSecretKey(randomBytes(32)), 'browser session', token)).toBe(false)
  for (const wrong of [undefined, '', 'x', token.slice(1), [token]])
    expect(isToken(key, 'browser session', wrong)).toBe(false)
})
test('each page shows another token', () => {
  expect(makeToken(key, 'a')).not.toBe(makeToken(key, 'a'))
})
test.each([
  [{}, true],
  [{ origin: 'https://a.example' }, true],
  [{ origin: 'https://b.example' }, false],
  [{ origin: 'null' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://a.example' }, false],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://a.example' }, true],
])('origin %o', (headers, own) => {
  expect(isOwnOrigin(headers, ['https://a.example'])).toBe(own)
})

test('a town has one address, this machine has three names', () => {
  expect(ownOrigins('https://service.leuna.example')).toEqual(['https://service.leuna.example'])
  expect(ownOrigins('http://127.0.0.1:3000')).toEqual([
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])
})
