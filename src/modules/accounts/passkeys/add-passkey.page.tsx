import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, json, redirect, type Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, LinkButton, TextField, uiWords } from '#ui/index.ts'
import { AccountLayout, type Errors, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { askAgain } from '../sessions/freshness.ts'
import { accountUrls, changed } from '../urls.ts'
import { addPasskey, offerPasskey } from './add-passkey.ts'
import { PasskeyForm } from './passkey-form.view.tsx'
import { credentialForm } from './passkey-sign-in.page.tsx'

const form = credentialForm.extend({ label: z.string().max(200) }).strict()

export const addPasskeyPage = page({
  method: 'GET',
  path: accountUrls.addPasskey,
  audience: 'resident',
  audit: 'passkey_addition.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const stale = await askAgain(visit, { path: accountUrls.addPasskey, when: 'open' })
    return stale ?? html(<AddPasskeyView {...{ visit }} portal={await portalOf(visit)} />)
  },
})

export const newPasskeyChallenge = page({
  method: 'GET',
  path: accountUrls.newPasskeyChallenge,
  audience: 'resident',
  audit: 'passkey_challenge.given',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const portal = await portalOf(visit)
    const name = portal?.name ?? messages.in(visit.language)('mail.neutral')
    const offer = await offerPasskey(visit.services, visit.scope, name)
    if (!offer) throw new NotFound('passkeys')
    return json(offer)
  },
})

export const submitAddPasskey = page({
  method: 'POST',
  path: accountUrls.addPasskey,
  audience: 'resident',
  audit: 'passkey.added',
  params: z.strictObject({}),
  form,
  handle: async (visit: Visit<AccountServices, unknown, unknown, z.output<typeof form>>) => {
    const stale = await askAgain(visit, { path: accountUrls.addPasskey, when: 'send' })
    if (stale) return stale
    const portal = await portalOf(visit)
    const isAdded = await addPasskey(visit.services, visit.scope, { ...visit.form, portal: portal?.slug })
    if (isAdded) return redirect(changed('passkey'))
    const errors = [{ name: 'label', message: messages.in(visit.language)('passkey.not_added') }]
    const { label } = visit.form
    return html(<AddPasskeyView {...{ visit, portal, label, errors }} />, 422)
  },
})

interface AddPasskeyViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  label?: string | undefined
  errors?: Errors | undefined
}

function AddPasskeyView({ visit, portal, label, errors = [] }: AddPasskeyViewProps) {
  const t = messages.in(visit.language)
  const back = { href: urls.accountData, label: t('data.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('passkeys.add')} scripts={['passkey.js']}>
      <p class="th-lead">{t('passkeys.lead')}</p>
      <p>{t('passkeys.how')}</p>
      <PasskeyForm
        {...{ visit }}
        purpose="add"
        action={accountUrls.addPasskey}
        challenge={accountUrls.newPasskeyChallenge}
        missing={t('passkey.missing')}
      >
        <TextField
          name="label"
          label={t('passkeys.label')}
          hint={t('passkeys.label_hint')}
          optional={uiWords(visit.language).optional}
          value={label}
          error={errors[0]?.message}
        />
        <Actions>
          <Button>{t('passkeys.make')}</Button>
          <LinkButton kind="secondary" href={urls.accountData}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </PasskeyForm>
    </AccountLayout>
  )
}
