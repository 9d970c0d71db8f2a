import type { AccountId, StaffId, TenantId } from '../ids.ts'

/** A member of staff as the session knows her. `offices` and `roles` decide what she may open. */
export interface StaffMember {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly string[]
  readonly offices: readonly { readonly id: string; readonly supervisor: boolean }[]
}

/**
 * On whose behalf something is done. Frozen, the second argument of every store and action.
 * The database reads `tenant`, `account`, `guest` and `system` (row-level security, db/migrations/0001);
 * an empty scope sees no row of any tenant.
 *
 * @example const scope = freezeScope({ now: clock.now(), tenant: 'leuna' as TenantId })
 */
export interface Scope {
  readonly now: Date
  readonly tenant?: TenantId | undefined
  readonly account?: AccountId | undefined
  /** SHA-256 (hex) of the guest's cookie. */
  readonly guest?: string | undefined
  readonly staff?: StaffMember | undefined
  /** Only for sign-in, tracking by code and housekeeping: looks across tenants. */
  readonly system?: true | undefined
}

export function freezeScope(scope: Scope): Scope {
  return Object.freeze({ ...scope })
}

/** The same person acting inside one authority's data, for example when a resident's application is written. */
export function inTenant(scope: Scope, tenant: TenantId): Scope {
  return Object.freeze({ ...scope, tenant })
}
