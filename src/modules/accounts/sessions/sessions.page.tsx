import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit } from '#core/http/visit.ts'
import { formatDateTime } from '#core/i18n/format.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, Table, Tag } from '#ui/index.ts'
import { AccountLayout, csrfOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls, changed } from '../urls.ts'
import { isAlive } from './session-limits.ts'
import { deleteOtherSessions, deleteOwnSession, type ListedSession, listSessions } from './session-store.ts'

const ownScope = ({ scope }: Visit) => freezeScope({ now: scope.now, account: scope.account })

export const sessionsPage = page({
  method: 'GET',
  path: accountUrls.sessions,
  audience: 'resident',
  audit: 'sessions.viewed',
  params: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const own = ownScope(visit)
    const all = await inScope(visit.services.database, own, db => listSessions(db, own, own.account!))
    const sessions = all.filter(one => isAlive(one, own.now))
    return html(<SessionsView {...{ visit, sessions }} portal={await portalOf(visit)} />)
  },
})

/** Ends all sessions but this one. */
export const endOtherSessions = page({
  method: 'POST',
  path: accountUrls.endOthers,
  audience: 'resident',
  audit: 'sessions.ended',
  params: z.strictObject({}),
  form: z.strictObject({}),
  handle: async (visit: Visit<AccountServices>) => {
    const own = ownScope(visit)
    const session = { account: own.account!, idHash: Buffer.from(visit.identity.sessionHash!, 'hex') }
    await inScope(visit.services.database, own, db => deleteOtherSessions(db, own, session))
    return redirect(changed('anmeldungen'))
  },
})

/** Ends one of one's own sessions; a foreign one answers like one that is not there. */
export const endOneSession = page({
  method: 'POST',
  path: accountUrls.endSession(':hash'),
  audience: 'resident',
  audit: 'session.ended',
  params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  form: z.strictObject({}),
  handle: async (visit: Visit<AccountServices, { hash: string }>) => {
    const own = ownScope(visit)
    const session = { account: own.account!, idHash: Buffer.from(visit.params.hash, 'hex') }
    const isGone = await inScope(visit.services.database, own, db => deleteOwnSession(db, own, session))
    if (!isGone) throw new NotFound('session')
    return redirect(accountUrls.sessions)
  },
})

interface SessionsViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  sessions: readonly ListedSession[]
}

function SessionsView({ visit, portal, sessions }: SessionsViewProps) {
  const { language, identity } = visit
  const t = messages.in(language)
  const back = { href: urls.accountData, label: t('data.back') }
  const rows = sessions.map(one => {
    const hash = one.idHash.toString('hex')
    const since = formatDateTime(one.createdAt, language)
    const end = (
      <Button
        kind="tertiary"
        formAction={accountUrls.endSession(hash)}
        about={t('sessions.about', { since })}
      >
        {t('sessions.end')}
      </Button>
    )
    const isThis = hash === identity.sessionHash
    return {
      key: hash,
      cells: {
        since,
        seen: formatDateTime(one.seenAt, language),
        end: isThis ? <Tag tone="info">{t('sessions.this')}</Tag> : end,
      },
    }
  })
  return (
    <AccountLayout {...{ visit, portal, back }} title={t('sessions.title')}>
      <p class="th-lead">{t('sessions.lead')}</p>
      {/* One form for all rows: each button says by its own address which session it ends. */}
      <Form action={accountUrls.endOthers} csrf={csrfOf(visit)}>
        <Table
          caption={t('sessions.title')}
          captionHidden
          rowHeader="since"
          columns={[
            { key: 'since', label: t('sessions.since') },
            { key: 'seen', label: t('sessions.seen') },
            { key: 'end', label: t('sessions.state') },
          ]}
          rows={rows}
        />
        {sessions.length > 1 && (
          <Actions>
            <Button kind="secondary">{t('sessions.end_others')}</Button>
          </Actions>
        )}
      </Form>
      <p>{t('sessions.stranger')}</p>
    </AccountLayout>
  )
}
