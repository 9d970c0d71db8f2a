import { checkPassword, hashPassword } from '#core/crypto/password.ts'
import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { newCode, readCode } from '#core/ids.ts'
import { countAttempt } from '#core/throttle-store.ts'
import type { ApplicationServices } from '../services.ts'
import type { DraftAddress } from './model.ts'
import { getDraft } from './open-draft.ts'
import { findByResumeCode, giveToBrowser, setResumeCode } from './resume-store.ts'

export const shortest_password = 8

/**
 * Makes a code with which the draft can be opened in another browser, together with the password that the guest
 * chose. The code is told once; only its hash is kept. An older code ends.
 *
 * @throws NotFound when the draft is not the visitor's
 */
export async function makeResumeCode(
  services: ApplicationServices,
  scope: Scope,
  { address, password }: { address: DraftAddress; password: string },
): Promise<string> {
  const code = newCode()
  const secret = await hashPassword(password)
  const hash = services.keyring.hash('code', code)
  await inScope(services.database, scope, async db => {
    await getDraft(db, scope, address)
    await setResumeCode(db, scope, { ...address, hash, secret })
  })
  return code
}

/**
 * Opens a draft by code and password and hands it to this browser (`scope.guest`).
 * Unknown code and wrong password cannot be told apart, not by time either.
 *
 * @throws TooMany after ten tries in a quarter of an hour from one address
 */
export async function resumeDraft(
  services: ApplicationServices,
  scope: Scope,
  typed: { code: string; password: string; client: Buffer },
): Promise<DraftAddress | undefined> {
  const system: Scope = { now: scope.now, guest: scope.guest, system: true }
  await inScope(services.database, system, db =>
    countAttempt(db, system, { action: 'resume', subject: typed.client, limit: 10, window_s: 900 }),
  )
  const code = readCode(typed.code)
  const hash = code && services.keyring.hash('code', code)
  const found = hash
    ? await inScope(services.database, system, db => findByResumeCode(db, system, hash))
    : undefined
  const isRight = await checkPassword(typed.password, found?.secret)
  if (!hash || !found || !isRight) return undefined
  await inScope(services.database, system, db => giveToBrowser(db, system, { ...found, hash }))
  const { secret: _, ...address } = found
  return address
}
