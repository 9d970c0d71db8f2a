import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

const chunk_bytes = 65_536
const tag_bytes = 16
const prefix_bytes = 7

/**
 * STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: the file is sealed in chunks of
 * 64 KiB, each with its number and a mark on the last, so that a chunk that is changed, moved, left out or cut off
 * is noticed before a byte of it is given out. Constant memory for any size.
 */
export function sealStream(key: Buffer): Transform {
  const prefix = randomBytes(prefix_bytes)
  const buffer = new ChunkBuffer(chunk_bytes)
  let index = 0
  const seal = (chunk: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, index++, last))
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  return new Transform({
    construct(done) {
      this.push(prefix)
      done()
    },
    transform(data: Buffer, _encoding, done: TransformCallback) {
      for (const chunk of buffer.add(data)) this.push(seal(chunk, false))
      done()
    },
    flush(done) {
      this.push(seal(buffer.rest(), true))
      done()
    },
  })
}

/** Opens what `sealStream` sealed; the stream fails at the first chunk that is not as it was written. */
export function openStream(key: Buffer): Transform {
  const buffer = new ChunkBuffer(chunk_bytes + tag_bytes)
  let prefix: Buffer = Buffer.alloc(0)
  let index = 0
  const open = (chunk: Buffer, last: boolean) => {
    if (chunk.length < tag_bytes) throw new Error('the stored file is cut off')
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, index++, last))
    decipher.setAuthTag(chunk.subarray(chunk.length - tag_bytes))
    return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - tag_bytes)), decipher.final()])
  }
  const attempt = (work: () => void, done: TransformCallback) => {
    try {
      work()
      done()
    } catch (cause) {
      done(cause as Error)
    }
  }
  return new Transform({
    transform(data: Buffer, _encoding, done: TransformCallback) {
      let rest = data
      if (prefix.length < prefix_bytes) {
        const missing = prefix_bytes - prefix.length
        prefix = Buffer.concat([prefix, data.subarray(0, missing)])
        rest = data.subarray(missing)
      }
      attempt(() => {
        for (const chunk of buffer.add(rest)) this.push(open(chunk, false))
      }, done)
    },
    flush(done) {
      attempt(() => this.push(open(buffer.rest(), true)), done)
    },
  })
}

function nonce(prefix: Buffer, index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  prefix.copy(bytes)
  bytes.writeUInt32BE(index, prefix_bytes)
  bytes[11] = last ? 1 : 0
  return bytes
}

/** Cuts a stream into whole chunks and always keeps the last one back: only the end tells which it is. */
class ChunkBuffer {
  #held: Buffer = Buffer.alloc(0)
  readonly #size: number
  constructor(size: number) {
    this.#size = size
  }
  *add(data: Buffer): Generator<Buffer> {
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data])
    while (this.#held.length > this.#size) {
      yield this.#held.subarray(0, this.#size)
      this.#held = this.#held.subarray(this.#size)
    }
  }
  rest(): Buffer {
    return this.#held
  }
}
