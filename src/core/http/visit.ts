import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { Scope } from '../db/scope.ts'
import type { Language } from '../i18n/languages.ts'

/** Who may open a page. The route table with this column is the security table. */
export type Audience = 'anyone' | 'resident' | 'staff' | 'operator'

/** What the session says of the visitor; made by the module that owns sessions. */
export interface Identity {
  readonly scope: Pick<Scope, 'tenant' | 'account' | 'staff'>
  readonly sessionHash?: string | undefined
  readonly name?: string | undefined
  readonly portal?: string | undefined
}

/** One request, parsed once. Pages take from it what they need; nothing below a page sees it. */
export interface Visit<Services = unknown, Params = unknown, Query = unknown, Form = unknown> {
  readonly services: Services
  readonly scope: Scope
  readonly identity: Identity
  readonly params: Params
  readonly query: Query
  readonly form: Form
  readonly language: Language
  /** Path with query, as asked. */
  readonly url: string
  readonly nonce: string
  /** Token for the forms of this page; asking for it gives the browser its cookie. */
  csrf(): string
  /** SHA-256 (hex) of the browser's cookie, made when there is none: the owner of a guest's draft. */
  guest(): string
  /** Keyed hash of the client's address, for slowing down guesses; the address itself is not kept. */
  readonly clientHash: Buffer
}

export type Reply =
  | { kind: 'html'; status: number; body: VNode; session?: SessionChange; retryAfter_s?: number }
  | { kind: 'redirect'; to: string; session?: SessionChange }
  | { kind: 'json'; status: number; body: unknown; session?: SessionChange }
  | { kind: 'file'; file: FileReply; session?: SessionChange }

/** A new session id for the browser, or `null`: forget it. */
export type SessionChange = string | null

export interface FileReply {
  readonly body: Buffer | Readable | string
  readonly mediaType: string
  readonly name: string
  /** Shown in the page (own frame only) instead of saved. Only for types that cannot run anything. */
  readonly inline?: boolean
  readonly size?: number
}

/** @param extra `retryAfter_s` goes with 429: when the next try makes sense */
export const html = (body: VNode, status = 200, extra: { retryAfter_s?: number } = {}): Reply => ({
  kind: 'html',
  status,
  body,
  ...extra,
})
export const redirect = (to: string): Reply => ({ kind: 'redirect', to })
export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body })
export const file = (content: FileReply): Reply => ({ kind: 'file', file: content })
export const withSession = (reply: Reply, session: SessionChange): Reply => ({ ...reply, session })
