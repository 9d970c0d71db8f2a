import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, Radios, TextField } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { untilOf, WaitNotice } from '../sign-in/wait-notice.tsx'
import { along, type Way, wayQuery } from '../sign-in/way.ts'
import { staffSignIn } from './staff-sign-in.ts'

const form = z.strictObject({
  email: z.string().max(1000),
  password: z.string().max(4000),
  tenant: z.string().max(100).optional(),
})

export const staffSignInPage = page({
  method: 'GET',
  path: urls.deskSignIn(),
  audience: 'anyone',
  audit: 'staff_sign_in.viewed',
  params: z.strictObject({}),
  query: wayQuery,
  handle: async (visit: Visit<AccountServices, unknown, Way>) => {
    if (visit.identity.scope.staff) return redirect(visit.query.back ?? urls.desk)
    const portal = await portalOf(visit, visit.query.portal)
    return html(<StaffSignInView {...{ visit, portal }} way={visit.query} />)
  },
})

export const submitStaffSignIn = page({
  method: 'POST',
  path: urls.deskSignIn(),
  audience: 'anyone',
  audit: 'staff.signed_in',
  params: z.strictObject({}),
  query: wayQuery,
  form,
  handle: async (visit: Visit<AccountServices, unknown, Way, z.output<typeof form>>) => {
    const t = messages.in(visit.language)
    const portal = await portalOf(visit, visit.query.portal)
    const input = { ...visit.form, client: visit.clientHash, instead: visit.identity.sessionHash }
    const result = await staffSignIn(visit.services, visit.scope, input)
    const shown = { visit, portal, way: visit.query, email: visit.form.email }
    switch (result.kind) {
      case 'signed-in':
        return withSession(redirect(visit.query.back ?? urls.desk), result.session)
      case 'wait': {
        const waitUntil = untilOf(visit.scope, result.seconds)
        const view = <StaffSignInView {...{ ...shown, waitUntil }} />
        return html(view, 429, { retryAfter_s: result.seconds })
      }
      case 'choose': {
        const portals = await visit.services.portals.list()
        const tenants = portals.map(one => one.tenant).filter(one => result.tenants.includes(one.id))
        const errors = [{ name: 'tenant', message: t('staff.choose') }]
        return html(<StaffSignInView {...{ ...shown, tenants, errors }} />, 422)
      }
      case 'refused': {
        const errors = [{ name: 'password', message: t('sign_in.refused') }]
        return html(<StaffSignInView {...{ ...shown, errors }} />, 422)
      }
    }
  },
})

interface StaffSignInViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  way: Way
  email?: string | undefined
  errors?: Errors | undefined
  waitUntil?: Date | undefined
  /** To choose from, when one address and password stand in several authorities. */
  tenants?: readonly Portal['tenant'][] | undefined
}

function StaffSignInView(props: StaffSignInViewProps) {
  const { visit, portal, way, email, errors = [], waitUntil, tenants = [] } = props
  const t = messages.in(visit.language)
  return (
    <AccountLayout {...{ visit, portal, errors }} title={t('staff.title')} area="desk">
      <p class="th-lead">{t('staff.lead')}</p>
      <WaitNotice {...{ waitUntil }} language={visit.language} />
      <Form action={along(urls.deskSignIn(), way)} csrf={csrfOf(visit)} sending={t('sign_in.sending')}>
        {tenants.length > 0 && (
          <Radios
            name="tenant"
            label={t('staff.tenant')}
            options={tenants.map(one => ({ value: one.id, label: one.name }))}
            error={errorOf(errors, 'tenant')}
          />
        )}
        <TextField
          name="email"
          label={t('staff.email')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={email}
        />
        <TextField
          name="password"
          label={t('field.password')}
          type="password"
          autocomplete="current-password"
          error={errorOf(errors, 'password')}
        />
        <Actions>
          <Button>{t('sign_in.submit')}</Button>
        </Actions>
      </Form>
      <p>
        {t('staff.resident')} <a href={urls.signIn()}>{t('staff.resident_link')}</a>
      </p>
    </AccountLayout>
  )
}
