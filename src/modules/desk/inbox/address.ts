import { z } from 'zod'
import type { InboxFilter, InboxSort } from '#modules/cases/index.ts'
import { deskUrls } from '../urls.ts'

/** Words of the address, as staff read and bookmark them. */
const listNames = {
  all: 'offen',
  unassigned: 'unzugewiesen',
  mine: 'meine',
  waiting: 'wartet',
  overdue: 'ueberfaellig',
  closed: 'abgeschlossen',
} as const satisfies Record<InboxFilter, string>
const sortNames = { due: 'frist', received: 'eingang', number: 'nummer' } as const satisfies Record<
  InboxSort,
  string
>
const directionNames = { asc: 'auf', desc: 'ab' } as const

const values = <T extends string>(names: Readonly<Record<string, T>>) => z.enum(Object.values(names))

export const inboxQuery = z.object({
  liste: values(listNames).optional(),
  sortierung: values(sortNames).optional(),
  richtung: values(directionNames).optional(),
  suche: z.string().max(200).optional(),
  nach: z.string().max(120).optional(),
})

/** What the address asks for. */
export interface InboxView {
  readonly list: InboxFilter
  readonly sort: InboxSort
  readonly direction: 'asc' | 'desc'
  readonly search: string | undefined
  readonly after: string | undefined
}

const keyOf = <K extends string>(names: Readonly<Record<K, string>>, value: string): K =>
  (Object.keys(names) as K[]).find(key => names[key] === value)!

export function readInboxView(query: z.output<typeof inboxQuery>): InboxView {
  const list = keyOf(listNames, query.liste ?? listNames.all)
  // What is closed is due no more: its newest come first.
  const isClosed = list === 'closed'
  const sort = query.sortierung ? keyOf(sortNames, query.sortierung) : isClosed ? 'received' : 'due'
  const direction = query.richtung ? keyOf(directionNames, query.richtung) : isClosed ? 'desc' : 'asc'
  return { list, sort, direction, search: query.suche?.trim() || undefined, after: query.nach }
}

/** The address of a list; only what differs from the usual is said in it. */
export function inboxUrl(view: Partial<InboxView>): string {
  const parameters = new URLSearchParams()
  if (view.list && view.list !== 'all') parameters.set('liste', listNames[view.list])
  if (view.sort) parameters.set('sortierung', sortNames[view.sort])
  if (view.direction) parameters.set('richtung', directionNames[view.direction])
  if (view.search) parameters.set('suche', view.search)
  if (view.after) parameters.set('nach', view.after)
  const query = parameters.toString()
  return query ? `${deskUrls.inbox}?${query}` : deskUrls.inbox
}
