import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import { type Reply, redirect, type Visit } from '#core/http/visit.ts'
import type { CoreServices } from '#core/services.ts'
import { urls } from '#modules/tenants/index.ts'
import { along } from '../sign-in/way.ts'
import { listSessions } from './session-store.ts'

const minute_ms = 60_000

/**
 * How long ago the sign-in may be when something important is changed (ASVS 7.5.1). The form may be sent later than
 * it was opened, so that nobody loses what she typed.
 */
const fresh_ms = { open: 15 * minute_ms, send: 45 * minute_ms } as const

/**
 * For pages that change how one signs in: `undefined` when the sign-in is recent, otherwise the way to a new one and
 * back to `path`.
 * @example const stale = await askAgain(visit, { path: accountUrls.email, when: 'open' }); if (stale) return stale
 */
export async function askAgain(
  visit: Pick<Visit<CoreServices>, 'services' | 'scope' | 'identity'>,
  { path, when }: { path: string; when: keyof typeof fresh_ms },
): Promise<Reply | undefined> {
  const { services, identity } = visit
  const own = freezeScope({ now: visit.scope.now, account: visit.scope.account })
  const sessions = await inScope(services.database, own, db => listSessions(db, own, own.account!))
  const session = sessions.find(one => one.idHash.toString('hex') === identity.sessionHash)
  if (session && own.now.getTime() - session.createdAt.getTime() <= fresh_ms[when]) return undefined
  return redirect(along(urls.signIn(), { back: path, portal: identity.portal }))
}
