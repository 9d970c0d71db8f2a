import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { NoticeId } from '#core/ids.ts'
import { applicantOf, changeCase, loadCase } from '#modules/cases/index.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { inAllLanguages } from '../messages.ts'
import type { DecisionServices } from '../services.ts'
import { findNoticeRow, markNotice } from './notice-store.ts'
import { openNoticeRow } from './seal-notice.ts'

export interface NoticeNews {
  readonly services: DecisionServices
  readonly notice: NoticeId
}

/**
 * The mail server took the message that a notice lies ready: from here the ten days of § 41 Abs. 2a VwVfG run. Called
 * in the transaction that marks the mail as sent; a repeated mail changes nothing.
 */
export async function onNoticeNotified(
  db: Db,
  scope: Scope,
  { services, notice: id }: NoticeNews,
): Promise<void> {
  const row = await findNoticeRow(db, scope, { tenant: scope.tenant!, notice: id })
  if (!row) return
  const notice = openNoticeRow(await services.keyring.of(scope.tenant!), row)
  await changeCase({ services, db }, scope, {
    case: notice.case,
    facts: state =>
      state.facts.some(fact => fact.type === 'notice.notified' && fact.data.notice === id)
        ? []
        : [{ type: 'notice.notified', data: { notice: id } }],
  })
  await markNotice(db, scope, { notice: id, moment: 'notified_at' })
}

/**
 * A letter on paper is on its way: keeps the day from which § 41 Abs. 2 VwVfG counts, and tells the applicant that a
 * copy can be read here. Called in the transaction that records the posting.
 */
export async function onNoticePosted(
  db: Db,
  scope: Scope,
  { services, notice: id }: NoticeNews,
): Promise<void> {
  const isFirst = await markNotice(db, scope, { notice: id, moment: 'posted_at' })
  const row = isFirst && (await findNoticeRow(db, scope, { tenant: scope.tenant!, notice: id }))
  const state =
    row &&
    (await loadCase(
      { services, db },
      scope,
      openNoticeRow(await services.keyring.of(scope.tenant!), row).case,
    ))
  if (!state) return
  await postMessage(db, scope, {
    keyring: services.keyring,
    case: state.id,
    account: state.account,
    kind: 'notice',
    about: id,
    content: {
      subject: inAllLanguages('posted.subject', { number: state.fileNumber }),
      body: inAllLanguages('posted.body', { number: state.fileNumber }),
    },
    notify: await applicantOf(services, db, { scope, state }),
  })
}
