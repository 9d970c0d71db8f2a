import { promisify } from 'node:util'
import zlib from 'node:zlib'

const zstd = promisify(zlib.zstdCompress)
const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** Below this a packet is not filled anyway. */
const worthwhile_bytes = 1400

/** Compresses a page by what the browser takes; small answers stay as they are. */
export async function compress(
  body: string,
  accepted: string | undefined,
): Promise<{ body: Buffer | string; encoding?: string }> {
  if (!accepted || body.length < worthwhile_bytes) return { body }
  const input = Buffer.from(body)
  if (/\bzstd\b/.test(accepted)) {
    return {
      body: await zstd(input, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 3 } }),
      encoding: 'zstd',
    }
  }
  if (/\bbr\b/.test(accepted)) {
    return {
      body: await brotli(input, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }),
      encoding: 'br',
    }
  }
  return /\bgzip\b/.test(accepted) ? { body: await gzip(input, { level: 5 }), encoding: 'gzip' } : { body }
}
