import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { StoredPackage } from './model.ts'

export async function findVersion(
  db: Db,
  service: string,
  version: string,
): Promise<{ hash: string; package: StoredPackage } | undefined> {
  const row = await db
    .selectFrom('service_versions')
    .select(['hash', 'package'])
    .where('service_id', '=', service)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { hash: row.hash.toString('hex'), package: row.package as StoredPackage }
}

/** Returns the hash that stands: ours, or that of an earlier publication of the same version. */
export async function insertVersion(
  db: Db,
  scope: Scope,
  input: { hash: string; package: StoredPackage },
): Promise<string> {
  const { service } = input.package
  await db
    .insertInto('service_versions')
    .values({
      service_id: service.id,
      version: service.version,
      hash: Buffer.from(input.hash, 'hex'),
      package: JSON.stringify(input.package),
      published_at: scope.now,
    })
    .onConflict(conflict => conflict.columns(['service_id', 'version']).doNothing())
    .execute()
  const row = await db
    .selectFrom('service_versions')
    .select('hash')
    .where('service_id', '=', service.id)
    .where('version', '=', service.version)
    .executeTakeFirstOrThrow()
  return row.hash.toString('hex')
}
