import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { deleteAccount } from '../account-store.ts'
import { getAccount } from '../get-account.ts'
import { postAccountMail } from '../mails.ts'
import type { AccountServices } from '../services.ts'

/**
 * Deletes the account with its drafts, passkeys and sessions (Art. 17 DSGVO). What was submitted stays with the
 * authority, which must keep its files; it loses only the link to the account. The last mail says so.
 */
export async function removeAccount(
  services: AccountServices,
  scope: Scope,
  { portal }: { portal?: string | undefined },
): Promise<void> {
  const own = freezeScope({ now: scope.now, account: scope.account })
  await inScope(services.database, own, async db => {
    const { id, email: to, language } = await getAccount(db, own)
    await deleteAccount(db, own, id)
    await postAccountMail(services, db, { scope: own, mail: 'removed', to, language, portal })
    services.log.info({ event: 'account.removed', actor: id }, 'account removed')
  })
}
