import { expect, test } from 'vitest'
import { newCode, newId, readCode, uuidPattern } from './ids.ts'

test('ids are UUIDs of version 7 in the order of time', () => {
  const early = newId<string>(new Date('2026-11-03T09:00:00Z'))
  const late = newId<string>(new Date('2026-11-03T09:00:01Z'))
  expect(early).toMatch(uuidPattern)
  expect(early[14]).toBe('7')
  expect('89ab').toContain(early[19])
  expect(early < late).toBe(true)
})
test('codes can be read aloud, typed in any way, and never meet', () => {
  const codes = new Set(Array.from({ length: 1000 }, newCode))
  expect(codes.size).toBe(1000)
  const code = newCode()
  expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){6}[2-9A-HJKMNP-TV-Z]{4}$/)
  expect(readCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
  expect(readCode(`${code}2`)).toBeUndefined()
  expect(readCode(code.replace(/.$/, '0'))).toBeUndefined()
})
