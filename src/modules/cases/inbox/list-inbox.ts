import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { openHead } from '../load-case.ts'
import { officesOf } from '../policy.ts'
import type { CaseServices } from '../services.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { countInbox, type InboxRow, selectByNumber, selectByWords, selectInbox } from './inbox-store.ts'
import { type InboxCount, type InboxPage, type InboxQuestion, inboxFilters } from './model.ts'
import { typedHashes, typedNumber } from './search-words.ts'

const pageSize = 25
const mostCounted = 1000

/**
 * A page of the inbox of all offices this member of staff works in, with the counts of every filter.
 *
 * @example const page = await listInbox(services, scope, { filter: 'unassigned', sort: 'due' })
 */
export async function listInbox(
  services: CaseServices,
  scope: Scope,
  question: InboxQuestion,
): Promise<InboxPage> {
  const offices = officesOf(scope.staff)
  const keys = await services.keyring.of(scope.tenant!)
  const { rows, counts } = await inScope(services.database, scope, async db => ({
    rows: offices.length > 0 ? await select(services, db, { scope, offices, question }) : [],
    counts: await countInbox(db, scope, { offices, most: mostCounted + 1 }),
  }))
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    cases: shown.map(row => openHead(keys, row)),
    next: rows.length > pageSize && last ? writeCursor({ key: keyOf(last), id: last.id }) : undefined,
    counts: Object.fromEntries(
      inboxFilters.map(filter => [filter, toCount(counts[filter])]),
    ) as InboxPage['counts'],
  }
}

interface Asked {
  readonly scope: Scope
  readonly offices: readonly string[]
  readonly question: InboxQuestion
}

async function select(
  services: CaseServices,
  db: Db,
  { scope, offices, question }: Asked,
): Promise<InboxRow[]> {
  const limit = pageSize + 1
  const search = question.search?.trim()
  if (!search) {
    // What is closed is due no more: its newest come first.
    const asked = question.sort ?? 'due'
    const sort = question.filter === 'closed' && asked === 'due' ? 'received' : asked
    const direction = question.direction ?? (question.filter === 'closed' ? 'desc' : 'asc')
    const after = readCursor(question.after, sort)
    return selectInbox(db, scope, { offices, filter: question.filter, sort, direction, after, limit })
  }
  const number = typedNumber(search)
  if (number)
    return selectByNumber(db, scope, { offices, number, after: readCursor(question.after, 'number'), limit })
  const words = typedHashes(await services.keyring.of(scope.tenant!), search)
  if (words.length === 0) return []
  return selectByWords(db, scope, { offices, words, after: readCursor(question.after, 'received'), limit })
}

function keyOf({ sort_key }: InboxRow): string {
  return sort_key instanceof Date ? sort_key.toISOString() : sort_key
}

function toCount(n: number): InboxCount {
  return { n: Math.min(n, mostCounted), isMore: n > mostCounted }
}
