import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { ApplicationServices } from '../services.ts'
import { giveToAccount } from './draft-store.ts'
import type { DraftAddress } from './model.ts'
import { getDraft } from './open-draft.ts'

/** Takes a draft that was begun without an account into the account of the one who signed in meanwhile. */
export async function takeOver(
  services: ApplicationServices,
  scope: Scope,
  address: DraftAddress,
): Promise<void> {
  await inScope(services.database, scope, async db => {
    const draft = await getDraft(db, scope, address)
    if (!draft.account && !draft.submittedTo) await giveToAccount(db, scope, address)
  })
}
