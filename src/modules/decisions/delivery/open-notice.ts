import { recordEvent } from '#core/audit.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, inTenant, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { FileReply } from '#core/http/visit.ts'
import type { CaseId, NoticeId, TenantId } from '#core/ids.ts'
import { changeCase, checkMayOpen, loadCase, processMessages } from '#modules/cases/index.ts'
import type { DecisionServices } from '../services.ts'
import { type Delivery, deliveryOf } from './delivery-of.ts'
import type { Notice } from './model.ts'
import { findNoticeRow, listNoticeRows, markNotice, type NoticeRow } from './notice-store.ts'
import { openNoticeRow, unwrapKey } from './seal-notice.ts'

export interface NoticeKey {
  readonly tenant: TenantId
  readonly notice: NoticeId
}

/** A notice with where its delivery stands now. */
export interface NoticeView {
  readonly notice: Notice
  readonly delivery: Delivery
}

export type OpenedNotice =
  | (NoticeView & { readonly kind: 'open' })
  /** It lies ready and was never opened: opening it is the retrieval that counts, so it is asked for on purpose. */
  | { readonly kind: 'sealed'; readonly delivery: Delivery }
  /** Not to be read here: ten days passed without retrieval (§ 41 Abs. 2a Satz 4 VwVfG), or it goes by post. */
  | { readonly kind: 'by_post'; readonly delivery: Delivery }

/**
 * Opens a notice for the person to whom it is addressed. With `retrieving` the first opening is recorded, once, as
 * the retrieval from which § 41 Abs. 2a VwVfG counts, and the process goes on.
 *
 * @throws NotFound for a foreign notice as for an unknown one
 * @example await openNotice(services, visit.scope, { tenant, notice, retrieving: true })
 */
export async function openNotice(
  services: DecisionServices,
  scope: Scope,
  key: NoticeKey & { retrieving: boolean },
): Promise<OpenedNotice> {
  const row = await getOwnRow(services, scope, key)
  const opened = openNoticeRow(await services.keyring.of(key.tenant), row)
  if (key.retrieving && mayRetrieve(opened, scope.now)) await retrieve(services, scope, { ...key, row })
  const again = await getOwnRow(services, scope, key)
  const notice = openNoticeRow(await services.keyring.of(key.tenant), again)
  const delivery = deliveryOf(notice, scope.now)
  if (notice.firstRetrievedAt || notice.postedAt) return { kind: 'open', notice, delivery }
  return { kind: mayRetrieve(notice, scope.now) ? 'sealed' : 'by_post', delivery }
}

/**
 * The PDF of a notice that was opened before, or is in the post. It streams.
 * @throws NotFound for a foreign notice, and for one that was never opened
 */
export async function openNoticePdf(
  services: DecisionServices,
  scope: Scope,
  key: NoticeKey,
): Promise<FileReply> {
  const row = await getOwnRow(services, scope, key)
  if (!row.first_retrieved_at && !row.posted_at) throw new NotFound('notice')
  return pdfOf(services, row)
}

/** The notices of a case for its office, the newest first. @throws NotFound for a case of another office */
export async function listNotices(
  services: DecisionServices,
  scope: Scope,
  id: CaseId,
): Promise<NoticeView[]> {
  const keys = await services.keyring.of(scope.tenant!)
  const rows = await inScope(services.database, scope, async db => {
    checkMayOpen(scope, await loadCase({ services, db }, scope, id))
    return listNoticeRows(db, scope, { tenant: scope.tenant!, case: id })
  })
  return rows.map(row => {
    const notice = openNoticeRow(keys, row)
    return { notice, delivery: deliveryOf(notice, scope.now) }
  })
}

/** The PDF for the office: to look at, and to print for the post. Never a retrieval. */
export async function openNoticePdfOf(
  services: DecisionServices,
  scope: Scope,
  key: { case: CaseId; notice: NoticeId },
): Promise<FileReply> {
  const row = await inScope(services.database, scope, async db => {
    checkMayOpen(scope, await loadCase({ services, db }, scope, key.case))
    return findNoticeRow(db, scope, { tenant: scope.tenant!, notice: key.notice })
  })
  if (row?.case_id !== key.case) throw new NotFound('notice')
  return pdfOf(services, row)
}

/** Proved by row-level security: the scope holds nothing but who she is. */
async function getOwnRow(services: DecisionServices, scope: Scope, key: NoticeKey): Promise<NoticeRow> {
  const own = freezeScope({ now: scope.now, account: scope.account, guest: scope.guest })
  const row = await inScope(services.database, own, db => findNoticeRow(db, own, key))
  if (!row) throw new NotFound('notice')
  return row
}

function mayRetrieve(notice: Notice, now: Date): boolean {
  if (notice.channel !== 'portal' || notice.firstRetrievedAt || notice.postedAt) return false
  return deliveryOf(notice, now).status !== 'lapsed'
}

/** One transaction; whoever comes second finds the fact and adds none. */
async function retrieve(
  services: DecisionServices,
  scope: Scope,
  { tenant, notice: id, row }: NoticeKey & { row: NoticeRow },
): Promise<void> {
  const within = inTenant(freezeScope({ now: scope.now, account: scope.account, guest: scope.guest }), tenant)
  await inScope(services.database, within, async db => {
    let isFirst = false
    const { id: of } = await changeCase({ services, db }, within, {
      case: row.case_id as CaseId,
      facts: state => {
        isFirst = !state.facts.some(fact => fact.type === 'notice.retrieved' && fact.data.notice === id)
        if (!isFirst) return []
        return [
          { type: 'notice.retrieved', data: { notice: id } },
          { type: 'message.received', data: { name: processMessages.retrieved } },
        ]
      },
    })
    if (!isFirst) return
    await markNotice(db, within, { notice: id, moment: 'first_retrieved_at' })
    await recordEvent(db, within, { name: 'notice.retrieved', subject: of, data: { notice: id } })
  })
}

async function pdfOf(services: DecisionServices, row: NoticeRow): Promise<FileReply> {
  const keys = await services.keyring.of(row.tenant_id as TenantId)
  const { words } = openNoticeRow(keys, row)
  return {
    body: services.blobs.read(row.pdf_blob_id, unwrapKey(keys, row)),
    mediaType: 'application/pdf',
    name: `${words.fileNumber}.pdf`,
    inline: true,
  }
}
