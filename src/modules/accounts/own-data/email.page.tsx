import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, LinkButton, TextField } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { askAgain } from '../sessions/freshness.ts'
import { untilOf, WaitNotice } from '../sign-in/wait-notice.tsx'
import { accountUrls } from '../urls.ts'
import { askNewEmail } from './change-email.ts'

export const emailPage = page({
  method: 'GET',
  path: accountUrls.email,
  audience: 'resident',
  audit: 'account_email.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const stale = await askAgain(visit, { path: accountUrls.email, when: 'open' })
    return stale ?? html(<EmailView {...{ visit }} portal={await portalOf(visit)} />)
  },
})

export const submitEmail = page({
  method: 'POST',
  path: accountUrls.email,
  audience: 'resident',
  audit: 'account_email.requested',
  params: z.strictObject({}),
  form: z.strictObject({ email: z.string().max(1000) }),
  handle: async (visit: Visit<AccountServices, unknown, unknown, { email: string }>) => {
    const stale = await askAgain(visit, { path: accountUrls.email, when: 'send' })
    if (stale) return stale
    const { services, scope, form, language } = visit
    const portal = await portalOf(visit)
    const input = { email: form.email, client: visit.clientHash, portal: portal?.slug }
    const result = await askNewEmail(services, scope, input)
    if (result.kind === 'asked') return redirect(accountUrls.done('neue-adresse'))
    const shown = { visit, portal, email: form.email }
    if (result.kind === 'wait') {
      const view = <EmailView {...shown} waitUntil={untilOf(scope, result.seconds)} />
      return html(view, 429, { retryAfter_s: result.seconds })
    }
    const errors = [{ name: 'email', message: messages.in(language)(`fault.email.${result.fault}`) }]
    return html(<EmailView {...{ ...shown, errors }} />, 422)
  },
})

interface EmailViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  email?: string | undefined
  errors?: Errors | undefined
  waitUntil?: Date | undefined
}

function EmailView({ visit, portal, email, errors = [], waitUntil }: EmailViewProps) {
  const t = messages.in(visit.language)
  const back = { href: urls.accountData, label: t('data.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('email.title')}>
      <p class="th-lead">{t('email.lead')}</p>
      <WaitNotice {...{ waitUntil }} language={visit.language} />
      <Form action={accountUrls.email} csrf={csrfOf(visit)}>
        <TextField
          name="email"
          label={t('email.new')}
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={email}
          error={errorOf(errors, 'email')}
        />
        <Actions>
          <Button>{t('email.submit')}</Button>
          <LinkButton kind="secondary" href={urls.accountData}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </AccountLayout>
  )
}
