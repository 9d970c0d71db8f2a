import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Blobs, diskBlobs, TooLarge } from './blobs.ts'

let folder: string
let blobs: Blobs

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-blobs-'))
  blobs = diskBlobs(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const placeOf = (id: string) => path.join(folder, id.slice(0, 2), id)

describe('stored files', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('come back to the byte: %i bytes', async size => {
    const content = randomBytes(size)
    const written = await blobs.write(Readable.from([content]), 1_000_000)
    expect(written.size_bytes).toBe(size)
    expect(written.sha256).toEqual(createHash('sha256').update(content).digest())
    expect((await buffer(blobs.read(written.id, written.key))).equals(content)).toBe(true)
  })

  test('are not readable on disk', async () => {
    const written = await blobs.write(Readable.from([Buffer.from('Ines Hartwig, Rathausstraße 14')]), 1000)
    expect((await readFile(placeOf(written.id))).includes('Hartwig')).toBe(false)
  })

  test('fail when a byte was changed, a chunk cut off or two were swapped', async () => {
    const written = await blobs.write(Readable.from([randomBytes(200_000)]), 1_000_000)
    const stored = await readFile(placeOf(written.id))
    const chunk = 65_536 + 16
    const swapped = Buffer.concat([
      stored.subarray(0, 7),
      stored.subarray(7 + chunk, 7 + 2 * chunk),
      stored.subarray(7, 7 + chunk),
      stored.subarray(7 + 2 * chunk),
    ])
    const bent = Buffer.from(stored)
    bent[100_000]! ^= 1
    for (const broken of [
      bent,
      swapped,
      stored.subarray(0, 7 + chunk),
      stored.subarray(0, 3),
      stored.subarray(0, -1),
    ]) {
      await writeFile(placeOf(written.id), broken)
      await expect(buffer(blobs.read(written.id, written.key))).rejects.toThrow()
    }
  })

  test('stop at the limit and leave nothing behind', async () => {
    const before = (await readdir(folder, { recursive: true })).filter(name => name.includes('-')).length
    await expect(blobs.write(Readable.from([randomBytes(5000)]), 4999)).rejects.toBeInstanceOf(TooLarge)
    expect((await readdir(folder, { recursive: true })).filter(name => name.includes('-')).length).toBe(
      before,
    )
  })

  test('leave nothing behind when the sender goes away', async () => {
    const source = Readable.from(
      (async function* () {
        yield randomBytes(70_000)
        throw new Error('gone')
      })(),
    )
    await expect(blobs.write(source, 1_000_000)).rejects.toThrow('gone')
    expect((await readdir(folder, { recursive: true })).some(name => name.endsWith('.part'))).toBe(false)
  })

  test('are only found by an id', () => {
    expect(() => blobs.read('../../etc/passwd', randomBytes(32))).toThrow('not a blob id')
  })
})
