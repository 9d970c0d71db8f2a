import { constants, inflateSync } from 'node:zlib'

/** Why a PDF is not taken. */
export type PdfDanger = 'active' | 'encrypted' | 'unreadable'

/** Names of what makes a PDF do something when it is opened, or carries other files along (ISO 32000-2). */
const active = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Movie',
  'ImportData',
  'GoToE',
  'XFA',
])

const slash = 0x2f
const longest_name = 127
const max_dictionary_bytes = 4096
const max_packed_bytes = 4_194_304
const max_unpacked_bytes = 33_554_432

/** Bytes that end a name: white space and delimiters (ISO 32000-2 § 7.2.3). */
const ends = new Set([...Buffer.from('\0\t\n\f\r ()<>[]{}/%')])
const streamStart = /stream\r?\n/
const streamEnd = Buffer.from('endstream')

/**
 * Reads a PDF as it streams by and looks for names of active content, everywhere: also inside packed object
 * streams, and written with escapes (`/J#61vaScript`). It takes no notice of the file's own table of contents, which
 * readers interpret differently. What cannot be looked into is refused.
 */
export class PdfScan {
  #rest: Buffer = Buffer.alloc(0)
  #packed: Buffer[] | undefined
  #packed_bytes = 0
  #unpacked_bytes = 0
  #isPackedNext = false
  #danger: PdfDanger | undefined

  push(chunk: Buffer): void {
    if (this.#danger) return
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = this.#read(data, false)
  }

  /** @returns what was found, after the last chunk */
  end(): PdfDanger | undefined {
    if (!this.#danger) this.#read(this.#rest, true)
    if (this.#packed && !this.#danger) this.#unpack()
    return this.#danger
  }

  /** Reads on until more is needed; returns what must be looked at again with the next chunk. */
  #read(data: Buffer, isLast: boolean): Buffer {
    let rest = data
    for (;;) {
      if (this.#danger) return Buffer.alloc(0)
      if (this.#packed) {
        const end = rest.indexOf(streamEnd)
        if (end < 0) return this.#keepPacked(rest, isLast)
        this.#collect(rest.subarray(0, end))
        this.#unpack()
        rest = rest.subarray(end + streamEnd.length)
        continue
      }
      const found = this.#readPlain(rest, isLast)
      if (!found.next) return found.rest
      rest = found.rest
    }
  }

  /** Names up to the next object stream, if there is one. */
  #readPlain(data: Buffer, isLast: boolean): { rest: Buffer; next: boolean } {
    let at = data.indexOf(slash)
    while (at >= 0) {
      const end = endOfName(data, at + 1)
      if (end === undefined && !isLast) return { rest: data.subarray(at), next: false }
      this.#judge(nameOf(data.subarray(at + 1, end ?? data.length)))
      if (this.#danger) return { rest: Buffer.alloc(0), next: false }
      if (this.#isPackedNext) {
        const begin = streamStart.exec(data.toString('latin1', at, at + max_dictionary_bytes))
        // The dictionary of an object stream is short; its data must follow soon.
        if (!begin) {
          if (isLast || data.length - at > max_dictionary_bytes) this.#danger = 'unreadable'
          return { rest: this.#danger ? Buffer.alloc(0) : data.subarray(at), next: false }
        }
        this.#judgeAll(data.subarray(at, at + begin.index))
        this.#isPackedNext = false
        this.#packed = []
        this.#packed_bytes = 0
        return { rest: data.subarray(at + begin.index + begin[0].length), next: true }
      }
      at = data.indexOf(slash, at + 1)
    }
    return { rest: Buffer.alloc(0), next: false }
  }

  #judgeAll(data: Buffer): void {
    for (let at = data.indexOf(slash); at >= 0; at = data.indexOf(slash, at + 1))
      this.#judge(nameOf(data.subarray(at + 1, endOfName(data, at + 1) ?? data.length)))
  }

  #judge(name: string): void {
    if (active.has(name)) this.#danger = 'active'
    else if (name === 'Encrypt') this.#danger ??= 'encrypted'
    else if (name === 'ObjStm') this.#isPackedNext = true
  }

  #keepPacked(data: Buffer, isLast: boolean): Buffer {
    const keep = isLast ? 0 : Math.min(data.length, streamEnd.length - 1)
    this.#collect(data.subarray(0, data.length - keep))
    return data.subarray(data.length - keep)
  }

  #collect(data: Buffer): void {
    this.#packed_bytes += data.length
    if (this.#packed_bytes > max_packed_bytes) this.#danger = 'unreadable'
    else this.#packed?.push(Buffer.from(data))
  }

  #unpack(): void {
    const packed = Buffer.concat(this.#packed ?? [])
    this.#packed = undefined
    if (this.#danger) return
    try {
      const options = {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: max_unpacked_bytes - this.#unpacked_bytes,
      }
      const plain = inflateSync(packed, options)
      this.#unpacked_bytes += plain.length
      this.#judgeAll(plain)
      this.#isPackedNext = false
    } catch {
      // Another filter than Flate, a bomb, or damage: nobody can say what is inside.
      this.#danger = 'unreadable'
    }
  }
}

function endOfName(data: Buffer, from: number): number | undefined {
  const limit = Math.min(data.length, from + longest_name * 3)
  for (let at = from; at < limit; at++) if (ends.has(data[at]!)) return at
  return limit < data.length ? limit : undefined
}

function nameOf(bytes: Buffer): string {
  const written = bytes.toString('latin1')
  if (!written.includes('#')) return written
  return written.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
