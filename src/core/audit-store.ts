import type { Event } from './audit.ts'
import type { Db } from './db/database.ts'
import type { Scope } from './db/scope.ts'

export async function insertEvent(
  db: Db,
  scope: Scope,
  event: Event & { actor: { kind: string; id?: string | undefined } },
): Promise<void> {
  await db
    .insertInto('events')
    .values({
      tenant_id: scope.tenant!,
      at: scope.now,
      name: event.name,
      actor_kind: event.actor.kind,
      actor_id: event.actor.id ?? null,
      subject_id: event.subject,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute()
}
