import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { urls } from '#modules/tenants/index.ts'
import { Confirm } from '#ui/index.ts'
import { AccountLayout, csrfOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { passkeyName } from '../own-data/data.page.tsx'
import type { AccountServices } from '../services.ts'
import { askAgain } from '../sessions/freshness.ts'
import { accountUrls, changed } from '../urls.ts'
import { listPasskeys } from './passkey-store.ts'
import { removePasskey } from './remove-passkey.ts'

const params = z.strictObject({ id: z.string().regex(/^[\w-]{1,200}$/) })
type PasskeyVisit = Visit<AccountServices, { id: string }>

export const removePasskeyPage = page({
  method: 'GET',
  path: accountUrls.removePasskey(':id'),
  audience: 'resident',
  audit: 'passkey_removal.viewed',
  params,
  handle: async (visit: PasskeyVisit) => {
    const { services, scope, params: named } = visit
    const path = accountUrls.removePasskey(named.id)
    const stale = await askAgain(visit, { path, when: 'open' })
    if (stale) return stale
    const passkeys = await inScope(services.database, scope, db => listPasskeys(db, scope, scope.account!))
    const passkey = passkeys.find(one => one.id === named.id)
    if (!passkey) throw new NotFound('passkey')
    const t = messages.in(visit.language)
    const title = t('passkeys.remove_title', { name: passkeyName(passkey, visit.language) })
    const back = { href: urls.accountData, label: t('data.back') }
    return html(
      <AccountLayout {...{ visit, title, back }} portal={await portalOf(visit)} ownHeading>
        <Confirm
          {...{ title }}
          action={path}
          csrf={csrfOf(visit)}
          confirmLabel={t('passkeys.remove')}
          cancel={{ href: urls.accountData, label: t('cancel') }}
        >
          <p>{t('passkeys.remove_text')}</p>
        </Confirm>
      </AccountLayout>,
    )
  },
})

export const submitRemovePasskey = page({
  method: 'POST',
  path: accountUrls.removePasskey(':id'),
  audience: 'resident',
  audit: 'passkey.removed',
  params,
  form: z.strictObject({}),
  handle: async (visit: PasskeyVisit) => {
    const path = accountUrls.removePasskey(visit.params.id)
    const stale = await askAgain(visit, { path, when: 'send' })
    if (stale) return stale
    const { portal } = visit.identity
    await removePasskey(visit.services, visit.scope, { id: visit.params.id, portal })
    return redirect(changed('passkey-weg'))
  },
})
