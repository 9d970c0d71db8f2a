import type { ComponentChildren } from 'preact'
import { formatDate } from '#core/i18n/format.ts'
import { type DeskCaseView, lastFact, openRequest } from '#modules/cases/index.ts'
import { MetaBar, Notification, Prose, TwoColumns } from '#ui/index.ts'
import { ChecksOverview } from '../checks/checks-overview.tsx'
import { DeskLayout } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { phaseState } from '../phase-state.ts'
import { deskUrls } from '../urls.ts'
import { ActionsView } from './actions-view.tsx'
import { answersIn } from './answers-of.ts'
import { AnswersView, answerAnchor } from './answers-view.tsx'
import type { Result, StreamFilter } from './case-address.ts'
import { FilesView } from './files-view.tsx'
import type { CasePageView } from './read-case-page.ts'
import { SideView } from './side-view.tsx'
import { StreamView } from './stream-view.tsx'

export interface CasePageProps {
  visit: DeskVisit
  view: CasePageView
  filter?: StreamFilter | undefined
  /** What was done just now. */
  done?: Result | undefined
  /** Somebody was faster: what to say, above everything else. */
  conflict?: ComponentChildren
}

/** One case: left what was asked and answered, right who acts next; on top what can be done now. */
export function CasePage({ visit, view, filter = 'all', done, conflict }: CasePageProps) {
  const { t, language } = visit
  const { state } = view
  return (
    <DeskLayout
      visit={visit}
      title={state.subject}
      context={state.fileNumber}
      back={{ href: deskUrls.inbox, label: t('case.to_inbox') }}
    >
      {conflict}
      {done && !conflict && <Notification tone="success" title={t(`done.${done}`)} live />}
      <MetaBar
        mark={state.fileNumber}
        title={state.subject}
        state={phaseState(state.phase, t)}
        facts={[
          { label: t('column.applicant'), value: state.applicant },
          { label: t('column.received'), value: formatDate(state.receivedAt, language) },
          { label: t('case.service'), value: view.package.service.title[language] },
        ]}
      />
      <ActionsView {...{ visit, state }} />
      <Situation {...{ visit, view }} />
      <TwoColumns side={<SideView {...{ visit, view }} />} sideLabel={t('case.side')} sideFirst>
        <Anchors {...{ visit, view }} />
        <h2 id="angaben">{t('case.answers')}</h2>
        <AnswersView {...{ view, language }} />
        <h2 id="dateien">{t('case.files')}</h2>
        <FilesView {...{ visit, view }} />
        <h2 id="pruefung">{t('checks.title')}</h2>
        <ChecksOverview {...{ visit, view }} />
        <h2 id="verlauf">{t('stream.title')}</h2>
        <StreamView {...{ visit, view, filter }} />
      </TwoColumns>
    </DeskLayout>
  )
}

/** What this case waits for, or what came in since the office last worked on it. */
function Situation({ visit, view }: { visit: DeskVisit; view: DeskCaseView }) {
  const { t } = visit
  const { state } = view
  const asked = openRequest(state)
  if (asked)
    return (
      <Notification tone="info" title={t('case.asked')}>
        <Prose text={asked.data.text} />
      </Notification>
    )
  const answered = lastFact(state.facts, 'information.answered')
  const worked = state.facts.findLast(fact => fact.type === 'task.completed')
  if (answered && state.phase === 'checking' && answered.seq > (worked?.seq ?? 0))
    return (
      <Notification tone="success" title={t('case.answered')}>
        {answered.data.text && <Prose text={answered.data.text} />}
        {answered.data.documents.length > 0 && (
          <p>
            <a href="#dateien">{t('case.answered_files', { n: answered.data.documents.length })}</a>
          </p>
        )}
      </Notification>
    )
  if (state.process.stuck.length > 0)
    return (
      <Notification tone="danger" title={t('case.stuck')}>
        <p>{t('case.stuck_text')}</p>
      </Notification>
    )
  return null
}

function Anchors({ visit, view }: { visit: DeskVisit; view: DeskCaseView }) {
  const { t, language } = visit
  const sections = answersIn(view, language)
  const links = [
    ...sections.map(section => ({ href: `#${answerAnchor(section.section)}`, label: section.title })),
    { href: '#dateien', label: t('case.files') },
    { href: '#pruefung', label: t('checks.title') },
    { href: '#verlauf', label: t('stream.title') },
  ]
  return (
    <nav aria-label={t('case.on_this_page')}>
      <ul class="th-plain th-actions">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
