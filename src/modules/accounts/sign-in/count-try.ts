import type { Keyring } from '#core/crypto/keyring.ts'
import { type Database, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { TooMany } from '#core/errors.ts'
import { countAttempt } from '#core/throttle-store.ts'

/** Nobody waits longer than this because a stranger guessed (reference/security S-19). */
const window_s = 15 * 60

/**
 * Tries in 15 minutes. From one address a stranger runs into `pair` long before the account's own limit is
 * reached, so the owner, coming from elsewhere, still gets in; many addresses together reach at most 25 tries on
 * one account, which is less than a million a year. A passkey needs no password and knows none of these limits.
 */
const tries = {
  pair: 10,
  account: 25,
  client: 60,
} as const

export interface Try {
  /** What is being guessed at: an address, a token. The same whether or not it exists. */
  readonly about: string
  readonly client: Buffer
}

interface Counting {
  readonly database: Database
  readonly keyring: Keyring
}

/**
 * Counts one try in a transaction of its own, so that it counts even if what follows fails.
 * @returns seconds to wait, or `undefined` when the try may be made
 */
export async function secondsToWait(
  services: Counting,
  scope: Scope,
  { action, about, client }: Try & { action: string },
): Promise<number | undefined> {
  const subject = (text: string) => services.keyring.hash('attempt', `${action} ${text}`)
  const counts = [
    { subject: subject(client.toString('hex')), limit: tries.client },
    { subject: subject(`${client.toString('hex')} ${about}`), limit: tries.pair },
    { subject: subject(about), limit: tries.account },
  ]
  try {
    await inScope(services.database, { now: scope.now }, async db => {
      for (const count of counts) await countAttempt(db, scope, { action, window_s, ...count })
    })
    return undefined
  } catch (cause) {
    if (cause instanceof TooMany) return cause.retryAfter_s
    throw cause
  }
}
