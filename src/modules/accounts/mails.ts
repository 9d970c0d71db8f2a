import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import { postMail } from '#core/mail/mail.ts'
import { urls } from '#modules/tenants/index.ts'
import { messages } from './messages.ts'
import type { AccountServices } from './services.ts'
import { accountUrls } from './urls.ts'

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

/** Where the link of a mail leads that carries no token: to what helps if the owner did not do this herself. */
const help: Partial<Readonly<Record<AccountMail, (portal: string) => string>>> = {
  password_changed: () => accountUrls.forgottenPassword,
  email_changed: portal => urls.support(portal),
  removed: () => urls.register,
}

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
    /** Where its link leads, when it carries a token. */
    path?: string | undefined
  },
): Promise<void> {
  const t = messages.in(letter.language)
  const { baseUrl } = services.settings
  const portal = letter.portal === undefined ? undefined : await services.portals.find(letter.portal)
  const values = {
    place: portal?.name ?? t('mail.neutral'),
    link: new URL(letter.path ?? placeOf(letter.mail, portal?.slug), baseUrl).href,
  }
  await postMail(db, letter.scope, {
    keyring: services.keyring,
    host: new URL(baseUrl).hostname,
    to: letter.to,
    subject: t(`mail.${letter.mail}.subject`, values),
    text: t(`mail.${letter.mail}.text`, values),
  })
}

/** `service` stands for the pages of no town. */
function placeOf(mail: AccountMail, portal: string | undefined): string {
  const place = help[mail]
  if (place) return place(portal ?? 'service')
  return portal === undefined ? urls.signIn() : urls.signInAt(portal)
}
