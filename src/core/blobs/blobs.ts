import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { uuidPattern } from '../ids.ts'
import { openStream, sealStream } from './sealed-stream.ts'

/** What was written: where, under which key (to be wrapped by the tenant's), how long, which sum, how it begins. */
export interface WrittenBlob {
  readonly id: string
  readonly key: Buffer
  readonly size_bytes: number
  readonly sha256: Buffer
  /** The first 4,100 bytes, enough to tell the type by content. */
  readonly head: Buffer
}

export class TooLarge extends Error {}

/** Stored files, encrypted, each under a key of its own. A file counts only once a row in the database names it. */
export interface Blobs {
  /** @throws TooLarge as soon as the limit is passed; nothing stays behind */
  write(source: Readable, limit_bytes: number): Promise<WrittenBlob>
  read(id: string, key: Buffer): Readable
  remove(id: string): Promise<void>
  /** Ids written before `before`: a job removes those that no row names (a request that died half-way). */
  listOlderThan(before: Date): AsyncGenerator<string>
}

const head_bytes = 4100

/** Files below `<folder>/ab/<id>`, written beside and renamed when whole and flushed to disk. */
export function diskBlobs(folder: string): Blobs {
  const placeOf = (id: string) => {
    if (!uuidPattern.test(id)) throw new Error('not a blob id')
    return path.join(folder, id.slice(0, 2), id)
  }
  return {
    write: (source, limit_bytes) => writeBlob(placeOf, source, limit_bytes),
    read: (id, key) => {
      const opened = openStream(key)
      pipeline(createReadStream(placeOf(id)), opened).catch(cause => opened.destroy(cause as Error))
      return opened
    },
    remove: async id => {
      await rm(placeOf(id), { force: true })
      await rm(`${placeOf(id)}.part`, { force: true })
    },
    listOlderThan: before => listBlobs(folder, before),
  }
}

async function writeBlob(
  placeOf: (id: string) => string,
  source: Readable,
  limit_bytes: number,
): Promise<WrittenBlob> {
  const id = randomUUID()
  const key = randomBytes(32)
  const place = placeOf(id)
  const unfinished = `${place}.part`
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const meter = createMeter(limit_bytes)
  const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await pipeline(source, meter.stream, sealStream(key), target)
    await rename(unfinished, place)
    await syncFolder(path.dirname(place))
  } catch (cause) {
    if (!target.closed) await once(target, 'close')
    await rm(unfinished, { force: true })
    throw cause
  }
  return { id, key, ...meter.result() }
}

function createMeter(limit_bytes: number) {
  const sum = createHash('sha256')
  const head: Buffer[] = []
  let size_bytes = 0
  const stream = new Transform({
    transform(data: Buffer, _encoding, done) {
      if (size_bytes < head_bytes) head.push(data.subarray(0, head_bytes - size_bytes))
      size_bytes += data.length
      sum.update(data)
      done(size_bytes > limit_bytes ? new TooLarge() : null, data)
    },
  })
  return { stream, result: () => ({ size_bytes, sha256: sum.digest(), head: Buffer.concat(head) }) }
}

/** The new name itself must survive a power cut, not only the bytes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* listBlobs(folder: string, before: Date): AsyncGenerator<string> {
  for (const part of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(path.join(folder, part))) {
      const found = await stat(path.join(folder, part, name)).catch(() => undefined)
      if (found && found.mtime < before) yield name.replace(/\.part$/, '')
    }
  }
}
