import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Database, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { TenantId } from '#core/ids.ts'
import { loadLibrary } from './load-library.ts'
import { loadCatalogue, PackageError } from './load-package.ts'
import type { PublishedPackage, StoredPackage } from './model.ts'
import { listOffers } from './offer-store.ts'
import { hashPackage, openStored } from './stored-package.ts'
import { findVersion, insertVersion } from './version-store.ts'

/** A service as one town offers it: its office, and the package's parameters with the town's own values laid over. */
export interface Offer {
  readonly service: string
  readonly office: string
  readonly param: Readonly<Record<string, unknown>>
}

export interface Catalogue {
  /** The newest version of every service. */
  list(): readonly PublishedPackage[]
  /** A certain version (cases and drafts keep theirs), or the newest. */
  find(service: string, version?: string): Promise<PublishedPackage | undefined>
  /** What the town offers; kept for a minute. */
  offers(tenant: TenantId): Promise<readonly Offer[]>
  offer(tenant: TenantId, service: string): Promise<Offer | undefined>
}

const fresh_ms = 60_000

/**
 * The services of this installation, compiled once. Reads the catalogue's folder and publishes what is new;
 * a version once published never changes.
 *
 * @throws PackageError when a file changed under a version that is published already
 * @example const catalogue = await createCatalogue(database, { folder: 'catalogue', now: clock.now })
 */
export async function createCatalogue(
  database: Database,
  options: { folder: string; now: () => Date },
): Promise<Catalogue> {
  const newest = new Map((await publishFolder(database, options)).map(one => [one.id, one]))
  const older = new Map<string, Promise<PublishedPackage | undefined>>()
  const findOlder = (service: string, version: string) => {
    const key = `${service} ${version}`
    const known = older.get(key) ?? loadVersion(database, { service, version, now: options.now() })
    older.set(key, known)
    known.catch(() => older.delete(key))
    return known
  }
  const offers = offersOf(database, newest, options.now)
  return {
    list: () => [...newest.values()],
    find: async (service, version) => {
      const known = newest.get(service)
      return version === undefined || known?.version === version ? known : findOlder(service, version)
    },
    offers,
    offer: async (tenant, service) => (await offers(tenant)).find(one => one.service === service),
  }
}

async function publishFolder(
  database: Database,
  { folder, now }: { folder: string; now: () => Date },
): Promise<PublishedPackage[]> {
  const library = await loadLibrary(path.resolve(folder))
  const packages = await loadCatalogue(folder)
  const scope = freezeScope({ now: now() })
  return Promise.all(
    packages.map(async one => {
      const process = await readFile(path.join(folder, 'processes', `${one.service.process}.bpmn`), 'utf8')
      const { sector, service, form, notices, noticeBlocks } = one
      const { blocks, codelists } = library
      const stored: StoredPackage = {
        sector,
        service,
        form,
        blocks,
        codelists,
        checks: one.checks ?? null,
        notices,
        noticeBlocks: noticeBlocks ?? null,
        process,
      }
      const hash = await publish(database, scope, stored)
      return { ...one, process, hash }
    }),
  )
}

async function publish(database: Database, scope: Scope, stored: StoredPackage): Promise<string> {
  const hash = hashPackage(stored)
  const standing = await inScope(database, scope, db => insertVersion(db, scope, { hash, package: stored }))
  if (standing === hash) return hash
  const { id, version } = stored.service
  throw new PackageError(
    `${id} ${version} is published with other content: raise "version" in its service.yaml`,
  )
}

async function loadVersion(
  database: Database,
  wanted: { service: string; version: string; now: Date },
): Promise<PublishedPackage | undefined> {
  const found = await inScope(database, freezeScope({ now: wanted.now }), db =>
    findVersion(db, wanted.service, wanted.version),
  )
  return found && openStored(found.package, found.hash)
}

function offersOf(
  database: Database,
  packages: ReadonlyMap<string, PublishedPackage>,
  now: () => Date,
): (tenant: TenantId) => Promise<readonly Offer[]> {
  const cache = new Map<TenantId, { at: number; offers: Promise<readonly Offer[]> }>()
  const load = async (tenant: TenantId) => {
    const rows = await inScope(database, freezeScope({ now: now() }), db => listOffers(db, tenant))
    return rows.flatMap(row => {
      const known = packages.get(row.service)
      if (!known) return []
      const defaults = Object.entries(known.service.parameters ?? {}).map(([name, one]) => [
        name,
        one.default,
      ])
      return [
        {
          service: row.service,
          office: row.office,
          param: { ...Object.fromEntries(defaults), ...row.parameters },
        },
      ]
    })
  }
  return tenant => {
    const known = cache.get(tenant)
    if (known && now().getTime() - known.at < fresh_ms) return known.offers
    const offers = load(tenant)
    cache.set(tenant, { at: now().getTime(), offers })
    offers.catch(() => cache.delete(tenant))
    return offers
  }
}
