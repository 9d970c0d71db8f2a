import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { Actions, Button, Form } from '#ui/index.ts'
import { AccountLayout, csrfOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { findLinked } from '../registration/ask.ts'
import { LinkGone } from '../registration/link-gone.view.tsx'
import { tokenParams } from '../registration/token.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls, changed } from '../urls.ts'
import { changeEmail } from './change-email.ts'

type TokenVisit = Visit<AccountServices, z.output<typeof tokenParams>>

/** Only a button: mail scanners open every link. */
export const newEmailPage = page({
  method: 'GET',
  path: accountUrls.newEmail(':token'),
  audience: 'anyone',
  audit: 'new_email.viewed',
  params: tokenParams,
  handle: async (visit: TokenVisit) => {
    const { services, scope, params, language } = visit
    const link = { scope, kind: 'email', token: params.token } as const
    const request = await inScope(services.database, { now: scope.now }, db => findLinked(services, db, link))
    const portal = await portalOf(visit, request?.opened.portal)
    if (!request) return html(<LinkGone {...{ visit, portal }} kind="email" />, 410)
    const t = messages.in(language)
    return html(
      <AccountLayout {...{ visit, portal }} title={t('new_email.title')}>
        <p class="th-lead">{t('new_email.lead', { email: request.opened.email })}</p>
        <Form action={accountUrls.newEmail(params.token)} csrf={csrfOf(visit)}>
          <Actions>
            <Button>{t('new_email.submit')}</Button>
          </Actions>
        </Form>
      </AccountLayout>,
    )
  },
})

export const submitNewEmail = page({
  method: 'POST',
  path: accountUrls.newEmail(':token'),
  audience: 'anyone',
  audit: 'account.email_changed',
  params: tokenParams,
  form: z.strictObject({}),
  handle: async (visit: TokenVisit) => {
    const isChanged = await changeEmail(visit.services, visit.scope, visit.params.token)
    if (isChanged) return redirect(changed('email'))
    const portal = await portalOf(visit)
    return html(<LinkGone {...{ visit, portal }} kind="email" />, 410)
  },
})
