import { Readable } from 'node:stream'
import type { WrittenBlob } from '#core/blobs/blobs.ts'
import { dayInGermany } from '#core/clock.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { type NoticeId, newId } from '#core/ids.ts'
import { renderLetter } from '#core/letters/index.ts'
import {
  applicantOf,
  type CaseState,
  type EffectOrder,
  type EffectResult,
  loadCase,
  performEffect,
  submission,
} from '#modules/cases/index.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import type { State } from '#packages/delivery-law/index.ts'
import { type CheckedDecision, checkDecision } from '../check-decision.ts'
import { getStanding } from '../cosign.ts'
import type { StoredDecision } from '../draft.ts'
import { type LoadedMatter, loadMatterOf } from '../load-matter.ts'
import { inAllLanguages } from '../messages.ts'
import type { DecisionServices } from '../services.ts'
import { channelOf } from './channel.ts'
import type { Channel, NoticeContent } from './model.ts'
import { insertNotice } from './notice-store.ts'
import { sealContent, wrapKey } from './seal-notice.ts'

/** No letter comes near it; a bound all the same. */
const largest_bytes = 50_000_000

/**
 * Effect `provide-notice`: sets the final letter, stores it, lays it ready and tells the applicant. Runs again as
 * often as it must: the letter follows from the decision alone, row, message and fact are written in one transaction
 * that happens once, and a PDF that no row names is removed, here or by the sweep.
 */
export async function provideNotice(
  services: DecisionServices,
  scope: Scope,
  order: EffectOrder,
): Promise<void> {
  const ready = await prepare(services, scope, order)
  if (!ready) return
  const { pdf, ...prepared } = ready
  const blob = await services.blobs.write(Readable.from([Buffer.from(pdf)]), largest_bytes)
  const isKept = await performEffect(services, scope, {
    ...order,
    work: (db, state) => writeNotice(db, scope, { ...prepared, services, blob, state }),
  })
  // Where that throws, whether it was committed may be unknown: then the sweep finds out, nothing is removed here.
  if (!isKept) await services.blobs.remove(blob.id)
}

interface Prepared {
  readonly stored: StoredDecision
  readonly loaded: LoadedMatter
  readonly composed: CheckedDecision['composed']
}

/** Nothing when the effect is done already. Outside of any lock: setting type takes its time. */
async function prepare(
  services: DecisionServices,
  scope: Scope,
  order: EffectOrder,
): Promise<(Prepared & { pdf: Uint8Array }) | undefined> {
  const state = await inScope(services.database, scope, db => loadCase({ services, db }, scope, order.case))
  if (!state?.process.effects.some(effect => effect.id === order.effect)) return undefined
  const stored = await getStanding(services, scope, { state })
  if (!stored.effectiveAt) throw new Error(`decision ${stored.id} has not taken effect`)
  // The day of the decision, however late this job runs.
  const today = dayInGermany(stored.effectiveAt)
  const loaded = await loadMatterOf(services, scope, { state, today })
  const letter = { created: stored.effectiveAt, isDraft: false, signer: stored.signer }
  const { composed, faults } = checkDecision(loaded, stored.decision, letter)
  if (faults.length > 0)
    throw new Error(`notice of ${stored.id}: ${faults.map(fault => fault.code).join(', ')}`)
  return { stored, loaded, composed, pdf: await renderLetter('notice', composed.letter) }
}

async function writeNotice(
  db: Db,
  scope: Scope,
  input: Prepared & { services: DecisionServices; blob: WrittenBlob; state: CaseState },
): Promise<EffectResult> {
  const { services, stored, loaded, blob, state } = input
  const id = newId<NoticeId>(scope.now)
  const keys = await services.keyring.of(scope.tenant!)
  const channel = channelOf(state, loaded.matter.package.service)
  await insertNotice(db, scope, {
    id,
    case_id: state.id,
    decision_id: stored.id,
    account_id: state.account ?? null,
    content: sealContent(keys, id, contentOf(input)),
    pdf_blob_id: blob.id,
    pdf_wrapped_key: wrapKey(keys, id, blob.key),
    pdf_sha256: blob.sha256,
    channel,
    provided_at: scope.now,
  })
  await tellApplicant(db, scope, { services, state, notice: id, channel })
  const data = { notice: id, decision: stored.id, channel }
  return { facts: [{ type: 'notice.provided', data }], data }
}

function contentOf({ stored, loaded, composed, state }: Prepared & { state: CaseState }): NoticeContent {
  const { created: _, draft: __, language: ___, ...words } = composed.letter
  const { remedy } = composed
  return {
    outcome: stored.decision.outcome,
    words: { ...words, head: { ...words.head, arms: undefined } },
    summary: composed.summary,
    law: loaded.matter.package.service.procedural_law,
    state: loaded.tenant.state as State,
    consent: submission(state.facts).data.electronicDelivery,
    remedy: remedy && { kind: remedy.kind, months: remedy.months },
  }
}

/** The message says that the notice is there, not what it says: opening it is the retrieval that counts. */
async function tellApplicant(
  db: Db,
  scope: Scope,
  told: { services: DecisionServices; state: CaseState; notice: NoticeId; channel: Channel },
): Promise<void> {
  const { services, state, notice, channel } = told
  const values = { number: state.fileNumber }
  const notify = await applicantOf(services, db, { scope, state })
  const isReady = channel === 'portal'
  await postMessage(db, scope, {
    keyring: services.keyring,
    case: state.id,
    account: state.account,
    kind: 'notice',
    about: isReady ? notice : undefined,
    content: {
      subject: inAllLanguages(isReady ? 'ready.subject' : 'by_post.subject', values),
      body: inAllLanguages(isReady ? 'ready.body' : 'by_post.body', values),
    },
    notify: notify && { ...notify, notice: isReady ? notice : undefined },
  })
}
