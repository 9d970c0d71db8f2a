import type { FastifyReply } from 'fastify'

/** Where beside our own origin pictures may come from: the configured map tiles. */
export interface HeaderOptions {
  readonly secure: boolean
  readonly tileOrigin?: string | undefined
}

/** CSP Level 3: nothing is allowed that a page does not need (reference ASVS 5.0 V3.4). */
export function contentSecurityPolicy(nonce: string, options: HeaderOptions): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    // KERN draws its icons as data: masks.
    `img-src 'self' data:${options.tileOrigin ? ` ${options.tileOrigin}` : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** For files: nothing may run; only our own pages may frame them for a preview. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"
/** Chromium shows no PDF inside a sandboxed frame; a PDF runs no script of our origin. */
const pdfPolicy =
  "default-src 'none'; object-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
/** For what is no page: nothing is loaded, sent or framed. */
const barePolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

export function setHeaders(reply: FastifyReply, options: HeaderOptions): void {
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'same-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-resource-policy', 'same-origin')
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()')
  reply.header('content-security-policy', barePolicy)
  reply.header('cache-control', 'no-store')
  if (options.secure) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
}

export function setFileHeaders(reply: FastifyReply, mediaType: string): void {
  reply.header('content-security-policy', mediaType === 'application/pdf' ? pdfPolicy : filePolicy)
}
