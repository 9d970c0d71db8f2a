import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Blobs, WrittenBlob } from '#core/blobs/blobs.ts'
import type { FileLimits, FileProblem } from './file-limits.ts'
import { PdfScan } from './pdf-scan.ts'

/** A file that may be kept. */
export interface ExaminedFile {
  readonly mediaType: string
  readonly blob: WrittenBlob
}

// Two pictures at a time keep memory within bounds; a third waits.
sharp.concurrency(1)
sharp.cache(false)
const places = { free: 2, waiting: [] as (() => void)[] }
const max_pixels = 120_000_000
const max_side = 10_000
const quality = 90

/**
 * Looks at what is in a stored file, whatever its name says. Photos are drawn anew, so that neither the place where
 * they were taken nor anything hidden in them stays; the first blob is then gone.
 *
 * @returns the problem when it may not be kept; the blob is then removed
 */
export async function examineFile(
  blobs: Blobs,
  blob: WrittenBlob,
  limits: FileLimits,
): Promise<ExaminedFile | FileProblem> {
  const result = await examine(blobs, blob, limits).catch(async (cause: unknown) => {
    await blobs.remove(blob.id)
    throw cause
  })
  if ('problem' in result || result.blob.id !== blob.id) await blobs.remove(blob.id)
  return result
}

async function examine(
  blobs: Blobs,
  blob: WrittenBlob,
  limits: FileLimits,
): Promise<ExaminedFile | FileProblem> {
  if (blob.size_bytes === 0) return { problem: 'empty' }
  const mediaType = (await fileTypeFromBuffer(blob.head))?.mime
  if (!mediaType || !limits.mediaTypes.includes(mediaType)) return { problem: 'type' }
  if (mediaType === 'application/pdf') {
    const danger = await scanPdf(blobs, blob)
    return danger ? { problem: `pdf_${danger}` } : { mediaType, blob }
  }
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return { mediaType, blob }
  const drawn = await inTurn(() => drawAnew(blobs, blob, mediaType))
  return drawn ? { mediaType, blob: drawn } : { problem: 'damaged' }
}

async function scanPdf(blobs: Blobs, blob: WrittenBlob) {
  const scan = new PdfScan()
  for await (const chunk of blobs.read(blob.id, blob.key)) scan.push(chunk as Buffer)
  return scan.end()
}

async function drawAnew(
  blobs: Blobs,
  blob: WrittenBlob,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<WrittenBlob | undefined> {
  const upright = sharp({ limitInputPixels: max_pixels, sequentialRead: true, failOn: 'error' })
    .autoOrient()
    .resize({ width: max_side, height: max_side, fit: 'inside', withoutEnlargement: true })
  const drawn =
    mediaType === 'image/jpeg' ? upright.jpeg({ quality, chromaSubsampling: '4:4:4' }) : upright.png()
  const source = blobs.read(blob.id, blob.key)
  source.on('error', cause => drawn.destroy(cause))
  try {
    return await blobs.write(source.pipe(drawn), Number.MAX_SAFE_INTEGER)
  } catch (cause) {
    if (isPictureFault(cause)) return undefined
    throw cause
  } finally {
    source.destroy()
  }
}

/** What sharp says of a picture that is cut off, damaged or far too large; a full disk is another matter. */
function isPictureFault(cause: unknown): boolean {
  return cause instanceof Error && !('code' in cause && typeof cause.code === 'string')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (places.free > 0) places.free -= 1
  else await new Promise<void>(resolve => places.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = places.waiting.shift()
    if (next) next()
    else places.free += 1
  }
}
