import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { urls } from '#modules/tenants/index.ts'
import { Confirm } from '#ui/index.ts'
import { AccountLayout, csrfOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { askAgain } from '../sessions/freshness.ts'
import { along } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'
import { removeAccount } from './remove-account.ts'

export const removeAccountPage = page({
  method: 'GET',
  path: accountUrls.remove,
  audience: 'resident',
  audit: 'account_removal.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const stale = await askAgain(visit, { path: accountUrls.remove, when: 'open' })
    if (stale) return stale
    const t = messages.in(visit.language)
    const portal = await portalOf(visit)
    const title = t('remove.title')
    const back = { href: urls.accountData, label: t('data.back') }
    return html(
      <AccountLayout {...{ visit, portal, title, back }} ownHeading>
        <Confirm
          {...{ title }}
          action={accountUrls.remove}
          csrf={csrfOf(visit)}
          confirmLabel={t('remove.submit')}
          cancel={{ href: urls.accountData, label: t('remove.keep') }}
        >
          <p>{t('remove.gone')}</p>
          <ul>
            <li>{t('remove.gone_person')}</li>
            <li>{t('remove.gone_drafts')}</li>
            <li>{t('remove.gone_mailbox')}</li>
          </ul>
          <p>{t('remove.stays')}</p>
          <p>{t('remove.save_first')}</p>
        </Confirm>
      </AccountLayout>,
    )
  },
})

export const submitRemoveAccount = page({
  method: 'POST',
  path: accountUrls.remove,
  audience: 'resident',
  audit: 'account.removed',
  params: z.strictObject({}),
  form: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const stale = await askAgain(visit, { path: accountUrls.remove, when: 'send' })
    if (stale) return stale
    const { portal } = visit.identity
    await removeAccount(visit.services, visit.scope, { portal })
    return withSession(redirect(along(accountUrls.done('geloescht'), { back: undefined, portal })), null)
  },
})
