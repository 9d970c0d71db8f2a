import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import type { Portal } from '#modules/tenants/index.ts'
import { Actions, Button, Form } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { findLinked } from '../registration/ask.ts'
import { LinkGone } from '../registration/link-gone.view.tsx'
import { tokenParams } from '../registration/token.ts'
import type { AccountServices } from '../services.ts'
import { endSession } from '../sessions/end-session.ts'
import { along } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'
import { PasswordField, passwordError } from './password-field.tsx'
import { setNewPassword } from './set-new-password.ts'

type Token = z.output<typeof tokenParams>

export const newPasswordPage = page({
  method: 'GET',
  path: accountUrls.newPassword(':token'),
  audience: 'anyone',
  audit: 'new_password.viewed',
  params: tokenParams,
  handle: async (visit: Visit<AccountServices, Token>) => {
    const request = await linked(visit)
    const portal = await portalOf(visit, request?.opened.portal)
    if (!request) return html(<LinkGone {...{ visit, portal }} kind="reset" />, 410)
    return html(<NewPasswordView {...{ visit, portal }} />)
  },
})

export const submitNewPassword = page({
  method: 'POST',
  path: accountUrls.newPassword(':token'),
  audience: 'anyone',
  audit: 'password.changed',
  params: tokenParams,
  form: z.strictObject({ password: z.string().max(4000) }),
  handle: async (visit: Visit<AccountServices, Token, unknown, { password: string }>) => {
    const { services, scope, params, form, language } = visit
    const request = await linked(visit)
    const portal = await portalOf(visit, request?.opened.portal)
    const input = { token: params.token, password: form.password }
    const result = await setNewPassword(services, scope, input)
    if (result.kind === 'gone') return html(<LinkGone {...{ visit, portal }} kind="reset" />, 410)
    if (result.kind === 'set') {
      await endSession(services, scope, visit.identity.sessionHash)
      const way = { back: undefined, portal: portal?.slug }
      return withSession(redirect(along(accountUrls.done('passwort'), way)), null)
    }
    const errors = [passwordError(language, result.fault)]
    return html(<NewPasswordView {...{ visit, portal, errors }} />, 422)
  },
})

function linked({ services, scope, params }: Visit<AccountServices, Token>) {
  const link = { scope, kind: 'reset', token: params.token } as const
  return inScope(services.database, { now: scope.now }, db => findLinked(services, db, link))
}

interface NewPasswordViewProps {
  visit: Visit<AccountServices, Token>
  portal: Portal | undefined
  errors?: Errors | undefined
}

function NewPasswordView({ visit, portal, errors = [] }: NewPasswordViewProps) {
  const t = messages.in(visit.language)
  return (
    <AccountLayout {...{ visit, portal, errors }} title={t('new_password.title')}>
      <p class="th-lead">{t('new_password.lead')}</p>
      <Form action={accountUrls.newPassword(visit.params.token)} csrf={csrfOf(visit)}>
        <PasswordField language={visit.language} error={errorOf(errors, 'password')} />
        <Actions>
          <Button>{t('new_password.submit')}</Button>
        </Actions>
      </Form>
    </AccountLayout>
  )
}
