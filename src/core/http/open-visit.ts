import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { freezeScope } from '../db/scope.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import { cookieJar, cookieNames } from './cookies.ts'
import { isToken, makeToken } from './csrf.ts'
import type { ServerOptions } from './server.ts'
import type { Identity, Visit } from './visit.ts'

export interface Opened {
  readonly visit: Visit
  readonly identity: Identity
  readonly isTrusted: (token: unknown) => boolean
}

const year_s = 31_536_000
const nobody: Identity = { scope: {} }

/** Makes the visit of a request: who asks, in which language, with which browser. */
export async function openVisit(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Opened> {
  const names = cookieNames(options.secure)
  const jar = cookieJar(options.secure)
  const sessionId = request.cookies[names.session]
  const identity = (sessionId ? await options.identify(sessionId) : undefined) ?? nobody
  const language = chooseLanguage(request, reply, { jar, name: names.language })
  const browser = browserKey(request, () => jar, { reply, name: names.browser })
  const { csrfKey } = options.keyring
  const binding = () => `${browser()} ${identity.sessionHash ?? ''}`
  const known = request.cookies[names.browser]
  const guestHash = known ? hashBrowser(known) : undefined
  const visit: Visit = {
    services: options.services,
    scope: freezeScope({
      now: options.clock.now(),
      ...identity.scope,
      ...(guestHash ? { guest: guestHash } : {}),
    }),
    identity,
    params: undefined,
    query: undefined,
    form: undefined,
    language,
    url: request.url,
    nonce: randomBytes(16).toString('base64'),
    csrf: () => makeToken(csrfKey, binding()),
    guest: () => hashBrowser(browser()),
    clientHash: options.keyring.hash('attempt', request.ip),
  }
  return { visit, identity, isTrusted: token => known !== undefined && isToken(csrfKey, binding(), token) }
}

/** The browser's cookie: 256 random bits, made when a page first needs it, gone when the browser closes. */
function browserKey(
  request: FastifyRequest,
  jar: () => ReturnType<typeof cookieJar>,
  { reply, name }: { reply: FastifyReply; name: string },
): () => string {
  let value = request.cookies[name]
  if (value !== undefined && !/^[\w-]{43}$/.test(value)) value = undefined
  return () => {
    if (value === undefined) {
      value = randomBytes(32).toString('base64url')
      jar().set(reply, { name, value })
    }
    return value
  }
}

const hashBrowser = (value: string) => createHash('sha256').update(value).digest('hex')

function chooseLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  { jar, name }: { jar: ReturnType<typeof cookieJar>; name: string },
): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.sprache
  if (isLanguage(asked)) {
    if (request.cookies[name] !== asked) jar.set(reply, { name, value: asked, keep_s: year_s })
    return asked
  }
  const kept = request.cookies[name]
  return isLanguage(kept) ? kept : 'de'
}
