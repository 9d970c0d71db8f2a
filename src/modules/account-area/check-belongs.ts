import { NotFound } from '#core/errors.ts'
import type { ApplicationId, TenantId } from '#core/ids.ts'
import { findCaseOf } from '#modules/cases/index.ts'
import { listMessagesOf, type Message } from '#modules/mailbox/index.ts'
import type { OwnVisit } from './own-page.ts'

type Address = { readonly tenant: TenantId; readonly application?: ApplicationId | undefined }

/**
 * Below an application's address there is only what belongs to it: one's own other letter is as unknown there as a
 * stranger's. Asked before anything is opened, since opening leaves traces.
 * @throws NotFound
 */
export async function checkBelongs(
  { services, scope, params, language }: OwnVisit<Address>,
  isMeant: (message: Message) => boolean,
): Promise<void> {
  const { tenant, application } = params
  if (application === undefined) return
  const head = await findCaseOf(services, scope, { tenant, application })
  const messages = head ? await listMessagesOf(services, scope, { tenant, case: head.id, language }) : []
  if (!messages.some(isMeant)) throw new NotFound('application')
}
