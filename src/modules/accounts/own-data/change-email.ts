import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { findAccount, setEmail } from '../account-store.ts'
import { postAccountMail } from '../mails.ts'
import { readEmail } from '../model.ts'
import { ask, findLinked } from '../registration/ask.ts'
import { faultOfEmail } from '../registration/register.ts'
import { deleteRequestsOf, takeRequest } from '../registration/request-store.ts'
import type { AccountServices } from '../services.ts'
import { secondsToWait } from '../sign-in/count-try.ts'

export type AskedEmail =
  | { readonly kind: 'asked' }
  | { readonly kind: 'fault'; readonly fault: 'missing' | 'form' }
  | { readonly kind: 'wait'; readonly seconds: number }

/** Asks for another address. It counts once its owner follows the mailed link; until then nothing changes. */
export async function askNewEmail(
  services: AccountServices,
  scope: Scope,
  input: { email: string; client: Buffer; portal?: string | undefined },
): Promise<AskedEmail> {
  const email = readEmail(input.email)
  const fault = faultOfEmail(email)
  if (fault) return { kind: 'fault', fault }
  const tried = { action: 'email', about: email, client: input.client } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const own = freezeScope({ now: scope.now, account: scope.account })
  const owner = await inScope(services.database, own, db => findAccount(db, own, own.account!))
  const content = { email, language: owner?.language ?? 'de', portal: input.portal } as const
  await ask(services, scope, { kind: 'email', account: scope.account, content })
  return { kind: 'asked' }
}

/** The mailed link was followed: the new address counts, and the old one is told. @returns `false`: link is gone */
export async function changeEmail(services: AccountServices, scope: Scope, token: string): Promise<boolean> {
  const asking = freezeScope({ now: scope.now })
  return inScope(services.database, asking, async db => {
    const request = await findLinked(services, db, { scope: asking, kind: 'email', token })
    if (!request?.account || !(await takeRequest(db, asking, request.id))) return false
    const before = await findAccount(db, asking, request.account)
    const { email, portal } = request.opened
    if (!before || !(await setEmail(db, asking, { account: before.id, email }))) return false
    await deleteRequestsOf(db, asking, before.id)
    const { email: to, language } = before
    await postAccountMail(services, db, { scope: asking, mail: 'email_changed', to, language, portal })
    services.log.info({ event: 'account.email_changed', actor: before.id }, 'address changed')
    return true
  })
}
