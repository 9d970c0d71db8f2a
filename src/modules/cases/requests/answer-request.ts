import type { Scope } from '#core/db/scope.ts'
import type { DocumentId } from '#core/ids.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { CaseConflict } from '../errors.ts'
import { inAllLanguages } from '../messages.ts'
import type { CaseState } from '../model.ts'
import { actOnOwnCase, type OwnCase } from '../own-case.ts'
import { processMessages } from '../process/vocabulary.ts'
import { type CaseFact, lastFact } from '../record/fact.ts'
import type { CaseServices } from '../services.ts'

/** The question that waits for the applicant, or `undefined` when nothing is asked. */
export function openRequest(state: CaseState): CaseFact<'information.requested'> | undefined {
  const isAwaited = state.process.waits.some(
    wait => wait.message === processMessages.answered && !wait.anytime,
  )
  return isAwaited ? lastFact(state.facts, 'information.requested') : undefined
}

/**
 * The applicant answers, with words and with files stored beforehand (`storeDocument`, origin "answer"). The case
 * goes back to the office and the clock goes on.
 * @throws CaseConflict `not-asked` when it was answered already, or nothing was asked
 */
export function answerRequest(
  services: CaseServices,
  scope: Scope,
  input: OwnCase & { text: string; documents: readonly DocumentId[] },
): Promise<CaseState> {
  const { text, documents } = input
  return actOnOwnCase(services, scope, {
    tenant: input.tenant,
    case: input.case,
    event: 'case.information_answered',
    facts: state => {
      const asked = openRequest(state)
      if (!asked) throw new CaseConflict('not-asked')
      return [
        { type: 'information.answered', data: { request: asked.data.request, text, documents } },
        { type: 'message.received', data: { name: processMessages.answered } },
      ]
    },
    also: async (db, within, state) => {
      await postMessage(db, within, {
        keyring: services.keyring,
        case: state.id,
        account: state.account,
        kind: 'answer',
        about: lastFact(state.facts, 'information.answered')?.data.request,
        content: {
          subject: inAllLanguages('answer.subject', { number: state.fileNumber }),
          body: text,
          documents,
        },
      })
    },
  })
}
