import {
  chmodSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyBinaries, stampOf } from './binaries-copy.ts'
import { folder } from './fixture.ts'

function original(): string {
  const native = folder()
  mkdirSync(join(native, 'bin'), { mode: 0o700 })
  writeFileSync(join(native, 'bin/postgres'), 'program', { mode: 0o700 })
  writeFileSync(join(native, 'data'), 'text', { mode: 0o600 })
  writeFileSync(join(native, 'lib.a'), 'only for building')
  return native
}

test('the copy is open to everybody for reading and leaves out what no server needs', () => {
  const cache = join(folder(), 'cache')
  const copy = copyBinaries(original(), [cache])
  expect(readdirSync(copy).sort()).toEqual(['bin', 'data'])
  expect(statSync(join(copy, 'bin/postgres')).mode & 0o777).toBe(0o755)
  expect(statSync(join(copy, 'data')).mode & 0o777).toBe(0o644)
  expect(statSync(copy).mode & 0o777).toBe(0o755)
})

test('a copy is used again, a damaged one is made anew', () => {
  const native = original()
  const cache = join(folder(), 'cache')
  const copy = copyBinaries(native, [cache])
  const { ino } = statSync(copy)
  expect(copyBinaries(native, [cache])).toBe(copy)
  expect(statSync(copy).ino).toBe(ino)
  truncateSync(join(copy, 'bin/postgres'), 0)
  expect(copyBinaries(native, [cache])).toBe(copy)
  expect(stampOf(copy)).toBe(stampOf(native))
  expect(readdirSync(cache)).toHaveLength(1)
})

test('a cache that others may write to, or a link to somewhere else, is passed over', () => {
  const shared = folder()
  chmodSync(shared, 0o777)
  const link = join(folder(), 'link')
  symlinkSync(folder(), link)
  const safe = join(folder(), 'safe')
  expect(copyBinaries(original(), [shared, link, safe])).toContain(safe)
  expect(() => copyBinaries(original(), [shared, link])).toThrow('EACCES')
})
