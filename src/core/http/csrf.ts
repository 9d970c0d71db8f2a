import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'

const tag_bytes = 32

/**
 * A token that only a page we sent to this browser (and this session) can hold. Masked anew in each page,
 * so that compression does not give it away (BREACH).
 */
export function makeToken(key: KeyObject, binding: string): string {
  const tag = createHmac('sha256', key).update(binding).digest()
  const mask = randomBytes(tag_bytes)
  return Buffer.concat([mask, xor(mask, tag)]).toString('base64url')
}

export function isToken(key: KeyObject, binding: string, token: unknown): boolean {
  if (typeof token !== 'string') return false
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * tag_bytes) return false
  const tag = xor(bytes.subarray(0, tag_bytes), bytes.subarray(tag_bytes))
  return timingSafeEqual(tag, createHmac('sha256', key).update(binding).digest())
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ right[index]!))
}

/**
 * Whether the browser says that the request comes from our own pages. Old browsers send neither header:
 * then the token alone decides.
 */
export function isOwnOrigin(
  headers: { origin?: string | undefined; 'sec-fetch-site'?: string | undefined },
  own: readonly string[],
): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || own.includes(headers.origin)
}

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** Our address as browsers write it. On this machine it has several names: whoever types the other one is at home too. */
export function ownOrigins(baseUrl: string): readonly string[] {
  const { origin, hostname, protocol, port } = new URL(baseUrl)
  return loopback.includes(hostname) ? loopback.map(name => `${protocol}//${name}:${port}`) : [origin]
}
