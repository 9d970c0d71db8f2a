import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html, redirect, type Visit, withSession } from '#core/http/visit.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, Form, LinkButton } from '#ui/index.ts'
import { AccountLayout, csrfOf, portalOf } from '../account-layout.tsx'
import { messages } from '../messages.ts'
import type { AccountServices } from '../services.ts'
import { along, type Way, wayQuery } from '../sign-in/way.ts'
import { endSession } from './end-session.ts'

type Area = 'account' | 'desk'

const places = {
  account: { path: urls.signOut, signIn: urls.signIn(), stay: urls.account },
  desk: { path: urls.deskSignOut, signIn: urls.deskSignIn(), stay: urls.desk },
} as const

/** GET asks with a button (a link that signs out could be planted anywhere); afterwards it says that it is done. */
const signOutPage = (area: Area) =>
  page({
    method: 'GET',
    path: places[area].path,
    audience: 'anyone',
    audit: 'sign_out.viewed',
    params: z.strictObject({}),
    query: wayQuery,
    handle: async (visit: Visit<AccountServices, unknown, Way>) => {
      const portal = await portalOf(visit, visit.query.portal)
      const isSignedIn = visit.identity.sessionHash !== undefined
      return html(isSignedIn ? <Ask {...{ visit, portal, area }} /> : <Done {...{ visit, portal, area }} />)
    },
  })

const submitSignOut = (area: Area) =>
  page({
    method: 'POST',
    path: places[area].path,
    audience: 'anyone',
    audit: 'session.ended',
    params: z.strictObject({}),
    query: wayQuery,
    form: z.strictObject({}),
    handle: async (visit: Visit<AccountServices, unknown, Way>) => {
      await endSession(visit.services, visit.scope, visit.identity.sessionHash)
      const way = { back: undefined, portal: visit.query.portal ?? visit.identity.portal }
      return withSession(redirect(along(places[area].path, way)), null)
    },
  })

export const signOutPages = [
  signOutPage('account'),
  submitSignOut('account'),
  signOutPage('desk'),
  submitSignOut('desk'),
]

interface Shown {
  visit: Visit<AccountServices>
  portal: Portal | undefined
  area: Area
}

function Ask({ visit, portal, area }: Shown) {
  const t = messages.in(visit.language)
  return (
    <AccountLayout {...{ visit, portal, area }} title={t('sign_out.title')}>
      <p>{t('sign_out.text')}</p>
      <Form action={places[area].path} csrf={csrfOf(visit)}>
        <Actions>
          <Button>{t('sign_out.submit')}</Button>
          <LinkButton kind="secondary" href={places[area].stay}>
            {t('sign_out.stay')}
          </LinkButton>
        </Actions>
      </Form>
    </AccountLayout>
  )
}

function Done({ visit, portal, area }: Shown) {
  const t = messages.in(visit.language)
  const way = { back: undefined, portal: portal?.slug }
  return (
    <AccountLayout {...{ visit, portal, area }} title={t('signed_out.title')}>
      <p>{t('signed_out.text')}</p>
      <p>{t('signed_out.shared')}</p>
      <Actions>
        <LinkButton
          kind="secondary"
          href={along(places[area].signIn, area === 'desk' ? { ...way, portal: undefined } : way)}
        >
          {t('signed_out.again')}
        </LinkButton>
        {portal && area === 'account' && (
          <LinkButton kind="secondary" href={urls.home(portal.slug)}>
            {t('signed_out.home', { portal: portal.name })}
          </LinkButton>
        )}
      </Actions>
    </AccountLayout>
  )
}
