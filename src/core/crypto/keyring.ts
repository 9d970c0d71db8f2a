import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { type Database, inScope } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { inTenant } from '../db/scope.ts'
import { newId, type TenantId } from '../ids.ts'
import { decrypt, deriveKey, encrypt } from './cipher.ts'
import { findTenantKeys, insertTenantKey } from './key-store.ts'

const format = 1
const id_bytes = 16

/** Seals and opens values of one authority. All calls are synchronous: the keys are in memory. */
export interface TenantKeys {
  /** @param context names table, column and row, for example `drafts.answers ${id}` */
  seal(context: string, plain: Buffer): Buffer
  open(context: string, sealed: Buffer): Buffer
  sealJson(context: string, value: unknown): Buffer
  openJson<T>(context: string, sealed: Buffer): T
  /** Keyed hash of a search word: the database holds it instead of the word. */
  word(text: string): Buffer
}

/**
 * All keys, under the one master key (envelope encryption): each authority has data keys of its own,
 * wrapped in `tenant_keys`; system-wide purposes get keys derived from the master key.
 *
 * @example const keys = await keyring.of(scope.tenant); keys.sealJson(`drafts.answers ${id}`, answers)
 */
export interface Keyring {
  of(tenant: TenantId): Promise<TenantKeys>
  /** For values that belong to no authority: mails, sessions, codes. */
  readonly system: Pick<TenantKeys, 'seal' | 'open' | 'sealJson' | 'openJson'>
  /** For the tokens of forms (core/http/csrf.ts). */
  readonly csrfKey: KeyObject
  /** Keyed SHA-256 for tokens and codes that are looked up. */
  hash(purpose: 'code' | 'attempt' | 'guest' | 'session', text: string): Buffer
}

export function createKeyring(masterKey: Buffer, database: Database): Keyring {
  const cache = new Map<TenantId, Promise<TenantKeys>>()
  // Key objects are made once: making one for each request costs more than the hash itself.
  const purposes = new Map<string, KeyObject>()
  const purposeKey = (purpose: string) => {
    const known = purposes.get(purpose) ?? createSecretKey(deriveKey(masterKey, purpose))
    purposes.set(purpose, known)
    return known
  }
  return {
    of(tenant) {
      const known = cache.get(tenant)
      if (known) return known
      const loading = loadTenantKeys(database, masterKey, tenant)
      cache.set(tenant, loading)
      loading.catch(() => cache.delete(tenant))
      return loading
    },
    csrfKey: purposeKey('csrf'),
    system: withJson({
      seal: (context, plain) => encrypt(purposeKey('system'), context, plain),
      open: (context, sealed) => decrypt(purposeKey('system'), context, sealed),
    }),
    hash: (purpose, text) => createHmac('sha256', purposeKey(purpose)).update(text).digest(),
  }
}

function withJson(
  base: Pick<TenantKeys, 'seal' | 'open'>,
): Pick<TenantKeys, 'seal' | 'open' | 'sealJson' | 'openJson'> {
  return {
    ...base,
    sealJson: (context, value) => base.seal(context, Buffer.from(JSON.stringify(value))),
    openJson: (context, sealed) => JSON.parse(base.open(context, sealed).toString()),
  }
}

async function loadTenantKeys(database: Database, masterKey: Buffer, tenant: TenantId): Promise<TenantKeys> {
  const scope: Scope = inTenant({ now: new Date() }, tenant)
  const rows = await inScope(database, scope, async db => {
    const found = await findTenantKeys(db, scope)
    if (found.length > 0) return found
    const id = newId<string>(scope.now)
    await insertTenantKey(db, scope, {
      id,
      wrapped: encrypt(masterKey, wrapContext(tenant, id), randomBytes(32)),
    })
    return findTenantKeys(db, scope)
  })
  const keys = new Map(
    rows.map(row => [row.id, createSecretKey(decrypt(masterKey, wrapContext(tenant, row.id), row.wrapped))]),
  )
  const newest = rows.at(-1)!.id
  const words = createSecretKey(deriveKey(masterKey, `words ${tenant}`))
  return {
    ...withJson({
      seal: (context, plain) =>
        sealWith({ id: newest, key: keys.get(newest)! }, `${tenant} ${context}`, plain),
      open: (context, sealed) => openWith(keys, `${tenant} ${context}`, sealed),
    }),
    word: text => createHmac('sha256', words).update(text).digest().subarray(0, 16),
  }
}

const wrapContext = (tenant: TenantId, id: string) => `tenant_keys ${tenant} ${id}`

/** format ‖ key id ‖ sealed: an old key still opens what it sealed after a new one was made. */
function sealWith({ id, key }: { id: string; key: KeyObject }, context: string, plain: Buffer): Buffer {
  const idBytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([Buffer.of(format), idBytes, encrypt(key, context, plain)])
}

function openWith(keys: ReadonlyMap<string, KeyObject>, context: string, sealed: Buffer): Buffer {
  if (sealed[0] !== format) throw new Error(`unknown sealing format ${sealed[0]}`)
  const hex = sealed.subarray(1, 1 + id_bytes).toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  const key = keys.get(id)
  if (!key) throw new Error('the key of this value is not here')
  return decrypt(key, context, sealed.subarray(1 + id_bytes))
}
