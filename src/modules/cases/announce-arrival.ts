import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { inAllLanguages } from './messages.ts'
import type { Submission } from './open-case.ts'
import type { CaseServices } from './services.ts'

/** Tells the applicant in her mailbox that the application arrived, and by mail that there is a message. */
export async function announceArrival(
  db: Db,
  scope: Scope,
  input: { services: CaseServices; case: CaseId; submission: Submission; authority: string },
): Promise<void> {
  const { services, submission, authority } = input
  const { application, bindings } = submission
  const values = { authority, number: application.fileNumber }
  await postMessage(db, scope, {
    keyring: services.keyring,
    case: input.case,
    account: application.account,
    kind: 'received',
    content: {
      subject: inAllLanguages('received.subject', values),
      body: inAllLanguages('received.body', values),
    },
    notify: bindings.email
      ? {
          email: bindings.email,
          language: application.language,
          authority,
          portal: application.portal,
          baseUrl: services.settings.baseUrl,
        }
      : undefined,
  })
}
