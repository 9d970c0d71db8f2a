import type { Keyring } from '#core/crypto/keyring.ts'
import { type Database, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { TooMany } from '#core/errors.ts'
import { countAttempt } from '#core/throttle-store.ts'

/** Nobody waits longer than this because a stranger guessed (reference/security S-19). */
const window_s = 15 * 60

interface Tries {
  /** From one address at one subject: a stranger stops here, long before the owner is kept out by `about`. */
  readonly pair: number
  /** At one subject from everywhere: 25 in 15 minutes are less than a million a year. */
  readonly about: number
  /** From one address at all: a library has many readers. */
  readonly client: number
}

const guessing: Tries = { pair: 10, about: 25, client: 60 }
/** Each of these sends a mail to someone who may not have asked for it. */
const mailing: Tries = { pair: 3, about: 5, client: 20 }

/** Tries in 15 minutes. A passkey needs no password and knows none of the limits on guessing. */
const limits = {
  'sign-in': guessing,
  'staff-sign-in': guessing,
  confirm: guessing,
  'passkey-sign-in': { pair: 60, about: 60, client: 60 },
  register: mailing,
  reset: mailing,
  email: mailing,
} as const satisfies Record<string, Tries>

export interface Try {
  readonly action: keyof typeof limits
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
  { action, about, client }: Try,
): Promise<number | undefined> {
  const tries = limits[action]
  const subject = (text: string) => services.keyring.hash('attempt', `${action} ${text}`)
  const counts = [
    { subject: subject(client.toString('hex')), limit: tries.client },
    { subject: subject(`${client.toString('hex')} ${about}`), limit: tries.pair },
    { subject: subject(about), limit: tries.about },
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
