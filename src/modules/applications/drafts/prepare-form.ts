import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { DraftId, TenantId } from '#core/ids.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import type { ApplicationServices } from '../services.ts'
import type { DraftAddress } from './model.ts'

type Parameters = Readonly<Record<string, unknown>>

/** What a form needs beside the draft itself. */
export interface Prepared {
  readonly keys: TenantKeys
  /** @throws Unprepared */
  packageOf(version: string): ServicePackage
  /** @throws Unprepared */
  parametersOf(tenant: TenantId): Parameters
}

interface Need {
  readonly version?: string | undefined
  readonly tenant?: TenantId | undefined
}

/** Something else is needed than was prepared; `withPrepared` fetches it and starts again. */
class Unprepared extends Error {
  readonly need: Need
  constructor(need: Need) {
    super('not prepared')
    this.need = need
  }
}

/** What a draft needed the last time; only a hint, so it may be forgotten. */
const hints = new Map<DraftId, readonly Need[]>()
const max_hints = 10_000

/**
 * Fetches keys, package and parameters before a transaction opens. Inside one, nothing may wait for a second
 * connection: sixteen requests that each hold one and wait for another would wait for ever.
 */
export async function withPrepared<T>(
  services: ApplicationServices,
  address: DraftAddress,
  work: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  let needs = hints.get(address.draft) ?? [{ tenant: address.tenant }, { version: undefined }]
  for (;;) {
    const prepared = await prepare(services, address, needs)
    try {
      return await work(prepared)
    } catch (cause) {
      if (!(cause instanceof Unprepared) || needs.length > 10) throw cause
      needs = [...needs, cause.need]
      if (hints.size >= max_hints) hints.clear()
      hints.set(address.draft, needs)
    }
  }
}

export async function prepare(
  services: ApplicationServices,
  { tenant, service }: DraftAddress,
  needs: readonly Need[],
): Promise<Prepared> {
  const packages = new Map<string, ServicePackage>()
  const parameters = new Map<TenantId, Parameters>()
  for (const need of needs) {
    if (need.tenant) {
      parameters.set(need.tenant, (await services.catalogue.offer(need.tenant, service))?.param ?? {})
      continue
    }
    const found = await services.catalogue.find(service, need.version)
    if (found) packages.set(found.version, found)
    else if (need.version) throw new Error(`package ${service} ${need.version} is missing`)
  }
  return {
    keys: await services.keyring.of(tenant),
    packageOf: version => packages.get(version) ?? lacks({ version }),
    parametersOf: of => parameters.get(of) ?? lacks({ tenant: of }),
  }
}

function lacks(need: Need): never {
  throw new Unprepared(need)
}
