import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { formatDate } from '#core/i18n/format.ts'
import { listOwnDrafts, type OwnDraft } from '#modules/applications/index.ts'
import { urls } from '#modules/tenants/index.ts'
import { Card, EmptyState, LinkButton, type Tone } from '#ui/index.ts'
import { OwnLayout } from '../own-layout.tsx'
import { accountPage, type OwnVisit } from '../own-page.ts'
import { listOwn, type OwnCase } from './list-own.ts'

export const applicationsPage = accountPage({
  method: 'GET',
  path: '/konto/antraege',
  audience: 'resident',
  audit: 'application.listed',
  params: z.object({}),
  handle: async visit => {
    const { services, scope, language } = visit
    const cases = await listOwn(services, scope, language)
    const drafts = await listOwnDrafts(services, scope)
    return html(<ApplicationsPage {...{ visit, cases, drafts }} />)
  },
})

interface ApplicationsPageProps {
  visit: OwnVisit
  cases: readonly OwnCase[]
  drafts: readonly OwnDraft[]
}

function ApplicationsPage({ visit, cases, drafts }: ApplicationsPageProps) {
  const { t } = visit
  const isEmpty = cases.length === 0 && drafts.length === 0
  return (
    <OwnLayout visit={visit} title={t('applications.title')} width="wide">
      <h1>{t('applications.title')}</h1>
      {isEmpty && (
        <EmptyState title={t('applications.empty')}>
          <p>{t('applications.empty_text')}</p>
          <LinkButton href={visit.portal ? urls.services(visit.portal.slug) : urls.root}>
            {t('applications.find')}
          </LinkButton>
        </EmptyState>
      )}
      {cases.length > 0 && (
        <ul class="th-grid">
          {cases.map(one => (
            <li key={one.head.id}>
              <CaseCard {...{ visit, one }} />
            </li>
          ))}
        </ul>
      )}
      {drafts.length > 0 && (
        <>
          <h2>{t('drafts.title')}</h2>
          <ul class="th-grid">
            {drafts.map(draft => (
              <li key={draft.draft}>
                <DraftCard {...{ visit, draft }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </OwnLayout>
  )
}

function CaseCard({ visit, one }: { visit: OwnVisit; one: OwnCase }) {
  const { t, language } = visit
  const { head, next, title } = one
  return (
    <Card
      title={title}
      href={visit.urls.application({ tenant: head.tenant, id: head.application })}
      state={stateOf(one, visit)}
      waiting={next?.actor === 'resident'}
    >
      <p>{head.subject}</p>
      {next && <p>{next.title}</p>}
      {next?.until && (
        <p>
          {t(
            next.actor === 'resident'
              ? 'card.until_you'
              : next.untilBy === 'law'
                ? 'card.until_law'
                : 'card.until',
            {
              date: formatDate(next.until, language),
            },
          )}
        </p>
      )}
      <p class="th-muted">
        {t('card.sent', { number: head.fileNumber, date: formatDate(head.receivedAt, language) })}
      </p>
    </Card>
  )
}

function stateOf({ head, next }: OwnCase, { t }: OwnVisit): { text: string; tone: Tone } {
  if (next?.actor === 'resident') return { text: t('state.you'), tone: 'warning' }
  if (head.phase === 'closed') return { text: t('state.closed'), tone: 'success' }
  return { text: t('state.office'), tone: 'info' }
}

function DraftCard({ visit, draft }: { visit: OwnVisit; draft: OwnDraft }) {
  const { t, language } = visit
  return (
    <Card
      title={draft.title[language]}
      href={draft.href}
      level={3}
      state={{ text: t('state.draft'), tone: 'neutral' }}
    >
      <p>{t('drafts.continue')}</p>
      <p class="th-muted">
        {t('drafts.saved', {
          date: formatDate(draft.savedAt, language),
          until: formatDate(draft.expiresAt, language),
        })}
      </p>
    </Card>
  )
}
