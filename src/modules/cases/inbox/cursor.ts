import { BadRequest } from '#core/errors.ts'
import { uuidPattern } from '#core/ids.ts'
import type { Cursor, InboxSort } from './model.ts'

const keyPatterns: Readonly<Record<InboxSort, RegExp>> = {
  due: /^(\d{4}-\d{2}-\d{2}|infinity)$/,
  received: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  number: /^[A-Z0-9-]{1,40}$/,
}

/** The place after which the next page begins, as it stands in the address. */
export function writeCursor({ key, id }: Cursor): string {
  return `${key}~${id}`
}

/** @throws BadRequest when somebody wrote the address by hand */
export function readCursor(text: string | undefined, sort: InboxSort): Cursor | undefined {
  if (text === undefined) return undefined
  const [key = '', id = '', ...rest] = text.split('~')
  if (rest.length > 0 || !keyPatterns[sort].test(key) || !uuidPattern.test(id)) throw new BadRequest('cursor')
  return { key, id }
}
