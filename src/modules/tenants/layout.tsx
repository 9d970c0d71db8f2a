import type { ComponentChildren } from 'preact'
import { assetUrl } from '#core/assets/index.ts'
import type { Visit } from '#core/http/visit.ts'
import { htmlLanguage, type Language, languages } from '#core/i18n/languages.ts'
import {
  BackLink,
  Breadcrumb,
  DemoBanner,
  Footer,
  Header,
  type HeaderLink,
  Page,
  uiWords,
} from '#ui/index.ts'
import { messages } from './messages.ts'
import type { Portal } from './model.ts'
import type { TenantServices } from './services.ts'
import { urls } from './urls.ts'

export interface LayoutProps {
  /** Of any services: only the settings are read. */
  visit: Pick<Visit<TenantServices>, 'services' | 'identity' | 'language' | 'url' | 'nonce'>
  /** Absent on pages of no town, such as the account of someone who came directly. */
  portal?: Portal | undefined
  /** Says where I am: the same words as the h1. */
  title: string
  /** Between h1 and town in the document title, e.g. the service. */
  context?: string | undefined
  /** The page shows errors: its title begins with "Fehler:". */
  hasErrors?: boolean | undefined
  back?: { href: string; label: string } | undefined
  trail?: readonly { href: string; label: string }[] | undefined
  width?: 'text' | 'wide' | undefined
  /** `desk` for staff: other navigation, no footer texts for residents. */
  area?: 'portal' | 'account' | 'desk' | undefined
  /** Further scripts of this page by name: `passkey.js`. The page works without them. */
  scripts?: readonly string[] | undefined
  children: ComponentChildren
}

/** Head and foot of every page of every module. */
export function Layout(props: LayoutProps) {
  const { visit, portal, title, context, area = 'portal' } = props
  const { language } = visit
  const t = messages.in(language)
  const words = uiWords(language)
  const name = portal?.name ?? t('neutral.name')
  const fullTitle = [title, context, name].filter(Boolean).join(' – ')
  return (
    <Page
      title={props.hasErrors ? t('title.error', { title: fullTitle }) : fullTitle}
      lang={htmlLanguage(language)}
      styles={[assetUrl('styles.css')]}
      scripts={['islands.js', ...(props.scripts ?? [])].map(assetUrl)}
      icon={assetUrl('torhaus.svg')}
      manifest={portal && urls.manifest(portal.slug)}
      nonce={visit.nonce}
      skipLink={t('skip')}
      noindex={area !== 'portal'}
      width={props.width}
      banner={visit.services.settings.demo ? <Demo language={language} /> : undefined}
      header={
        <Header
          home={area === 'desk' ? urls.desk : portal ? urls.home(portal.slug) : urls.root}
          name={name}
          sub={area === 'desk' ? t('desk.sub') : (portal?.settings.sub[language] ?? t('neutral.sub'))}
          nav={navigation(props)}
          account={accountLink(props)}
          languages={languageLinks(language, visit.url)}
          words={words}
        />
      }
      footer={<Foot {...props} />}
      before={
        props.back ? (
          <nav aria-label={words.previous_page}>
            <BackLink href={props.back.href} label={props.back.label} />
          </nav>
        ) : props.trail ? (
          <Breadcrumb trail={props.trail} current={title} words={words} />
        ) : undefined
      }
    >
      {props.children}
    </Page>
  )
}

function navigation({ visit, portal, area }: LayoutProps): HeaderLink[] {
  const t = messages.in(visit.language)
  const at = (href: string, label: string) => ({ href, label, current: visit.url.split('?')[0] === href })
  if (area === 'desk') return visit.identity.scope.staff ? [at(urls.desk, t('nav.desk'))] : []
  if (area === 'account' && visit.identity.scope.account) {
    return [
      at(urls.accountApplications, t('nav.applications')),
      at(urls.accountMailbox, t('nav.mailbox')),
      at(urls.accountData, t('nav.data')),
    ]
  }
  return portal
    ? [at(urls.services(portal.slug), t('nav.services')), at(urls.status(portal.slug), t('nav.status'))]
    : []
}

function accountLink({ visit, portal, area }: LayoutProps): HeaderLink | undefined {
  const t = messages.in(visit.language)
  const { account, staff } = visit.identity.scope
  if (area === 'desk') return staff ? { href: urls.deskSignOut, label: t('nav.sign_out') } : undefined
  if (area === 'account' && account) return { href: urls.signOut, label: t('nav.sign_out') }
  return account
    ? { href: urls.account, label: t('nav.account') }
    : { href: portal ? urls.signInAt(portal.slug) : urls.signIn(), label: t('nav.sign_in') }
}

function languageLinks(current: Language, url: string) {
  return languages.map(language => ({
    href: withLanguage(url, language),
    label: messages.in(language)(`language.${language}`),
    lang: htmlLanguage(language),
    current: language === current,
    ...(language === 'de-leicht' ? { icon: 'easy-language' as const } : {}),
  }))
}

/** The same page in another language, other query parts kept. */
function withLanguage(url: string, language: Language): string {
  const [path = '/', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('sprache', language)
  return `${path}?${parameters}`
}

function Foot({ visit, portal }: LayoutProps) {
  const t = messages.in(visit.language)
  const slug = portal?.slug ?? 'service'
  const link = (href: string, label: string) => ({ href, label })
  return (
    <Footer
      links={{
        support: link(urls.support(slug), t('footer.support')),
        reportBarrier: link(urls.reportBarrier(slug), t('footer.report_barrier')),
        easyLanguage: link(urls.easyLanguage(slug), t('footer.easy_language')),
        signLanguage: link(urls.signLanguage(slug), t('footer.sign_language')),
        imprint: link(urls.imprint(slug), t('footer.imprint')),
        privacy: link(urls.privacy(slug), t('footer.privacy')),
        accessibility: link(urls.accessibility(slug), t('footer.accessibility')),
      }}
      supportTitle={t('footer.support_title')}
      supportText={t('footer.support_text')}
      contactTitle={t('footer.contact')}
      contact={portal && <Contact portal={portal} language={visit.language} />}
      note={t('footer.note')}
      words={uiWords(visit.language)}
    />
  )
}

function Contact({ portal, language }: { portal: Portal; language: Language }) {
  const t = messages.in(language)
  const { address, phone, email } = portal.tenant.settings.contact
  return (
    <>
      <p>
        {portal.tenant.name}
        <br />
        {address.street} {address.house_number}
        <br />
        {address.postcode} {address.town}
      </p>
      <p>
        {t('phone')}: <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        <br />
        {t('email')}: <a href={`mailto:${email}`}>{email}</a>
      </p>
    </>
  )
}

function Demo({ language }: { language: Language }) {
  const t = messages.in(language)
  return (
    <DemoBanner
      label={t('demo.label')}
      text={t('demo.text')}
      link={{ href: urls.demoMail, label: t('demo.mail') }}
    />
  )
}
