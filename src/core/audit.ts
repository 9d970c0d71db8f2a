import { insertEvent } from './audit-store.ts'
import type { Db } from './db/database.ts'
import type { Scope } from './db/scope.ts'

/** What happened, in the words of the domain: `case.assigned`. `data` holds ids and choices, never personal data. */
export interface Event {
  readonly name: string
  readonly subject: string
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Writes what happened into the transaction in which it happened: if one is lost, so is the other.
 * @example await recordEvent(db, scope, { name: 'case.assigned', subject: id, data: { to: staff.id } })
 */
export async function recordEvent(db: Db, scope: Scope, event: Event): Promise<void> {
  const actor = scope.staff ? { kind: 'staff', id: scope.staff.id as string } : actorOfResident(scope)
  await insertEvent(db, scope, { ...event, actor })
}

function actorOfResident(scope: Scope): { kind: string; id?: string | undefined } {
  if (scope.account) return { kind: 'resident', id: scope.account }
  return { kind: scope.guest ? 'guest' : 'system' }
}
