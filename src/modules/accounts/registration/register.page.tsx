import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, TextField, uiWords } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { PasswordField, passwordError } from '../password/password-field.tsx'
import type { AccountServices } from '../services.ts'
import { untilOf, WaitNotice } from '../sign-in/wait-notice.tsx'
import { along, type Way, wayQuery } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'
import { type RegistrationFaults, register } from './register.ts'

const form = z.strictObject({
  name: z.string().max(1000),
  email: z.string().max(1000),
  password: z.string().max(4000),
})
type RegisterVisit = Visit<AccountServices, unknown, Way, z.output<typeof form>>

export const registerPage = page({
  method: 'GET',
  path: urls.register,
  audience: 'anyone',
  audit: 'registration.viewed',
  params: z.strictObject({}),
  query: wayQuery,
  handle: async (visit: Visit<AccountServices, unknown, Way>) => {
    const portal = await portalOf(visit, visit.query.portal)
    return html(<RegisterView {...{ visit, portal }} way={visit.query} />)
  },
})

export const submitRegister = page({
  method: 'POST',
  path: urls.register,
  audience: 'anyone',
  audit: 'account.requested',
  params: z.strictObject({}),
  query: wayQuery,
  form,
  handle: async (visit: RegisterVisit) => {
    const { scope, language, query: way } = visit
    const portal = await portalOf(visit, way.portal)
    const result = await register(visit.services, scope, {
      ...visit.form,
      language,
      client: visit.clientHash,
      portal: portal?.slug,
      back: way.back,
    })
    const shown = { visit, portal, way, typed: visit.form }
    switch (result.kind) {
      case 'asked':
        return redirect(along(accountUrls.done('registrierung'), way))
      case 'faults': {
        const errors = errorsOf(visit, result.faults)
        return html(<RegisterView {...{ ...shown, errors }} />, 422)
      }
      case 'wait': {
        const view = <RegisterView {...shown} waitUntil={untilOf(scope, result.seconds)} />
        return html(view, 429, { retryAfter_s: result.seconds })
      }
    }
  },
})

function errorsOf({ language }: Pick<Visit, 'language'>, faults: RegistrationFaults): Errors {
  const t = messages.in(language)
  return [
    ...(faults.name ? [{ name: 'name', message: t(`fault.name.${faults.name}`) }] : []),
    ...(faults.email ? [{ name: 'email', message: t(`fault.email.${faults.email}`) }] : []),
    ...(faults.password ? [passwordError(language, faults.password)] : []),
  ]
}

interface RegisterViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  way: Way
  typed?: { name: string; email: string } | undefined
  errors?: Errors | undefined
  waitUntil?: Date | undefined
}

function RegisterView({ visit, portal, way, typed, errors = [], waitUntil }: RegisterViewProps) {
  const t = messages.in(visit.language)
  const back = { href: along(urls.signIn(), way), label: t('register.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('register.title')}>
      <p class="th-lead">{t('register.lead')}</p>
      <WaitNotice {...{ waitUntil }} language={visit.language} />
      <Form action={along(urls.register, way)} csrf={csrfOf(visit)} sending={t('register.sending')}>
        <TextField
          name="name"
          label={t('field.name')}
          hint={t('register.name_hint')}
          optional={uiWords(visit.language).optional}
          autocomplete="name"
          spellcheck={false}
          value={typed?.name}
          error={errorOf(errors, 'name')}
        />
        <TextField
          name="email"
          label={t('field.email')}
          hint={t('register.email_hint')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={typed?.email}
          error={errorOf(errors, 'email')}
        />
        <PasswordField language={visit.language} error={errorOf(errors, 'password')} />
        <Actions>
          <Button>{t('register.submit')}</Button>
        </Actions>
      </Form>
      <p>
        {t('register.have')} <a href={along(urls.signIn(), way)}>{t('register.sign_in')}</a>
      </p>
    </AccountLayout>
  )
}
