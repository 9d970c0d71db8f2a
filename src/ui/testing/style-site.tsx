import Fastify from 'fastify'
import { assetUrl, serveAssets } from '#core/assets/index.ts'
import { renderDocument } from '../page/page.tsx'
import { StylePage } from '../style-page/style-page.tsx'

export const NONCE = 'c3R5bGUtcGFnZQ=='

/** The policy of the portal itself, so that a component which needs more fails here first. */
export const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const TILE = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#dfe8d8" stroke="#9a9" d="M0 0h256v256H0z"/></svg>`

export interface StyleSite {
  /** The style page, and the same without any script. */
  url: string
  plainUrl: string
  close(): Promise<void>
}

/** The style page on a loopback port, with the portal's security policy and map tiles drawn here. */
export async function startStyleSite(): Promise<StyleSite> {
  const app = Fastify()
  await app.register(serveAssets)
  app.get('/stil', (_, reply) =>
    reply.headers(HEADERS).send(stylePage([assetUrl('islands.js'), assetUrl('map.js')])),
  )
  app.get('/stil-ohne-skript', (_, reply) => reply.headers(HEADERS).send(stylePage([])))
  app.get('/karte/:z/:x/:y', (_, reply) => reply.type('image/svg+xml').send(TILE))
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `${origin}/stil`, plainUrl: `${origin}/stil-ohne-skript`, close: () => app.close() }
}

const HEADERS = { 'content-security-policy': POLICY, 'content-type': 'text/html; charset=utf-8' }

function stylePage(scripts: string[]): string {
  return renderDocument(
    <StylePage
      styles={[assetUrl('styles.css'), assetUrl('map.css')]}
      scripts={scripts}
      logo={assetUrl('torhaus.svg')}
      nonce={NONCE}
    />,
  )
}
