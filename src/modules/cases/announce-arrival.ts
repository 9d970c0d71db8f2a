import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId, CaseId } from '#core/ids.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { inAllLanguages } from './messages.ts'
import { recipientOf } from './recipient.ts'
import type { Submitted } from './record/fact.ts'
import type { CaseServices } from './services.ts'

/** Tells the applicant in her mailbox that the application arrived, and by mail that there is a message. */
export async function announceArrival(
  db: Db,
  scope: Scope,
  input: {
    services: CaseServices
    case: CaseId
    account: AccountId | undefined
    submitted: Submitted
    values: { authority: string; number: string }
  },
): Promise<void> {
  const { services, account, submitted, values } = input
  await postMessage(db, scope, {
    keyring: services.keyring,
    case: input.case,
    account,
    kind: 'received',
    content: {
      subject: inAllLanguages('received.subject', values),
      body: inAllLanguages('received.body', values),
    },
    notify: await recipientOf(services, db, { scope, submitted, account }),
  })
}
