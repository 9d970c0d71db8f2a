import { formatDate, formatTime } from '#core/i18n/format.ts'
import { type Flow, fillText, type OpenFlow } from '#flow/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { Button, Form, LinkButton, Notification } from '#ui/index.ts'
import { wordsFor } from '../questions/asking.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'
import { type Draft, keep_days } from './model.ts'

interface Start {
  readonly package: ServicePackage
  readonly open: OpenFlow
  /** Drafts of this service that this visitor has begun. */
  readonly unsent: readonly Draft[]
}

export function StartView({ visit, view }: { visit: DraftVisit; view: Start }) {
  const { portal, language } = visit
  const { package: pack, open } = view
  const { t, say } = wordsFor({ flow: pack.flow, open, lang: language })
  const service = say(pack.service.title)
  const title = t('start.title')
  return (
    <Layout
      visit={visit}
      portal={portal}
      title={title}
      context={service}
      back={{ href: urls.service(portal.slug, pack.id), label: t('back') }}
    >
      <div class="th-stack">
        <h1>{title}</h1>
        <p class="th-lead">{service}</p>
        <Unsent visit={visit} view={view} />
        <p>{t('start.duration', { minutes: minutesFor(pack.flow) })}</p>
        <p>{t('start.saved', { days: keep_days })}</p>
        <Asked view={view} lang={language} />
        <Choices visit={visit} view={view} />
        <p>
          <a href={applicationUrls.resume(portal.slug)}>{t('start.resume')}</a>
        </p>
        <p class="th-muted">{say(pack.service.purpose)}</p>
      </div>
    </Layout>
  )
}

function Unsent({ visit, view }: { visit: DraftVisit; view: Start }) {
  const { t } = wordsFor({ flow: view.package.flow, open: view.open, lang: visit.language })
  if (view.unsent.length === 0) return null
  return (
    <Notification tone="info" title={t('start.unsent')} level={2}>
      <ul>
        {view.unsent.map(draft => (
          <li key={draft.draft}>
            <a href={applicationUrls.review(draft)}>
              {t('start.continue', {
                date: formatDate(draft.savedAt, visit.language),
                time: formatTime(draft.savedAt, visit.language),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Notification>
  )
}

function Asked({ view, lang }: { view: Start; lang: DraftVisit['language'] }) {
  const { package: pack, open } = view
  const { t, say } = wordsFor({ flow: pack.flow, open, lang })
  const documents = pack.service.facts.documents ?? []
  return (
    <>
      <h2>{t('start.asked')}</h2>
      <ul>
        {pack.flow.definition.sections.map(section => (
          <li key={section.id}>{say(section.title)}</li>
        ))}
      </ul>
      {documents.length > 0 && (
        <>
          <h2>{t('start.documents')}</h2>
          <ul>
            {documents.map(text => (
              <li key={text.de}>{fillText(text, { flow: pack.flow, open, lang })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Two ways of the same size; whoever is signed in has chosen already. */
function Choices({ visit, view }: { visit: DraftVisit; view: Start }) {
  const { portal, language } = visit
  const { t, words } = wordsFor({ flow: view.package.flow, open: view.open, lang: language })
  const here = applicationUrls.start(portal.slug, view.package.id)
  const csrf = { name: '_csrf', value: visit.csrf() }
  if (visit.identity.scope.account) {
    return (
      <Form action={here} csrf={csrf} sending={words.sending}>
        <Button>{t('start.begin')}</Button>
      </Form>
    )
  }
  return (
    <>
      <h2>{t('start.choice')}</h2>
      <ul class="th-grid">
        <li class="th-stack th-stack--small">
          <h3>{t('start.with_account')}</h3>
          <p>{t('start.with_account_text')}</p>
          <LinkButton kind="secondary" href={urls.signIn(here)}>
            {t('start.sign_in')}
          </LinkButton>
        </li>
        <li class="th-stack th-stack--small">
          <h3>{t('start.without_account')}</h3>
          <p>{t('start.without_account_text')}</p>
          <Form action={here} csrf={csrf} sending={words.sending}>
            <Button kind="secondary">{t('start.begin_without')}</Button>
          </Form>
        </li>
      </ul>
    </>
  )
}

const seconds_per_question = 30

/** An estimate from the questions that everyone gets, in steps of five minutes. */
function minutesFor(flow: Flow): number {
  const questions = flow.pages
    .filter(page => !page.when)
    .flatMap(page => page.fields)
    .flatMap(field => (field.items.length > 0 ? field.items : [field]))
    .filter(field => !field.when && field.field.type !== 'info')
  return Math.max(5, Math.ceil((questions.length * seconds_per_question) / 300) * 5)
}
