import type { Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, LinkButton } from '#ui/index.ts'
import { AccountLayout } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { RequestKind } from '../model.ts'
import type { AccountServices } from '../services.ts'
import { along } from '../sign-in/way.ts'
import { accountUrls } from '../urls.ts'

const again: Readonly<Record<RequestKind, string>> = {
  register: urls.register,
  reset: accountUrls.forgottenPassword,
  email: accountUrls.email,
}

export interface LinkGoneProps {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  kind: RequestKind
}

/** A mailed link that was used, is too old or never was: all three look the same. */
export function LinkGone({ visit, portal, kind }: LinkGoneProps) {
  const t = messages.in(visit.language)
  const way = { back: undefined, portal: portal?.slug }
  return (
    <AccountLayout {...{ visit, portal }} title={t('gone.title')}>
      <p>{t(`gone.${kind}`)}</p>
      <Actions>
        <LinkButton href={along(again[kind], way)}>{t(`gone.again.${kind}`)}</LinkButton>
        <LinkButton kind="secondary" href={along(urls.signIn(), way)}>
          {t('gone.sign_in')}
        </LinkButton>
      </Actions>
    </AccountLayout>
  )
}
