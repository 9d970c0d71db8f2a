import { recordEvent } from '#core/audit.ts'
import { checkPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { TenantId } from '#core/ids.ts'
import { readEmail } from '../model.ts'
import type { AccountServices } from '../services.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { secondsToWait } from '../sign-in/count-try.ts'
import type { SignedIn, SignIn } from '../sign-in/sign-in.ts'
import { listStaffLogins, type StaffLogin } from './staff-store.ts'

export interface StaffSignIn extends Omit<SignIn, 'portal'> {
  /** Authority, when the same address and password stand in several. */
  readonly tenant?: string | undefined
}

/** The password was right, but in more than one authority: which one is meant? */
export interface ChooseTenant {
  readonly kind: 'choose'
  readonly tenants: readonly TenantId[]
}

/** Sign-in of staff. Someone disabled answers like someone unknown. Recorded as an event of the authority. */
export async function staffSignIn(
  services: AccountServices,
  scope: Scope,
  input: StaffSignIn,
): Promise<SignedIn | ChooseTenant> {
  const email = readEmail(input.email)
  const tried = { action: 'staff-sign-in', about: email, client: input.client } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const looking = freezeScope({ now: scope.now, system: true })
  const logins = await inScope(services.database, looking, db => listStaffLogins(db, looking, email))
  const matching = await withPassword(logins, input.password)
  const [login, another] = matching.filter(one => !input.tenant || one.tenant === input.tenant)
  if (login && another) return { kind: 'choose', tenants: matching.map(one => one.tenant) }
  if (!login) {
    services.log.info({ event: 'staff.sign_in_refused' }, 'sign-in refused')
    return { kind: 'refused' }
  }
  return { kind: 'signed-in', session: await begin(services, scope, { login, instead: input.instead }) }
}

/** Unknown people cost one hash as well, so that time does not tell who works here. */
async function withPassword(logins: readonly StaffLogin[], password: string): Promise<StaffLogin[]> {
  if (logins.length === 0) await checkPassword(password, undefined)
  const matching: StaffLogin[] = []
  for (const login of logins) if (await checkPassword(password, login.passwordHash)) matching.push(login)
  return matching
}

async function begin(
  services: AccountServices,
  scope: Scope,
  { login, instead }: { login: StaffLogin; instead: string | undefined },
): Promise<string> {
  const staff = { id: login.id, name: login.name, roles: [], offices: [] }
  const within = freezeScope({ now: scope.now, tenant: login.tenant, staff })
  const portals = await services.portals.list()
  return inScope(services.database, within, async db => {
    await recordEvent(db, within, { name: 'staff.signed_in', subject: login.id })
    return beginSession(services, db, {
      scope: within,
      who: { tenant: login.tenant, staff: login.id },
      portal: portals.find(portal => portal.tenant.id === login.tenant)?.slug,
      instead,
    })
  })
}
