import { timingSafeEqual } from 'node:crypto'
import { inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { type ApplicationId, readCode, type TenantId } from '#core/ids.ts'
import { countAttempt } from '#core/throttle-store.ts'
import type { ApplicationServices } from '../services.ts'
import { nameHash, trackingHash } from '../submission/tracking-code.ts'
import { findByTrackingHash, grantAccess } from './access-store.ts'

const access_ms = 12 * 3_600_000

/**
 * Opens an application to this browser (`scope.guest`) for twelve hours, by tracking code and family name.
 * Unknown code and wrong name get the same answer.
 *
 * @throws TooMany after ten tries in a quarter of an hour from one address
 */
export async function trackApplication(
  services: Pick<ApplicationServices, 'database' | 'keyring'>,
  scope: Scope,
  typed: { code: string; name: string; client: Buffer },
): Promise<{ tenant: TenantId; id: ApplicationId } | undefined> {
  const { database, keyring } = services
  const system: Scope = { now: scope.now, system: true }
  await inScope(database, system, db =>
    countAttempt(db, system, { action: 'track', subject: typed.client, limit: 10, window_s: 900 }),
  )
  const code = readCode(typed.code)
  const hash = code && trackingHash(keyring, code)
  const found = hash ? await inScope(database, system, db => findByTrackingHash(db, system, hash)) : undefined
  if (!found || !isSame(found.secret, nameHash(keyring, found.draft, typed.name))) return undefined
  const within = inTenant(scope, found.tenant)
  const until = new Date(scope.now.getTime() + access_ms)
  await inScope(database, within, db => grantAccess(db, within, { application: found.id, until }))
  return { tenant: found.tenant, id: found.id }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
