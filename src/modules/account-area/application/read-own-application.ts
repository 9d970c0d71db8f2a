import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { ApplicationId, NoticeId, TenantId } from '#core/ids.ts'
import {
  type CaseView,
  findCaseOf,
  lastFact,
  type NextStep,
  nextStep,
  readOwnCase,
} from '#modules/cases/index.ts'
import { type OpenedNotice, openNotice } from '#modules/decisions/index.ts'
import { listMessagesOf, type Message } from '#modules/mailbox/index.ts'
import type { AreaServices } from '../services.ts'

export interface ApplicationKey {
  readonly tenant: TenantId
  readonly application: ApplicationId
}

/** One's own application with all that belongs to it. */
export interface OwnApplication {
  readonly view: CaseView
  readonly next: NextStep
  /** Oldest first. */
  readonly messages: readonly Message[]
  readonly notice?: { readonly id: NoticeId; readonly opened: OpenedNotice } | undefined
}

/** @throws NotFound for a foreign application as for an unknown one */
export async function readOwnView(
  services: AreaServices,
  scope: Scope,
  key: ApplicationKey,
): Promise<CaseView> {
  const head = await findCaseOf(services, scope, key)
  if (!head) throw new NotFound('application')
  return readOwnCase(services, scope, { tenant: key.tenant, case: head.id })
}

/** @throws NotFound as `readOwnView` */
export async function readOwnApplication(
  services: AreaServices,
  scope: Scope,
  { language, ...key }: ApplicationKey & { language: Language },
): Promise<OwnApplication> {
  const view = await readOwnView(services, scope, key)
  const { tenant, id, facts } = view.state
  const messages = await listMessagesOf(services, scope, { tenant, case: id, language })
  const provided = lastFact(facts, 'notice.provided')?.data.notice
  // Looking at the application is no retrieval: that is a press of its own button.
  const opened =
    provided && (await openNotice(services, scope, { tenant, notice: provided, retrieving: false }))
  return {
    view,
    messages,
    next: nextStep(view, scope.now, language),
    notice: provided && opened && { id: provided, opened },
  }
}
