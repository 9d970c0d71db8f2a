import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { formatDate, formatDateTime } from '#core/i18n/format.ts'
import { mayWithdraw, timeline } from '#modules/cases/index.ts'
import { LinkList, MetaBar, Notification, Prose, Timeline } from '#ui/index.ts'
import { backToAll, OwnLayout } from '../own-layout.tsx'
import { applicationParams, ownPages } from '../own-page.ts'
import { AnswersView } from './answers-view.tsx'
import { DownloadsView } from './downloads-view.tsx'
import { readOwnApplication } from './read-own-application.ts'
import { keyOf, type OwnApplicationProps, SituationView } from './situation-view.tsx'

const results = ['geantwortet', 'zurueckgenommen'] as const

/** One application: what I have to do, what happened, messages, files, my answers. */
export const applicationPages = ownPages({
  method: 'GET',
  paths: {
    account: '/konto/antraege/:tenant/:application',
    guest: '/:portal/status/:tenant/:application',
  },
  audit: 'application.viewed',
  params: { account: applicationParams },
  query: z.object({ getan: z.enum(results).optional() }),
  handle: async visit => {
    const { services, scope, params, language } = visit
    const own = await readOwnApplication(services, scope, { ...params, language })
    return html(<ApplicationPage {...{ visit, own }} done={visit.query.getan} />)
  },
})

function ApplicationPage({
  visit,
  own,
  done,
}: OwnApplicationProps & { done?: (typeof results)[number] | undefined }) {
  const { t, language } = visit
  const { state, package: pack } = own.view
  const title = pack.service.title[language]
  return (
    <OwnLayout {...{ visit, title }} context={state.fileNumber} back={backToAll(visit)}>
      {done && <Notification tone="success" title={t(`done.${done}`)} live />}
      <MetaBar
        mark={state.fileNumber}
        title={title}
        state={stateOf({ visit, own })}
        facts={[
          { label: t('application.subject'), value: state.subject },
          { label: t('application.sent'), value: formatDate(state.receivedAt, language) },
          { label: t('application.authority'), value: own.view.authority },
        ]}
      />
      <SituationView {...{ visit, own }} />
      <h2>{t('timeline.title')}</h2>
      <History {...{ visit, own }} />
      <h2>{t('messages.title')}</h2>
      <Messages {...{ visit, own }} />
      <h2>{t('downloads.title')}</h2>
      <DownloadsView {...{ visit, own }} />
      <AnswersView {...{ visit }} view={own.view} />
      {mayWithdraw(state) && (
        <p>
          <a href={visit.urls.withdrawal(keyOf(own))}>{t('withdrawal.link')}</a>
        </p>
      )}
    </OwnLayout>
  )
}

function stateOf({ visit, own }: OwnApplicationProps) {
  const { t } = visit
  if (own.next.actor === 'resident') return { text: t('state.you'), tone: 'warning' as const }
  if (own.view.state.phase === 'closed') return { text: t('state.closed'), tone: 'success' as const }
  return { text: t('state.office'), tone: 'info' as const }
}

function History({ visit, own }: OwnApplicationProps) {
  const { t, language } = visit
  const entries = timeline(own.view, 'resident', language).reverse()
  return (
    <Timeline
      label={t('timeline.title')}
      entries={entries.map(({ at, title, detail }, index) => ({
        when: formatDateTime(at, language),
        datetime: at.toISOString(),
        title,
        current: index === 0,
        children: detail && <Prose text={detail} />,
      }))}
    />
  )
}

function Messages({ visit, own }: OwnApplicationProps) {
  const { t, language, urls } = visit
  if (own.messages.length === 0) return <p>{t('messages.none')}</p>
  return (
    <LinkList
      links={own.messages.toReversed().map(message => ({
        href: urls.message(keyOf(own), message.id),
        label: message.isUnread ? t('messages.unread', { subject: message.subject }) : message.subject,
        about: formatDateTime(message.sentAt, language),
        icon: message.direction === 'to_office' ? 'arrow-forward' : 'mail',
      }))}
    />
  )
}
