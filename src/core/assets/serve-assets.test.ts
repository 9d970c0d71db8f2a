import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetFiles, assetUrl } from './assets.ts'
import { buildAssets } from './build/build-assets.ts'
import { chooseEncoding, serveAssets } from './serve-assets.ts'

let app: FastifyInstance

beforeAll(async () => {
  await buildAssets({ force: false })
  app = Fastify()
  await app.register(serveAssets)
})

afterAll(() => app.close())

const get = (url: string, headers = {}) => app.inject({ url, headers })

describe('serveAssets', () => {
  test('gives a year to every file, with its type and no guessing', async () => {
    for (const { url, type } of Object.values(assetFiles())) {
      const { headers, statusCode } = await get(url)
      expect(statusCode).toBe(200)
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(headers['content-type']).toBe(type)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('sends the smallest form that the browser reads', async () => {
    const url = assetUrl('styles.css')
    const plain = await get(url)
    const br = await get(url, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    const gz = await get(url, { 'accept-encoding': 'gzip' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(gz.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotliDecompressSync(br.rawPayload)).toEqual(plain.rawPayload)
    expect(gunzipSync(gz.rawPayload)).toEqual(plain.rawPayload)
    expect(br.rawPayload.length).toBeLessThan(gz.rawPayload.length)
    expect(br.headers.vary).toBe('accept-encoding')
  })

  test('answers 304 to a browser that has the file, also when asked for the head only', async () => {
    const url = assetUrl('islands.js')
    const { headers } = await get(url)
    expect((await get(url, { 'if-none-match': headers.etag })).statusCode).toBe(304)
    expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(200)
  })

  test.each(['/assets/manifest.json', '/assets/styles.css', '/assets/..%2f..%2fpackage.json', '/assets/'])(
    'knows nothing of %s',
    async url => expect((await get(url)).statusCode).toBe(404),
  )
})

test('a form that the browser refuses is not sent', () => {
  const bodies = { br: Buffer.alloc(1), gzip: Buffer.alloc(1), identity: Buffer.alloc(2) }
  expect(chooseEncoding('br;q=0, gzip', bodies)).toBe('gzip')
  expect(chooseEncoding('BR', bodies)).toBe('br')
  expect(chooseEncoding('br;q=0.0', bodies)).toBe('identity')
  expect(chooseEncoding(undefined, bodies)).toBe('identity')
  expect(chooseEncoding('br, gzip', { identity: bodies.identity })).toBe('identity')
})

test('an unknown name is told together with the known ones', () => {
  expect(() => assetUrl('style.css')).toThrow(/no asset "style.css".*styles\.css/)
})
