import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { AccountServices } from '../services.ts'
import { tell } from './add-passkey.ts'
import { deletePasskey } from './passkey-store.ts'

/** Nobody signs in with it from now on; the owner is told by mail. @throws NotFound also for a foreign one */
export async function removePasskey(
  services: AccountServices,
  scope: Scope,
  input: { id: string; portal?: string | undefined },
): Promise<void> {
  const own = freezeScope({ now: scope.now, account: scope.account })
  await inScope(services.database, own, async db => {
    const isGone = await deletePasskey(db, own, { account: own.account!, id: input.id })
    if (!isGone) throw new NotFound('passkey')
    await tell(services, db, { scope: own, mail: 'passkey_removed', portal: input.portal })
  })
}
