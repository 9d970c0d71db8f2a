import type { FastifyRequest } from 'fastify'
import { BadRequest } from '../errors.ts'
import type { IncomingFile, RawForm, Received } from './page.ts'

/** Bounds of one multipart form; what a field may hold is the flow's to say. */
const uploadLimits = {
  files: 20,
  fields: 200,
  fieldSize: 100_000,
  fileSize: 26_214_400,
  parts: 220,
} as const

/**
 * Reads a multipart form once, in order. The token must stand before the first file, so that nothing is
 * stored for a stranger. Empty file fields (no file chosen) are passed over.
 */
export async function readMultipart(
  request: FastifyRequest,
  isTrusted: (token: unknown) => boolean,
  receive: (file: IncomingFile) => Promise<Received>,
): Promise<{ fields: RawForm; files: Record<string, Received[]> }> {
  const fields: Record<string, string | string[]> = {}
  const files: Record<string, Received[]> = {}
  let trusted = false
  for await (const part of request.parts({ limits: uploadLimits })) {
    if (part.type === 'field') {
      const value = String(part.value)
      if (part.fieldname === '_csrf') trusted = isTrusted(value)
      else if (!isSafeName(part.fieldname)) throw new BadRequest('field name')
      else fields[part.fieldname] = add(fields[part.fieldname], value)
      continue
    }
    if (!trusted) throw new BadRequest('token')
    if (part.filename === '' || part.filename === undefined) {
      part.file.resume()
      continue
    }
    const received = await receive({ field: part.fieldname, name: part.filename, body: part.file })
    // What a handler left unread would stop the form for good.
    part.file.resume()
    files[part.fieldname] = [...(files[part.fieldname] ?? []), received]
  }
  if (!trusted) throw new BadRequest('token')
  return { fields, files }
}

function add(known: string | string[] | undefined, value: string): string | string[] {
  if (known === undefined) return value
  return Array.isArray(known) ? [...known, value] : [known, value]
}

/** `__proto__` and its kin never become keys. */
export function isSafeName(name: string): boolean {
  return /^[a-zA-Z_][\w.-]{0,200}$/.test(name) && !/(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)
}
