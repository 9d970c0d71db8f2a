import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, TextField } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { RequestContent } from '../model.ts'
import type { AccountServices } from '../services.ts'
import { untilOf, WaitNotice } from '../sign-in/wait-notice.tsx'
import { accountUrls } from '../urls.ts'
import { findLinked } from './ask.ts'
import { confirmRegistration } from './confirm-registration.ts'
import { LinkGone } from './link-gone.view.tsx'
import { tokenParams } from './token.ts'

type Token = z.output<typeof tokenParams>

/** Only shows a form: mail scanners open every link, and none of them knows the password. */
export const confirmPage = page({
  method: 'GET',
  path: accountUrls.confirm(':token'),
  audience: 'anyone',
  audit: 'confirmation.viewed',
  params: tokenParams,
  handle: async (visit: Visit<AccountServices, Token>) => {
    const { services, scope, params } = visit
    const link = { scope, kind: 'register', token: params.token } as const
    const request = await inScope(services.database, { now: scope.now }, db => findLinked(services, db, link))
    const portal = await portalOf(visit, request?.opened.portal)
    if (!request) return html(<LinkGone {...{ visit, portal }} kind="register" />, 410)
    return html(<ConfirmView {...{ visit, portal }} asked={request.opened} />)
  },
})

export const submitConfirm = page({
  method: 'POST',
  path: accountUrls.confirm(':token'),
  audience: 'anyone',
  audit: 'account.confirmed',
  params: tokenParams,
  form: z.strictObject({ email: z.string().max(1000), password: z.string().max(4000) }),
  handle: async (visit: Visit<AccountServices, Token, unknown, { email: string; password: string }>) => {
    const { services, scope, params, form, language } = visit
    const result = await confirmRegistration(services, scope, {
      token: params.token,
      password: form.password,
      client: visit.clientHash,
      instead: visit.identity.sessionHash,
    })
    if (result.kind === 'signed-in') return withSession(redirect(result.back ?? urls.account), result.session)
    const link = { scope, kind: 'register', token: params.token } as const
    const request = await inScope(services.database, { now: scope.now }, db => findLinked(services, db, link))
    const portal = await portalOf(visit, request?.opened.portal)
    if (result.kind === 'gone' || !request)
      return html(<LinkGone {...{ visit, portal }} kind="register" />, 410)
    const shown = { visit, portal, asked: request.opened }
    if (result.kind === 'wait') {
      const view = <ConfirmView {...shown} waitUntil={untilOf(scope, result.seconds)} />
      return html(view, 429, { retryAfter_s: result.seconds })
    }
    const errors = [{ name: 'password', message: messages.in(language)('confirm.refused') }]
    return html(<ConfirmView {...{ ...shown, errors }} />, 422)
  },
})

interface ConfirmViewProps {
  visit: Visit<AccountServices, Token>
  portal: Portal | undefined
  asked: RequestContent
  errors?: Errors | undefined
  waitUntil?: Date | undefined
}

function ConfirmView({ visit, portal, asked, errors = [], waitUntil }: ConfirmViewProps) {
  const t = messages.in(visit.language)
  return (
    <AccountLayout {...{ visit, portal, errors }} title={t('confirm.title')}>
      <p class="th-lead">{t('confirm.lead')}</p>
      <WaitNotice {...{ waitUntil }} language={visit.language} />
      <Form
        action={accountUrls.confirm(visit.params.token)}
        csrf={csrfOf(visit)}
        sending={t('sign_in.sending')}
      >
        {/* With the address beside it, a password manager finds the password. */}
        <TextField
          name="email"
          label={t('field.email')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={asked.email}
        />
        <TextField
          name="password"
          label={t('confirm.password')}
          type="password"
          autocomplete="current-password"
          error={errorOf(errors, 'password')}
        />
        <Actions>
          <Button>{t('confirm.submit')}</Button>
        </Actions>
      </Form>
      <p>{t('confirm.stranger')}</p>
    </AccountLayout>
  )
}
