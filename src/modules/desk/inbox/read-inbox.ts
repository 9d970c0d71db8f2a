import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { StaffId } from '#core/ids.ts'
import { staffNames } from '#modules/accounts/index.ts'
import { type InboxPage, listInbox } from '#modules/cases/index.ts'
import type { DeskServices } from '../services.ts'
import type { InboxView } from './address.ts'

export interface Inbox extends InboxPage {
  readonly people: ReadonlyMap<StaffId, string>
}

/** One page of the inbox with the names of those who work on the cases. */
export async function readInbox(services: DeskServices, scope: Scope, view: InboxView): Promise<Inbox> {
  const { list: filter, sort, direction, search, after } = view
  const page = await listInbox(services, scope, { filter, sort, direction, search, after })
  const ids = page.cases.flatMap(one => one.assignee ?? [])
  const people = await inScope(services.database, scope, db => staffNames(db, scope, ids))
  return { ...page, people }
}
