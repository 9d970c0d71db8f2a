import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { CoreServices } from '#core/services.ts'
import { findAccount } from '../account-store.ts'
import { postAccountMail } from '../mails.ts'
import type { AccountServices } from '../services.ts'
import { openChallenge, sealChallenge, useChallenge } from './challenge.ts'
import { type Attestation, readAttestation } from './credential.ts'
import { insertPasskey, listPasskeys, type Passkey } from './passkey-store.ts'
import { type RelyingParty, relyingParty } from './relying-party.ts'

/** More than anyone has devices; a limit so that the list stays a list. */
const most = 20

/** What the browser needs to make a passkey for the signed-in resident. */
export async function offerPasskey(services: CoreServices, scope: Scope, name: string) {
  const party = relyingParty(services.settings.baseUrl)
  if (!party) return undefined
  const asking = freezeScope({ now: scope.now, account: scope.account })
  const [account, known] = await inScope(services.database, asking, async db => [
    await findAccount(db, asking, scope.account!),
    await listPasskeys(db, asking, scope.account!),
  ])
  if (!account) return undefined
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.email,
    userDisplayName: account.name ?? account.email,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(one => ({ id: one.id, transports: [...one.transports] })),
  })
  const owned = { purpose: 'add', owner: account.id, challenge: options.challenge } as const
  return { options, challenge: sealChallenge(services, asking, owned) }
}

export interface NewPasskey {
  readonly label: string
  readonly challenge: string
  readonly response: string
  readonly portal?: string | undefined
}

/** Adds the passkey that the browser made, and tells the owner by mail. @returns whether it was added */
export async function addPasskey(
  services: AccountServices,
  scope: Scope,
  input: NewPasskey,
): Promise<boolean> {
  const own = freezeScope({ now: scope.now, account: scope.account })
  const account = own.account!
  const party = relyingParty(services.settings.baseUrl)
  const answer = readAttestation(input.response)
  const asked = openChallenge(services, own, { purpose: 'add', owner: account, sealed: input.challenge })
  if (!party || !answer || !asked) return false
  const made = await credentialOf({ answer, party, challenge: asked.challenge })
  if (!made) return false
  return inScope(services.database, own, async db => {
    if (!(await useChallenge(db, own, asked))) return false
    if ((await listPasskeys(db, own, account)).length >= most) return false
    const isNew = await insertPasskey(db, own, { account, label: input.label.trim().slice(0, 60), ...made })
    if (isNew) await tell(services, db, { scope: own, mail: 'passkey_added', portal: input.portal })
    return isNew
  })
}

type Made = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>

async function credentialOf(check: {
  answer: Attestation
  party: RelyingParty
  challenge: string
}): Promise<Made | undefined> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: check.answer as RegistrationResponseJSON,
      expectedChallenge: check.challenge,
      expectedOrigin: check.party.origin,
      expectedRPID: check.party.id,
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: check.answer.response.transports ?? [],
    }
  } catch {
    // The library throws plain errors for every mismatch: origin, challenge, flags, coding.
    return undefined
  }
}

/** Tells the owner by mail, in the transaction of the change. */
export async function tell(
  services: AccountServices,
  db: Db,
  what: { scope: Scope; mail: 'passkey_added' | 'passkey_removed'; portal: string | undefined },
): Promise<void> {
  const owner = await findAccount(db, what.scope, what.scope.account!)
  if (!owner) return
  await postAccountMail(services, db, { ...what, to: owner.email, language: owner.language })
  services.log.info({ event: `account.${what.mail}`, actor: owner.id }, what.mail)
}
