import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, LinkButton } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { PasswordField, passwordError } from '../password/password-field.tsx'
import type { AccountServices } from '../services.ts'
import { askAgain } from '../sessions/freshness.ts'
import { accountUrls, changed } from '../urls.ts'
import { changeOwnPassword } from './change-own-password.ts'

export const passwordPage = page({
  method: 'GET',
  path: accountUrls.password,
  audience: 'resident',
  audit: 'account_password.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const stale = await askAgain(visit, { path: accountUrls.password, when: 'open' })
    return stale ?? html(<PasswordView {...{ visit }} portal={await portalOf(visit)} />)
  },
})

export const submitPassword = page({
  method: 'POST',
  path: accountUrls.password,
  audience: 'resident',
  audit: 'account.password_changed',
  params: z.strictObject({}),
  form: z.strictObject({ password: z.string().max(4000) }),
  handle: async (visit: Visit<AccountServices, unknown, unknown, { password: string }>) => {
    const stale = await askAgain(visit, { path: accountUrls.password, when: 'send' })
    if (stale) return stale
    const portal = await portalOf(visit)
    const input = { password: visit.form.password, portal: portal?.slug }
    const result = await changeOwnPassword(visit.services, visit.scope, input)
    if (result.kind === 'changed') return withSession(redirect(changed('passwort')), result.session)
    const errors = [passwordError(visit.language, result.fault)]
    return html(<PasswordView {...{ visit, portal, errors }} />, 422)
  },
})

interface PasswordViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  errors?: Errors | undefined
}

function PasswordView({ visit, portal, errors = [] }: PasswordViewProps) {
  const t = messages.in(visit.language)
  const back = { href: urls.accountData, label: t('data.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('password.title')}>
      <p class="th-lead">{t('password.lead')}</p>
      <Form action={accountUrls.password} csrf={csrfOf(visit)}>
        <PasswordField language={visit.language} error={errorOf(errors, 'password')} />
        <Actions>
          <Button>{t('save')}</Button>
          <LinkButton kind="secondary" href={urls.accountData}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </AccountLayout>
  )
}
