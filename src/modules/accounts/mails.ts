import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { postMail } from '#core/mail/mail.ts'
import { urls } from '#modules/tenants/index.ts'
import { messages } from './messages.ts'
import type { AccountServices } from './services.ts'

/** Each mail has a subject and a text in the message files: `mail.confirm.subject`, `mail.confirm.text`. */
export type AccountMail =
  | 'confirm'
  | 'exists'
  | 'reset'
  | 'none'
  | 'new_email'
  | 'taken'
  | 'password_changed'
  | 'email_changed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'removed'

/**
 * Puts a mail about the account into the outbox, in the caller's transaction. Every important change is told to the
 * owner this way, so that she learns of one that she did not make.
 */
export async function postAccountMail(
  services: AccountServices,
  db: Db,
  letter: {
    scope: Scope
    mail: AccountMail
    to: string
    language: Language
    portal?: string | undefined
    /** Where its link leads; without one to the sign-in. */
    path?: string | undefined
  },
): Promise<void> {
  const t = messages.in(letter.language)
  const { baseUrl } = services.settings
  const portal = letter.portal === undefined ? undefined : await services.portals.find(letter.portal)
  const values = {
    place: portal?.name ?? t('mail.neutral'),
    link: new URL(letter.path ?? urls.signIn(), baseUrl).href,
  }
  await postMail(db, letter.scope, {
    keyring: services.keyring,
    host: new URL(baseUrl).hostname,
    to: letter.to,
    subject: t(`mail.${letter.mail}.subject`, values),
    text: t(`mail.${letter.mail}.text`, values),
  })
}
