import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, json, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { urls } from '#modules/tenants/index.ts'
import { portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { isAskedAgain } from '../sign-in/sign-in.page.tsx'
import { SignInView } from '../sign-in/sign-in.view.tsx'
import { untilOf } from '../sign-in/wait-notice.tsx'
import { type Way, wayQuery } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'
import { offerSignIn, passkeySignIn } from './passkey-sign-in.ts'

/** What the island client/passkey.ts asks for when the button is pressed: so the challenge is never stale. */
export const passkeyChallenge = page({
  method: 'GET',
  path: accountUrls.passkeySignIn,
  audience: 'anyone',
  audit: 'passkey_challenge.given',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const offer = await offerSignIn(visit.services, visit.scope, visit.guest())
    if (!offer) throw new NotFound('passkeys')
    return json(offer)
  },
})

export const credentialForm = z.object({
  challenge: z.string().max(2000),
  response: z.string().max(60_000),
})

export const submitPasskeySignIn = page({
  method: 'POST',
  path: accountUrls.passkeySignIn,
  audience: 'anyone',
  audit: 'account.signed_in',
  params: z.strictObject({}),
  query: wayQuery,
  form: credentialForm.strict(),
  handle: async (visit: Visit<AccountServices, unknown, Way, z.output<typeof credentialForm>>) => {
    const { scope, identity, query: way, language } = visit
    const again = isAskedAgain(visit)
    const portal = await portalOf(visit, way.portal)
    const result = await passkeySignIn(visit.services, scope, {
      ...visit.form,
      browser: visit.guest(),
      client: visit.clientHash,
      portal: portal?.slug,
      instead: identity.sessionHash,
    })
    if (result.kind === 'signed-in') return withSession(redirect(way.back ?? urls.account), result.session)
    const shown = { visit, portal, way, again }
    if (result.kind === 'wait') {
      const view = <SignInView {...shown} waitUntil={untilOf(scope, result.seconds)} />
      return html(view, 429, { retryAfter_s: result.seconds })
    }
    const errors = [{ name: 'email', message: messages.in(language)('passkey.refused') }]
    return html(<SignInView {...{ ...shown, errors }} />, 422)
  },
})
