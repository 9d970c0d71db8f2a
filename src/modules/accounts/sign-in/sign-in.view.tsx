import type { Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, LinkButton, TextField } from '#ui/index.ts'
import { AccountLayout, csrfOf, type Errors, errorOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import { PasskeyForm } from '../passkeys/passkey-form.view.tsx'
import { relyingParty } from '../passkeys/relying-party.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls } from '../urls.ts'
import { WaitNotice } from './wait-notice.tsx'
import { along, type Way } from './way.ts'

export interface SignInViewProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  way: Way
  email?: string | undefined
  errors?: Errors | undefined
  /** Too many tries: when the next one counts. */
  waitUntil?: Date | undefined
  /** Someone signed in already is asked again before something important. */
  again?: boolean | undefined
}

export function SignInView(props: SignInViewProps) {
  const { visit, portal, way, email, errors = [], again, waitUntil } = props
  const t = messages.in(visit.language)
  const title = t(again ? 'sign_in.again_title' : 'sign_in.title')
  return (
    <AccountLayout {...{ visit, portal, title, errors }} scripts={['passkey.js']}>
      <p class="th-lead">{t(again ? 'sign_in.again_lead' : 'sign_in.lead')}</p>
      <WaitNotice
        {...{ waitUntil }}
        language={visit.language}
        otherwise={offersPasskeys(visit) ? t('wait.passkey') : undefined}
      />
      <Form action={along(urls.signIn(), way)} csrf={csrfOf(visit)} sending={t('sign_in.sending')}>
        <TextField
          name="email"
          label={t('field.email')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          value={email}
          error={errorOf(errors, 'email')}
        />
        <TextField
          name="password"
          label={t('field.password')}
          type="password"
          autocomplete="current-password"
          error={errorOf(errors, 'password')}
        />
        <Actions>
          <Button>{t('sign_in.submit')}</Button>
        </Actions>
        <p>
          <a href={along(accountUrls.forgottenPassword, way)}>{t('sign_in.forgotten')}</a>
        </p>
      </Form>
      <WithPasskey {...props} />
      {!again && <NoAccount {...props} />}
    </AccountLayout>
  )
}

const offersPasskeys = ({ services }: Visit<AccountServices>) =>
  relyingParty(services.settings.baseUrl) !== undefined

/** Hidden until the browser has shown that it can. Where there can be no passkeys, it is not in the page at all. */
function WithPasskey({ visit, way }: SignInViewProps) {
  if (!offersPasskeys(visit)) return null
  const t = messages.in(visit.language)
  return (
    <PasskeyForm
      {...{ visit }}
      purpose="sign-in"
      action={along(accountUrls.passkeySignIn, way)}
      challenge={accountUrls.passkeySignIn}
    >
      <Actions>
        <Button kind="secondary">{t('sign_in.passkey')}</Button>
      </Actions>
    </PasskeyForm>
  )
}

function NoAccount({ visit, way }: SignInViewProps) {
  const t = messages.in(visit.language)
  return (
    <>
      <h2>{t('sign_in.no_account_title')}</h2>
      <p>{t('sign_in.no_account_text')}</p>
      <Actions>
        <LinkButton kind="secondary" href={along(urls.register, way)}>
          {t('sign_in.register')}
        </LinkButton>
      </Actions>
    </>
  )
}
