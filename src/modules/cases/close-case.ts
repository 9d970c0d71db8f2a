import type { Scope } from '#core/db/scope.ts'
import { postMessage } from '#modules/mailbox/index.ts'
import { inAllLanguages } from './messages.ts'
import { performEffect } from './process/perform-effect.ts'
import { applicantOf } from './recipient.ts'
import { lastFact } from './record/fact.ts'
import type { CaseServices, EffectOrder } from './services.ts'

/**
 * Effect `close-case`. Who withdrew gets a confirmation; whoever has a notice needs no further message.
 */
export async function closeCase(services: CaseServices, scope: Scope, order: EffectOrder): Promise<void> {
  await performEffect(services, scope, {
    ...order,
    work: async (db, state) => {
      if (!lastFact(state.facts, 'withdrawn'))
        return { facts: [{ type: 'closed', data: { because: 'decided' } }] }
      const values = { number: state.fileNumber }
      await postMessage(db, scope, {
        keyring: services.keyring,
        case: state.id,
        account: state.account,
        kind: 'closed',
        content: {
          subject: inAllLanguages('withdrawn.subject', values),
          body: inAllLanguages('withdrawn.body', values),
        },
        notify: await applicantOf(services, db, { scope, state }),
      })
      return { facts: [{ type: 'closed', data: { because: 'withdrawn' } }] }
    },
  })
}
