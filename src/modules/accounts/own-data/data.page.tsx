import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { formatDate } from '#core/i18n/format.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, LinkButton, Notification, SummaryList } from '#ui/index.ts'
import { AccountLayout, portalOf } from '../account-layout.tsx'
import { getAccount } from '../get-account.ts'
import { messages } from '../messages.ts'
import type { Account } from '../model.ts'
import { listPasskeys, type Passkey } from '../passkeys/passkey-store.ts'
import { relyingParty } from '../passkeys/relying-party.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls, type Change, changes } from '../urls.ts'

type DataVisit = Visit<AccountServices, unknown, { geaendert?: Change | undefined }>

export const dataPage = page({
  method: 'GET',
  path: urls.accountData,
  audience: 'resident',
  audit: 'account.viewed',
  params: z.strictObject({}),
  query: z.object({ geaendert: z.enum(changes).optional().catch(undefined) }),
  handle: async (visit: DataVisit) => {
    const { services, scope } = visit
    const { account, passkeys } = await inScope(services.database, scope, async db => ({
      account: await getAccount(db, scope),
      passkeys: await listPasskeys(db, scope, scope.account!),
    }))
    const portal = await portalOf(visit)
    return html(<OwnDataView {...{ visit, portal, account, passkeys }} />)
  },
})

interface OwnDataViewProps {
  visit: DataVisit
  portal: Portal | undefined
  account: Account
  passkeys: readonly Passkey[]
}

function OwnDataView(props: OwnDataViewProps) {
  const { visit, portal, account } = props
  const t = messages.in(visit.language)
  const { geaendert } = visit.query
  const change = (href: string) => ({ href, label: t('data.change') })
  return (
    <AccountLayout {...{ visit, portal }} title={t('data.title')}>
      <div class="th-stack th-stack--large">
        {geaendert && <Notification tone="success" title={t(`data.changed.${geaendert}`)} live />}
        <SummaryList
          title={t('data.person')}
          rows={[
            {
              label: t('field.name'),
              value: account.name ?? t('data.no_name'),
              change: change(accountUrls.name),
            },
            {
              label: t('field.language'),
              value: t(`language.${account.language}`),
              change: change(accountUrls.name),
            },
            { label: t('field.email'), value: account.email, change: change(accountUrls.email) },
          ]}
        />
        <SummaryList
          title={t('data.signing_in')}
          rows={[
            {
              label: t('field.password'),
              value: t('data.password_set'),
              change: change(accountUrls.password),
            },
            {
              label: t('data.sessions'),
              value: t('data.sessions_text'),
              change: { href: accountUrls.sessions, label: t('data.look') },
            },
          ]}
        />
        <Passkeys {...props} />
        <section class="th-stack">
          <h2>{t('data.remove')}</h2>
          <p>{t('data.remove_text')}</p>
          <Actions>
            <LinkButton kind="secondary" href={accountUrls.remove}>
              {t('data.remove_link')}
            </LinkButton>
          </Actions>
        </section>
      </div>
    </AccountLayout>
  )
}

/** Not shown at all where browsers make no passkeys (a bare address instead of a name). */
function Passkeys({ visit, passkeys }: OwnDataViewProps) {
  if (!relyingParty(visit.services.settings.baseUrl)) return null
  const t = messages.in(visit.language)
  return (
    <section class="th-stack">
      {passkeys.length === 0 ? (
        <h2>{t('passkeys.title')}</h2>
      ) : (
        <SummaryList
          title={t('passkeys.title')}
          rows={passkeys.map(one => ({
            label: passkeyName(one, visit.language),
            value: one.lastUsedAt
              ? t('passkeys.used', { date: formatDate(one.lastUsedAt, visit.language) })
              : t('passkeys.unused'),
            change: { href: accountUrls.removePasskey(one.id), label: t('passkeys.remove') },
          }))}
        />
      )}
      <p>{t('passkeys.text')}</p>
      <Actions>
        <LinkButton kind="secondary" href={accountUrls.addPasskey}>
          {t('passkeys.add')}
        </LinkButton>
      </Actions>
    </section>
  )
}

export function passkeyName(passkey: Passkey, language: Visit['language']): string {
  const date = formatDate(passkey.createdAt, language)
  return passkey.label || messages.in(language)('passkeys.unnamed', { date })
}
