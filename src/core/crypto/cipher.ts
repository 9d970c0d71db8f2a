import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

const nonce_bytes = 12
const tag_bytes = 16

/**
 * AES-256-GCM: nonce ‖ tag ‖ ciphertext. `context` (table, column, tenant, row) is authenticated with it,
 * so that a sealed value moved to another row or tenant does not open.
 */
export function encrypt(key: KeyObject | Buffer, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonce_bytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws Error when key, context or a single bit differ */
export function decrypt(key: KeyObject | Buffer, context: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonce_bytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(nonce_bytes, nonce_bytes + tag_bytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonce_bytes + tag_bytes)), decipher.final()])
}

/** A key of its own for one purpose (RFC 5869), so that no key serves two. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `torhaus ${purpose}`, 32))
}
