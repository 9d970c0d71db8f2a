import { expect, test } from 'vitest'
import { errorKind } from './error-kind.ts'

test.each([
  [400, 'bad_request'],
  [401, 'sign_in'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'conflict'],
  [413, 'too_large'],
  [429, 'too_many'],
  [500, 'fault'],
])('%i has words of its own', (status, kind) => expect(errorKind(status)).toBe(kind))

test('an error that nobody thought of still has words', () => {
  expect(errorKind(415)).toBe('bad_request')
  expect(errorKind(503)).toBe('fault')
  expect(errorKind(0)).toBe('fault')
})
