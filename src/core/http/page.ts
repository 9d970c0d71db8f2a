import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Audience, Reply, Visit } from './visit.ts'

/** Raw fields of a form whose questions are data (a service package): checked by the flow engine. */
export type RawForm = Readonly<Record<string, string | string[] | undefined>>

/** A file as it streams in; `read` before the next part is handled. */
export interface IncomingFile {
  readonly field: string
  readonly name: string
  readonly body: Readable
}

/** What a page's `receive` made of a file: put into the form under the field's name. */
export type Received = unknown

/**
 * One route. Path, audience, audit name and parsers are compulsory: a page without them does not compile.
 *
 * @example
 * export const servicePage = page({
 *   method: 'GET', path: '/:portal/leistungen/:service', audience: 'anyone', audit: 'service.viewed',
 *   params: z.strictObject({ portal: slug, service: slug }),
 *   handle: async visit => html(<ServiceView … />),
 * })
 */
export interface Page<
  Services = unknown,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  F extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly audience: Audience
  /** `noun.verb` for log, metrics and audit. */
  readonly audit: string
  readonly params: P
  readonly query?: Q
  /** Compulsory for POST. */
  readonly form?: F
  /** Turns the page's form into multipart; called for each file while it streams. */
  readonly receive?: (
    visit: Visit<Services, z.output<P>, z.output<Q>, undefined>,
    file: IncomingFile,
  ) => Promise<Received>
  readonly handle: (visit: Visit<Services, z.output<P>, z.output<Q>, z.output<F>>) => Promise<Reply> | Reply
}

/** A page of any shape, as the server lists them. */
// biome-ignore lint/suspicious/noExplicitAny: parsers and handler of one page agree among themselves; a list cannot say how
export type AnyPage = Page<any, any, any, any>

export function page<Services, P extends z.ZodType, Q extends z.ZodType, F extends z.ZodType>(
  definition: Page<Services, P, Q, F>,
): Page<Services, P, Q, F> {
  if (definition.method === 'POST' && !definition.form)
    throw new Error(`${definition.path}: a POST page needs a form parser`)
  return definition
}
