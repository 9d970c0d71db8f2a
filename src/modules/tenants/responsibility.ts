import type { Db } from '#core/db/database.ts'
import type { TenantId } from '#core/ids.ts'
import type { Place } from './model.ts'
import { findRegion, listOfferers } from './tenant-store.ts'

export interface Responsible {
  readonly tenant: TenantId
  readonly office: string
}

/**
 * Who decides on a matter about `place`: among the authorities that offer the service, the one whose ARS is the
 * longest prefix of the place's. The resident need not know it and may start in any portal of the region.
 *
 * @returns `undefined` when nobody here is responsible for that place
 * @example await findResponsible(db, 'baumfaellung', { postcode: '06237', town: 'Leuna' })  // { tenant: 'leuna', … }
 */
export async function findResponsible(
  db: Db,
  service: string,
  place: Place,
): Promise<Responsible | undefined> {
  const ars = await findRegion(db, place)
  if (!ars) return undefined
  return longestPrefix(ars, await listOfferers(db, service))
}

export function longestPrefix<T extends { ars: string }>(
  ars: string,
  candidates: readonly T[],
): T | undefined {
  return candidates
    .filter(candidate => ars.startsWith(candidate.ars))
    .sort((left, right) => right.ars.length - left.ars.length)[0]
}
