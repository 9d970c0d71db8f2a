import type { ComponentChildren } from 'preact'
import type { Visit } from '#core/http/visit.ts'
import { Form } from '#ui/index.ts'
import { csrfOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'

export interface PasskeyFormProps {
  visit: Visit
  purpose: 'sign-in' | 'add'
  /** Where the form goes, and where its challenge comes from. */
  action: string
  challenge: string
  /** Said where the browser knows no passkeys or scripts are off; left out, nothing is shown then. */
  missing?: string | undefined
  children: ComponentChildren
}

/**
 * A form that a passkey fills in. It needs the island client/passkey.ts, so it is hidden until that has found the
 * browser able; nobody is offered a button that does nothing.
 */
export function PasskeyForm({ visit, purpose, action, challenge, missing, children }: PasskeyFormProps) {
  const t = messages.in(visit.language)
  return (
    <div
      data-island="passkey"
      data-purpose={purpose}
      data-challenge={challenge}
      data-cancelled={t('passkey.cancelled')}
      data-known={t('passkey.known')}
      data-failed={t('passkey.failed')}
    >
      {missing && <p data-missing>{missing}</p>}
      <div hidden data-offer>
        <Form {...{ action }} csrf={csrfOf(visit)} hidden={{ challenge: '', response: '' }}>
          {children}
          <p role="status" data-note />
        </Form>
      </div>
    </div>
  )
}
