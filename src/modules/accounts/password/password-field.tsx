import type { Language } from '#core/i18n/languages.ts'
import { TextField } from '#ui/index.ts'
import { messages } from '../messages.ts'
import { type PasswordFault, passwordLength } from './policy.ts'

/** Asks for a new password. It may be pasted, is never shown again, and managers know it for a new one. */
export function PasswordField({ language, error }: { language: Language; error: string | undefined }) {
  const t = messages.in(language)
  return (
    <TextField
      name="password"
      label={t('field.new_password')}
      hint={t('password.hint', { least: passwordLength.least })}
      type="password"
      autocomplete="new-password"
      error={error}
    />
  )
}

export function passwordError(language: Language, fault: PasswordFault): { name: string; message: string } {
  const t = messages.in(language)
  return { name: 'password', message: t(`fault.password.${fault}`, passwordLength) }
}
