import type { Scope } from '#core/db/scope.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { inAllLanguages, type MessageKey } from '../messages.ts'
import { performEffect } from '../process/perform-effect.ts'
import { applicantOf } from '../recipient.ts'
import { lastFact } from '../record/fact.ts'
import type { CaseServices, EffectOrder } from '../services.ts'

/** Effect `request-information`: puts the question into the applicant's mailbox. */
export async function deliverRequest(
  services: CaseServices,
  scope: Scope,
  order: EffectOrder,
): Promise<void> {
  await postRequest(services, scope, { ...order, subject: 'request.subject' })
}

/** Effect `remind-applicant`: the same question once more. */
export async function remindApplicant(
  services: CaseServices,
  scope: Scope,
  order: EffectOrder,
): Promise<void> {
  await postRequest(services, scope, { ...order, subject: 'reminder.subject' })
}

async function postRequest(
  services: CaseServices,
  scope: Scope,
  order: EffectOrder & { subject: MessageKey },
): Promise<void> {
  await performEffect(services, scope, {
    ...order,
    work: async (db, state) => {
      const asked = lastFact(state.facts, 'information.requested')
      if (!asked) throw new Error(`case ${state.id}: nothing was asked`)
      await postMessage(db, scope, {
        keyring: services.keyring,
        case: state.id,
        account: state.account,
        kind: 'request',
        about: asked.data.request,
        content: {
          subject: inAllLanguages(order.subject, { number: state.fileNumber }),
          body: asked.data.text,
          asksForFiles: asked.data.asksForFiles,
        },
        notify: await applicantOf(services, db, { scope, state }),
      })
      return { data: { request: asked.data.request } }
    },
  })
}
