import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ASSETS_FOLDER, assetFiles } from './assets.ts'
import { ASSETS_PATH, type AssetFile } from './manifest.ts'

type Encoding = 'br' | 'gzip' | 'identity'
interface LoadedAsset {
  type: string
  etag: string
  bodies: Partial<Record<Encoding, Buffer>>
}

/**
 * Fastify plugin: serves the built files from memory under /assets/. Each address holds the hash of its
 * content, so browsers may keep it for a year without asking again.
 *
 *     await app.register(serveAssets)
 */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const loaded = new Map<string, LoadedAsset>()
  for (const file of Object.values(assetFiles())) loaded.set(file.file, await load(file))

  app.get<{ Params: { file: string } }>(`${ASSETS_PATH}:file`, (request, reply) => {
    const asset = loaded.get(request.params.file)
    if (!asset) return reply.callNotFound()
    return send(asset, request, reply)
  })
}

async function load({ file, type, bytes, br }: AssetFile): Promise<LoadedAsset> {
  const read = (ending: string) => readFile(`${ASSETS_FOLDER}${file}${ending}`)
  const bodies: LoadedAsset['bodies'] = { identity: await read('') }
  if (br < bytes) Object.assign(bodies, { br: await read('.br'), gzip: await read('.gz') })
  return { type, etag: `"${file}"`, bodies }
}

function send(asset: LoadedAsset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('etag', asset.etag)
    .header('vary', 'accept-encoding')
    .type(asset.type)
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()

  const encoding = chooseEncoding(request.headers['accept-encoding'], asset.bodies)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(asset.bodies[encoding])
}

/** The smallest form that the browser says it can read; `;q=0` means that it cannot. */
export function chooseEncoding(
  accepted: string | undefined,
  bodies: Partial<Record<Encoding, Buffer>>,
): Encoding {
  const readable = new Set<string>()
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim())
    const refused = parameters.some(text => /^q=0(\.0*)?$/.test(text))
    if (!refused) readable.add(name)
  }
  if (bodies.br && readable.has('br')) return 'br'
  if (bodies.gzip && readable.has('gzip')) return 'gzip'
  return 'identity'
}
