import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { CoreServices } from '#core/services.ts'
import { readEmail } from '../model.ts'
import { ask } from '../registration/ask.ts'
import { faultOfEmail } from '../registration/register.ts'
import { secondsToWait } from '../sign-in/count-try.ts'

export interface Forgetting {
  readonly email: string
  readonly language: Language
  readonly client: Buffer
  readonly portal?: string | undefined
}

export type AskedNewPassword =
  | { readonly kind: 'asked' }
  | { readonly kind: 'fault'; readonly fault: 'missing' | 'form' }
  | { readonly kind: 'wait'; readonly seconds: number }

/** Asks for a link to a new password. The same answer for every address; its owner reads the rest in a mail. */
export async function askNewPassword(
  services: CoreServices,
  scope: Scope,
  input: Forgetting,
): Promise<AskedNewPassword> {
  const email = readEmail(input.email)
  const fault = faultOfEmail(email)
  if (fault) return { kind: 'fault', fault }
  const tried = { action: 'reset', about: email, client: input.client } as const
  const seconds = await secondsToWait(services, scope, tried)
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const { language, portal } = input
  await ask(services, scope, { kind: 'reset', content: { email, language, portal } })
  return { kind: 'asked' }
}
