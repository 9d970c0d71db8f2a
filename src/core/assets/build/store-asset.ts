import { createHash, randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ASSETS_PATH, type AssetFile } from '../manifest.ts'
import { DIST } from './places.ts'

/** A file as the compilers give it: logical name and contents. */
export interface Asset {
  name: string
  content: Uint8Array
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Writes one file under a name that holds its hash, with its compressed forms beside it. */
export async function storeAsset({ name, content }: Asset): Promise<AssetFile> {
  const ending = extname(name)
  const type = TYPES[ending]
  if (!type) throw new Error(`No media type is known for ${name}: add ${ending} to store-asset.ts`)

  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const file = `${name.slice(0, -ending.length)}.${hash}${ending}`
  const facts = { url: ASSETS_PATH + file, file, type, bytes: content.length }
  await write(file, content)
  if (ending === '.woff2') return { ...facts, br: content.length, gz: content.length } // compressed in itself

  const br = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
  const gz = await promisify(gzip)(content, { level: 9 })
  await write(`${file}.br`, br)
  await write(`${file}.gz`, gz)
  return { ...facts, br: br.length, gz: gz.length }
}

async function write(file: string, content: Uint8Array): Promise<void> {
  const draft = join(DIST, `${file}.${randomUUID()}.tmp`)
  await writeFile(draft, content)
  await rename(draft, join(DIST, file))
}
