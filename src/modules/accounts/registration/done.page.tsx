import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, type Visit } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, LinkButton, Panel } from '#ui/index.ts'
import { AccountLayout, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { along, type Way, wayQuery } from '../sign-in/way.ts'
import { accountUrls, type Done, doneThings } from '../urls.ts'

/** Says what was done and what comes next. Holds nothing of anyone: whoever opens it sees the same. */
export const donePage = page({
  method: 'GET',
  path: '/konto/erledigt/:what',
  audience: 'anyone',
  audit: 'account_step.viewed',
  params: z.strictObject({ what: z.enum(doneThings) }),
  query: wayQuery,
  handle: async (visit: Visit<AccountServices, { what: Done }, Way>) => {
    const portal = await portalOf(visit, visit.query.portal)
    return html(<DoneView {...{ visit, portal }} />)
  },
})

interface DoneViewProps {
  visit: Visit<AccountServices, { what: Done }, Way>
  portal: Portal | undefined
}

function DoneView({ visit, portal }: DoneViewProps) {
  const t = messages.in(visit.language)
  const { what } = visit.params
  const { demo } = visit.services.settings
  return (
    <AccountLayout {...{ visit, portal }} title={t(`done.${what}.title`)} ownHeading>
      <Panel title={t(`done.${what}.title`)}>
        <p>{t(`done.${what}.text`)}</p>
      </Panel>
      <p>{t(`done.${what}.next`)}</p>
      <Next {...{ visit, portal }} />
      {demo && sendsMail(what) && (
        <p>
          <a href={urls.demoMail}>{t('done.demo_mail')}</a>
        </p>
      )}
    </AccountLayout>
  )
}

const sendsMail = (what: Done) =>
  what === 'registrierung' || what === 'passwort-vergessen' || what === 'neue-adresse'

function Next({ visit, portal }: DoneViewProps) {
  const t = messages.in(visit.language)
  const way = { ...visit.query, portal: portal?.slug }
  switch (visit.params.what) {
    case 'passwort':
      return (
        <Actions>
          <LinkButton href={along(urls.signIn(), way)}>{t('done.sign_in')}</LinkButton>
        </Actions>
      )
    case 'neue-adresse':
      return (
        <Actions>
          <LinkButton kind="secondary" href={urls.accountData}>
            {t('done.data')}
          </LinkButton>
        </Actions>
      )
    case 'geloescht':
      return (
        <Actions>
          <LinkButton kind="secondary" href={portal ? urls.home(portal.slug) : urls.root}>
            {t('done.home')}
          </LinkButton>
        </Actions>
      )
    case 'registrierung':
      return (
        <p>
          <a href={along(urls.register, way)}>{t('done.register_again')}</a>
        </p>
      )
    case 'passwort-vergessen':
      return (
        <p>
          <a href={along(accountUrls.forgottenPassword, way)}>{t('done.ask_again')}</a>
        </p>
      )
  }
}
