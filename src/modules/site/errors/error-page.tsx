import type { ErrorView } from '#core/http/server.ts'
import type { Visit } from '#core/http/visit.ts'
import { Layout, type Portal, type TenantServices, urls } from '#modules/tenants/index.ts'
import { Actions, LinkButton } from '#ui/index.ts'
import { Contact } from '../contact/contact.tsx'
import { errorKind } from './error-kind.ts'
import { messages } from './messages.ts'

/**
 * The page for every error: what happened, what was kept, what to do, whom to call with which mark.
 *
 * @example errorPage: (visit, fault) => errorPage(services, { visit, fault })
 */
export async function errorPage(
  services: TenantServices,
  { visit, fault }: { visit: Visit; fault: ErrorView },
) {
  const portal = await portalOf(services, visit.url)
  return <ErrorPage visit={{ ...visit, services }} portal={portal} fault={fault} />
}

/** The town whose page was asked for. Where even that cannot be found out, the page speaks for no town. */
async function portalOf(services: TenantServices, url: string): Promise<Portal | undefined> {
  const [, slug = ''] = url.split(/[/?]/)
  try {
    return await services.portals.find(slug)
  } catch (cause) {
    // The database may be the very thing that failed: the error page must not need it.
    services.log.warn({ err: cause }, 'error page without its portal')
    return undefined
  }
}

interface ErrorPageProps {
  visit: Visit<TenantServices>
  portal: Portal | undefined
  fault: ErrorView
}

function ErrorPage({ visit, portal, fault }: ErrorPageProps) {
  const t = messages.in(visit.language)
  const kind = errorKind(fault.status)
  const area = areaOf(visit.url)
  const slug = portal?.slug
  return (
    <Layout visit={visit} portal={portal} title={t(`${kind}.title`)} area={area}>
      <div class="th-stack">
        <h1>{t(`${kind}.title`)}</h1>
        <p class="th-lead">{t(`${kind}.happened`)}</p>
        <h2>{t('do_title')}</h2>
        <p>{t(`${kind}.do`)}</p>
        <Actions>
          <LinkButton href={homeOf(area, slug)}>{t('home')}</LinkButton>
          {slug && kind === 'not_found' && (
            <LinkButton kind="secondary" href={urls.services(slug)}>
              {t('services')}
            </LinkButton>
          )}
        </Actions>
        <h2>{t('kept_title')}</h2>
        <p>{t(`${kind}.kept`)}</p>
        <Help visit={visit} portal={portal} mark={fault.mark} />
      </div>
    </Layout>
  )
}

function Help({ visit, portal, mark }: { visit: Visit; portal: Portal | undefined; mark: string }) {
  const t = messages.in(visit.language)
  return (
    <>
      <h2>{t('call_title')}</h2>
      {portal ? (
        <Contact sentence={t('call')} contact={portal.tenant.settings.contact} />
      ) : (
        <p>
          <a href={urls.support('service')}>{t('support')}</a>
        </p>
      )}
      {mark && (
        <p>
          {t('mark')} <strong class="th-nobreak">{mark}</strong>
        </p>
      )}
    </>
  )
}

type Area = 'portal' | 'account' | 'desk'

function areaOf(url: string): Area {
  if (/^\/amt(\/|\?|$)/.test(url)) return 'desk'
  return /^\/konto(\/|\?|$)/.test(url) ? 'account' : 'portal'
}

function homeOf(area: Area, slug: string | undefined): string {
  if (area === 'desk') return urls.desk
  if (area === 'account') return urls.account
  return slug ? urls.home(slug) : urls.root
}
