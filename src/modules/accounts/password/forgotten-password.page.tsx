import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, TextField } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { untilOf, WaitNotice } from '../sign-in/wait-notice.tsx'
import { along, type Way, wayQuery } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'
import { askNewPassword } from './ask-new-password.ts'

export const forgottenPasswordPage = page({
  method: 'GET',
  path: accountUrls.forgottenPassword,
  audience: 'anyone',
  audit: 'forgotten_password.viewed',
  params: z.strictObject({}),
  query: wayQuery,
  handle: async (visit: Visit<AccountServices, unknown, Way>) => {
    const portal = await portalOf(visit, visit.query.portal)
    return html(<ForgottenView {...{ visit, portal }} way={visit.query} />)
  },
})

export const submitForgottenPassword = page({
  method: 'POST',
  path: accountUrls.forgottenPassword,
  audience: 'anyone',
  audit: 'password.forgotten',
  params: z.strictObject({}),
  query: wayQuery,
  form: z.strictObject({ email: z.string().max(1000) }),
  handle: async (visit: Visit<AccountServices, unknown, Way, { email: string }>) => {
    const { scope, language, query: way } = visit
    const portal = await portalOf(visit, way.portal)
    const result = await askNewPassword(visit.services, scope, {
      email: visit.form.email,
      language,
      client: visit.clientHash,
      portal: portal?.slug,
    })
    const shown = { visit, portal, way, email: visit.form.email }
    if (result.kind === 'asked') return redirect(along(accountUrls.done('passwort-vergessen'), way))
    if (result.kind === 'wait') {
      const view = <ForgottenView {...shown} waitUntil={untilOf(scope, result.seconds)} />
      return html(view, 429, { retryAfter_s: result.seconds })
    }
    const errors = [{ name: 'email', message: messages.in(language)(`fault.email.${result.fault}`) }]
    return html(<ForgottenView {...{ ...shown, errors }} />, 422)
  },
})

interface ForgottenViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  way: Way
  email?: string | undefined
  errors?: Errors | undefined
  waitUntil?: Date | undefined
}

function ForgottenView({ visit, portal, way, email, errors = [], waitUntil }: ForgottenViewProps) {
  const t = messages.in(visit.language)
  const back = { href: along(urls.signIn(), way), label: t('forgotten.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('forgotten.title')}>
      <p class="th-lead">{t('forgotten.lead')}</p>
      <WaitNotice {...{ waitUntil }} language={visit.language} />
      <Form action={along(accountUrls.forgottenPassword, way)} csrf={csrfOf(visit)}>
        <TextField
          name="email"
          label={t('field.email')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={email}
          error={errorOf(errors, 'email')}
        />
        <Actions>
          <Button>{t('forgotten.submit')}</Button>
        </Actions>
      </Form>
    </AccountLayout>
  )
}
