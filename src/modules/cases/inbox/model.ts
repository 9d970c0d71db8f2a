import type { CaseHead } from '../model.ts'

export const inboxFilters = ['unassigned', 'mine', 'waiting', 'overdue', 'all', 'closed'] as const
/** `all` are all that are not closed; `waiting` those that wait for the applicant. */
export type InboxFilter = (typeof inboxFilters)[number]

export const inboxSorts = ['due', 'received', 'number'] as const
export type InboxSort = (typeof inboxSorts)[number]

/** What a page of the desk asks for. */
export interface InboxQuestion {
  readonly filter: InboxFilter
  readonly sort?: InboxSort | undefined
  readonly direction?: 'asc' | 'desc' | undefined
  /** Beginning of a file number, or words; over open and closed cases, the newest first. */
  readonly search?: string | undefined
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** A count stops at a thousand: more is told as "more than 1,000" instead of counting for seconds. */
export interface InboxCount {
  readonly n: number
  readonly isMore: boolean
}

export interface InboxPage {
  readonly cases: readonly CaseHead[]
  /** Put into the address of the next page; missing on the last one. */
  readonly next?: string | undefined
  readonly counts: Readonly<Record<InboxFilter, InboxCount>>
}

/** The place of the last row: the value it is sorted by and its id. */
export interface Cursor {
  readonly key: string
  readonly id: string
}
