import { hashPassword } from '#core/crypto/password.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { CoreServices } from '#core/services.ts'
import { isEmail, isName, readEmail, readName } from '../model.ts'
import { checkNewPassword, type PasswordFault } from '../password/policy.ts'
import { secondsToWait } from '../sign-in/count-try.ts'
import { ask } from './ask.ts'

export interface Registration {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language: Language
  readonly client: Buffer
  readonly portal?: string | undefined
  readonly back?: string | undefined
}

export interface RegistrationFaults {
  readonly name?: 'signs' | undefined
  readonly email?: 'missing' | 'form' | undefined
  readonly password?: PasswordFault | undefined
}

export type Asked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'faults'; readonly faults: RegistrationFaults }
  | { readonly kind: 'wait'; readonly seconds: number }

/**
 * Asks for an account. The password is hashed in every case, and nobody looks here whether the address has one:
 * its owner gets a mail, with a link to confirm or the word that she has an account already.
 */
export async function register(services: CoreServices, scope: Scope, input: Registration): Promise<Asked> {
  const email = readEmail(input.email)
  const name = readName(input.name)
  const faults: RegistrationFaults = {
    name: isName(name) ? undefined : 'signs',
    email: faultOfEmail(email),
    password: checkNewPassword(input.password, [email, name]),
  }
  if (Object.values(faults).some(Boolean)) return { kind: 'faults', faults }
  const tried = { action: 'register', about: email, client: input.client } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const { language, portal, back } = input
  const passwordHash = await hashPassword(input.password)
  await ask(services, scope, {
    kind: 'register',
    content: { email, name: name || undefined, passwordHash, language, portal, back },
  })
  return { kind: 'asked' }
}

export function faultOfEmail(email: string): 'missing' | 'form' | undefined {
  if (email === '') return 'missing'
  return isEmail(email) ? undefined : 'form'
}
