import { createHash } from 'node:crypto'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { takeChallenge } from './passkey-store.ts'

/** What a challenge is for; one for signing in does not add a passkey, nor the other way round. */
export type ChallengePurpose = 'sign-in' | 'add'

interface Sealed {
  readonly challenge: string
  readonly owner: string
  readonly expires: number
}

const life_ms = 5 * 60_000

interface ChallengeFor {
  readonly purpose: ChallengePurpose
  /** Hash of the browser's cookie, or the account: only the same one may answer. */
  readonly owner: string
}

/** The challenge travels sealed in the form itself: asking for one writes nothing, so nobody can fill the table. */
export function sealChallenge(
  services: CoreServices,
  scope: Scope,
  { purpose, owner, challenge }: ChallengeFor & { challenge: string },
): string {
  const sealed: Sealed = { challenge, owner, expires: scope.now.getTime() + life_ms }
  return services.keyring.system.sealJson(contextOf(purpose), sealed).toString('base64url')
}

/** `undefined` when it is forged, for something or someone else, or older than five minutes. */
export function openChallenge(
  services: CoreServices,
  scope: Scope,
  { purpose, owner, sealed }: ChallengeFor & { sealed: string },
): { challenge: string; expiresAt: Date } | undefined {
  const opened = unseal(services, purpose, sealed)
  if (!opened || opened.owner !== owner || scope.now.getTime() > opened.expires) return undefined
  return { challenge: opened.challenge, expiresAt: new Date(opened.expires) }
}

/** A valid answer counts once; whoever overheard it cannot send it again. */
export function useChallenge(
  db: Db,
  scope: Scope,
  { challenge, expiresAt }: { challenge: string; expiresAt: Date },
): Promise<boolean> {
  return takeChallenge(db, scope, { hash: createHash('sha256').update(challenge).digest(), expiresAt })
}

const contextOf = (purpose: ChallengePurpose) => `passkey challenge ${purpose}`

function unseal(services: CoreServices, purpose: ChallengePurpose, sealed: string): Sealed | undefined {
  try {
    return services.keyring.system.openJson<Sealed>(contextOf(purpose), Buffer.from(sealed, 'base64url'))
  } catch {
    // AES-GCM says only that it does not fit: forged, cut off, or sealed for another purpose.
    return undefined
  }
}
