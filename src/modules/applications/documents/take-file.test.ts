import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Blobs, diskBlobs } from '#core/blobs/blobs.ts'
import { plainFileName } from './file-limits.ts'
import { takeFile } from './take-file.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const limits = { mediaTypes: ['application/pdf', 'image/jpeg'], max_bytes: 80_000_000 }
const chunk_bytes = 65_536
let folder: string
let blobs: Blobs
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'torhaus-files-'))
  blobs = diskBlobs(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const filesLeft = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length

it('takes sixty megabytes without holding them in memory', async () => {
  const chunk = randomBytes(chunk_bytes)
  let most_bytes = 0
  collect()
  const before_bytes = process.memoryUsage().arrayBuffers
  async function* sixtyMegabytes() {
    yield Buffer.from('%PDF-1.7\n')
    for (let sent = 0; sent < 60_000_000; sent += chunk_bytes) {
      if (sent % (32 * chunk_bytes) === 0) {
        // What is still held, without what is only waiting to be collected.
        collect()
        most_bytes = Math.max(most_bytes, process.memoryUsage().arrayBuffers - before_bytes)
      }
      yield Buffer.from(chunk)
    }
  }
  const taken = await takeFile(blobs, { name: 'plan.pdf', body: Readable.from(sixtyMegabytes()) }, limits)
  expect(taken).toMatchObject({ mediaType: 'application/pdf' })
  expect(most_bytes).toBeLessThan(16_000_000)
})

it('leaves nothing behind when the sender breaks off or sends too much', async () => {
  const before = await filesLeft()
  const broken = new Readable({ read() {} })
  broken.push('%PDF-1.7\n')
  setTimeout(() => broken.destroy(), 20)
  await expect(takeFile(blobs, { name: 'x.pdf', body: broken }, limits)).rejects.toThrow()
  const body = Readable.from([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000)])
  const refused = await takeFile(blobs, { name: 'x.pdf', body }, { ...limits, max_bytes: 1000 })
  expect(refused).toEqual({ problem: 'too_large' })
  expect(await filesLeft()).toBe(before)
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Fotos\\Kiefer.jpg', 'Kiefer.jpg'],
  ['foto\u202egpj.exe', 'fotogpj.exe'],
  ['a\r\nSet-Cookie: x', 'aSet-Cookie: x'],
  ['..', 'file'],
  ['', 'file'],
  ['Gu\u0308nther.pdf', 'Günther.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(100)}…${'x'.repeat(15)}.pdf`],
])('keeps the name %j as %j', (given, kept) => {
  expect(plainFileName(given)).toBe(kept)
})
