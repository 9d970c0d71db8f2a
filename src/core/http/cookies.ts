import type { FastifyReply } from 'fastify'

/**
 * `__Host-` binds a cookie to exactly this host and to TLS. Browsers refuse the prefix over plain HTTP,
 * so only the demo on loopback uses plain names.
 */
export function cookieNames(secure: boolean): { session: string; browser: string; language: string } {
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}torhaus-session`,
    browser: `${prefix}torhaus-browser`,
    language: `${prefix}torhaus-language`,
  }
}

export interface CookieJar {
  set(reply: FastifyReply, cookie: { name: string; value: string; keep_s?: number }): void
  clear(reply: FastifyReply, name: string): void
}

export function cookieJar(secure: boolean): CookieJar {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    set: (reply, { name, value, keep_s }) => {
      reply.setCookie(name, value, { ...attributes, ...(keep_s ? { maxAge: keep_s } : {}) })
    },
    clear: (reply, name) => {
      reply.clearCookie(name, attributes)
    },
  }
}
