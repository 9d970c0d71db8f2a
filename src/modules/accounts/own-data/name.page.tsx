import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { languages } from '#core/i18n/languages.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, LinkButton, Radios, TextField, uiWords } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf, portalOf } from '../account-layout.tsx'
import { setNameAndLanguage } from '../account-store.ts'
import { getAccount } from '../get-account.ts'
import { messages } from '../messages.ts'
import { isName, readName } from '../model.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls, changed } from '../urls.ts'

const form = z.strictObject({ name: z.string().max(1000), language: z.enum(languages) })
type Typed = z.output<typeof form>

export const namePage = page({
  method: 'GET',
  path: accountUrls.name,
  audience: 'resident',
  audit: 'account_name.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const { services, scope } = visit
    const { name = '', language } = await inScope(services.database, scope, db => getAccount(db, scope))
    return html(<NameView {...{ visit }} portal={await portalOf(visit)} typed={{ name, language }} />)
  },
})

export const submitName = page({
  method: 'POST',
  path: accountUrls.name,
  audience: 'resident',
  audit: 'account.named',
  params: z.strictObject({}),
  form,
  handle: async (visit: Visit<AccountServices, unknown, unknown, Typed>) => {
    const { services, scope, form: typed } = visit
    const name = readName(typed.name)
    if (!isName(name)) {
      const errors = [{ name: 'name', message: messages.in(visit.language)('fault.name.signs') }]
      return html(<NameView {...{ visit, typed, errors }} portal={await portalOf(visit)} />, 422)
    }
    const change = { account: scope.account!, name: name || undefined, language: typed.language }
    await inScope(services.database, scope, db => setNameAndLanguage(db, scope, change))
    return redirect(changed('angaben'))
  },
})

interface NameViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  typed: Typed
  errors?: Errors | undefined
}

function NameView({ visit, portal, typed, errors = [] }: NameViewProps) {
  const t = messages.in(visit.language)
  const back = { href: urls.accountData, label: t('data.back') }
  return (
    <AccountLayout {...{ visit, portal, errors, back }} title={t('name.title')}>
      <Form action={accountUrls.name} csrf={csrfOf(visit)}>
        <TextField
          name="name"
          label={t('field.name')}
          hint={t('name.hint')}
          optional={uiWords(visit.language).optional}
          autocomplete="name"
          spellcheck={false}
          value={typed.name}
          error={errorOf(errors, 'name')}
        />
        <Radios
          name="language"
          label={t('name.language')}
          hint={t('name.language_hint')}
          value={typed.language}
          options={languages.map(value => ({ value, label: t(`language.${value}`) }))}
        />
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
