import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { noteLogin } from '../account-store.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { secondsToWait } from '../sign-in/count-try.ts'
import type { SignedIn } from '../sign-in/sign-in.ts'
import { openChallenge, sealChallenge, useChallenge } from './challenge.ts'
import { type Assertion, readAssertion } from './credential.ts'
import { findPasskey, notePasskeyUse, type Passkey } from './passkey-store.ts'
import { type RelyingParty, relyingParty } from './relying-party.ts'

/** What the browser needs to ask for a passkey; `undefined` where there can be none. */
export async function offerSignIn(services: CoreServices, scope: Scope, browser: string) {
  const party = relyingParty(services.settings.baseUrl)
  if (!party) return undefined
  // Loaded at the first use: a start of the portal need not pay for it.
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  const owned = { purpose: 'sign-in', owner: browser, challenge: options.challenge } as const
  return { options, challenge: sealChallenge(services, scope, owned) }
}

export interface PasskeySignIn {
  /** Sealed, as `offerSignIn` gave it. */
  readonly challenge: string
  /** JSON of the browser's answer. */
  readonly response: string
  /** Hash of the browser's cookie. */
  readonly browser: string
  readonly client: Buffer
  readonly portal?: string | undefined
  readonly instead?: string | undefined
}

/** Sign-in with a passkey: it knows its owner, proves her by PIN or finger, and cannot be guessed or phished. */
export async function passkeySignIn(
  services: CoreServices,
  scope: Scope,
  input: PasskeySignIn,
): Promise<SignedIn> {
  const tried = {
    action: 'passkey-sign-in',
    about: input.client.toString('hex'),
    client: input.client,
  } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const asking = freezeScope({ now: scope.now })
  const party = relyingParty(services.settings.baseUrl)
  const answer = readAssertion(input.response)
  const owned = { purpose: 'sign-in', owner: input.browser, sealed: input.challenge } as const
  const asked = openChallenge(services, asking, owned)
  if (!party || !answer || !asked) return refuse(services, 'form')
  const passkey = await inScope(services.database, asking, db => findPasskey(db, asking, answer.id))
  if (!passkey) return refuse(services, 'unknown')
  const counter = await counterOf({ answer, passkey, party, challenge: asked.challenge })
  if (counter === undefined) return refuse(services, 'signature')
  const own = freezeScope({ now: scope.now, account: passkey.account })
  const session = await inScope(services.database, own, async db => {
    if (!(await useChallenge(db, own, asked))) return undefined
    if (!(await notePasskeyUse(db, own, { id: passkey.id, counter }))) return undefined
    await noteLogin(db, own, { account: passkey.account })
    const { portal, instead } = input
    return beginSession(services, db, { scope: own, who: { account: passkey.account }, portal, instead })
  })
  if (session === undefined) return refuse(services, 'replay')
  services.log.info({ event: 'account.signed_in', actor: passkey.account, by: 'passkey' }, 'signed in')
  return { kind: 'signed-in', session }
}

function refuse(services: CoreServices, why: string): SignedIn {
  services.log.info({ event: 'account.sign_in_refused', by: 'passkey', why }, 'sign-in refused')
  return { kind: 'refused' }
}

/** The authenticator's new counter, or `undefined` when anything in its answer does not hold. */
async function counterOf(check: {
  answer: Assertion
  passkey: Passkey
  party: RelyingParty
  challenge: string
}): Promise<number | undefined> {
  const { answer, passkey, party, challenge } = check
  const handle = answer.response.userHandle
  // Who the authenticator says it belongs to must be who registered it (WebAuthn Level 3 § 7.2, step 6).
  if (handle !== undefined && Buffer.from(handle, 'base64url').toString() !== passkey.account)
    return undefined
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // The library throws plain errors for every mismatch: origin, challenge, counter, flags, coding.
    return undefined
  }
}
