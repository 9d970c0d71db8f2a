import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, type Reply, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { urls } from '#modules/tenants/index.ts'
import { portalOf } from '../account-layout.tsx'
import { getAccount } from '../get-account.ts'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { type SignedIn, signIn } from './sign-in.ts'
import { SignInView } from './sign-in.view.tsx'
import { untilOf } from './wait-notice.tsx'
import { type Way, wayQuery } from './way.ts'

const signInForm = z.strictObject({ email: z.string().max(1000), password: z.string().max(4000) })
type Form = z.output<typeof signInForm>

export const signInPage = page({
  method: 'GET',
  path: urls.signIn(),
  audience: 'anyone',
  audit: 'sign_in.viewed',
  params: z.strictObject({}),
  query: wayQuery,
  handle: async (visit: Visit<AccountServices, unknown, Way>) => {
    const { services, scope, query: way } = visit
    const again = isAskedAgain(visit)
    // Who is signed in already needs no form, unless something important is to be changed.
    if (scope.account && !again) return redirect(way.back ?? urls.account)
    const portal = await portalOf(visit, way.portal)
    const account = again ? await inScope(services.database, scope, db => getAccount(db, scope)) : undefined
    return html(<SignInView {...{ visit, portal, way, again }} email={account?.email} />)
  },
})

export const submitSignIn = page({
  method: 'POST',
  path: urls.signIn(),
  audience: 'anyone',
  audit: 'account.signed_in',
  params: z.strictObject({}),
  query: wayQuery,
  form: signInForm,
  handle: async (visit: Visit<AccountServices, unknown, Way, Form>) => {
    const portal = await portalOf(visit, visit.query.portal)
    const result = await signIn(visit.services, visit.scope, {
      ...visit.form,
      client: visit.clientHash,
      portal: portal?.slug,
      instead: visit.identity.sessionHash,
    })
    if (result.kind === 'signed-in')
      return withSession(redirect(visit.query.back ?? urls.account), result.session)
    return refuse({ visit, portal, way: visit.query, email: visit.form.email }, result)
  },
})

/** Pages that change how one signs in ask for a recent sign-in (sessions/freshness.ts) and come here. */
export const isAskedAgain = ({ scope, query }: { scope: Visit['scope']; query: Way }): boolean =>
  scope.account !== undefined && query.back?.startsWith(`${urls.accountData}/`) === true

/** The same page again, with what is wrong; the address is kept, the password is not. */
function refuse(
  shown: Parameters<typeof SignInView>[0] & { visit: Visit<AccountServices, unknown, Way> },
  result: Exclude<SignedIn, { kind: 'signed-in' }>,
): Reply {
  const { language, scope } = shown.visit
  const t = messages.in(language)
  const again = isAskedAgain(shown.visit)
  if (result.kind === 'wait') {
    const waitUntil = untilOf(scope, result.seconds)
    const view = <SignInView {...shown} waitUntil={waitUntil} again={again} />
    return html(view, 429, { retryAfter_s: result.seconds })
  }
  const errors = [{ name: 'password', message: t('sign_in.refused') }]
  return html(<SignInView {...shown} errors={errors} again={again} />, 422)
}
