import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { DocumentId } from '#core/ids.ts'
import { listDocuments } from '#modules/applications/index.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { CaseConflict } from '../errors.ts'
import { loadCase } from '../load-case.ts'
import { inAllLanguages } from '../messages.ts'
import type { CaseState } from '../model.ts'
import { actOnOwnCase, enterOwnCase, type OwnCase } from '../own-case.ts'
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
 * The applicant answers. The files are those she stored for this request beforehand (`storeDocument`, origin
 * "answer", field = id of the request). The case goes back to the office and the clock goes on.
 * @throws CaseConflict `not-asked` when it was answered already, or nothing was asked
 */
export async function answerRequest(
  services: CaseServices,
  scope: Scope,
  input: OwnCase & { request: string; text: string },
): Promise<CaseState> {
  const { tenant, request, text } = input
  const documents = await documentsFor(services, scope, input)
  return actOnOwnCase(services, scope, {
    tenant,
    case: input.case,
    event: 'case.information_answered',
    facts: state => {
      if (openRequest(state)?.data.request !== request) throw new CaseConflict('not-asked')
      return [
        { type: 'information.answered', data: { request, text, documents } },
        { type: 'message.received', data: { name: processMessages.answered } },
      ]
    },
    also: async (db, within, state) => {
      await postMessage(db, within, {
        keyring: services.keyring,
        case: state.id,
        account: state.account,
        kind: 'answer',
        about: request,
        content: {
          subject: inAllLanguages('answer.subject', { number: state.fileNumber }),
          body: text,
          documents,
        },
      })
    },
  })
}

async function documentsFor(
  services: CaseServices,
  scope: Scope,
  input: OwnCase & { request: string },
): Promise<DocumentId[]> {
  const within = await enterOwnCase(services, scope, input)
  const state = await inScope(services.database, within, db => loadCase({ services, db }, within, input.case))
  if (!state) return []
  const stored = await listDocuments(services, within, { tenant: state.tenant, id: state.application })
  return stored
    .filter(({ origin, field }) => origin === 'answer' && field === input.request)
    .map(({ id }) => id as DocumentId)
}
