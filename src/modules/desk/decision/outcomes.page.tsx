import { html } from '#core/http/visit.ts'
import { type CaseFact, type DeskCaseView, lastFact, openChecks, readCase } from '#modules/cases/index.ts'
import {
  findDecision,
  listOutcomes,
  loadMatter,
  type OfferedOutcome,
  type StoredDecision,
} from '#modules/decisions/index.ts'
import { Card, Notification, Prose } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { caseParams } from '../case/case-address.ts'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { isDecidable } from './read-deciding.ts'

/** Which way to decide: the outcomes of the service, with what speaks for each. */
export const outcomesPage = deskPage({
  method: 'GET',
  path: '/amt/vorgang/:case/entscheidung',
  audience: 'staff',
  audit: 'decision.begun',
  params: caseParams,
  handle: async visit => {
    const { services, scope, params } = visit
    const view = await readCase(services, scope, params.case)
    const { matter } = await loadMatter(services, scope, params.case)
    const stored = await findDecision(services, scope, params.case)
    return html(<OutcomesPage {...{ visit, view, stored }} outcomes={listOutcomes(matter)} />)
  },
})

interface OutcomesPageProps {
  visit: DeskVisit
  view: DeskCaseView
  outcomes: readonly OfferedOutcome[]
  stored: StoredDecision | undefined
}

function OutcomesPage({ visit, view, outcomes, stored }: OutcomesPageProps) {
  const { t } = visit
  return (
    <ActLayout {...{ visit, view }} title={t('decision.title')} width="wide">
      <Returned {...{ visit, view }} />
      {isDecidable(view) ? (
        <Choose {...{ visit, view, outcomes, stored }} />
      ) : (
        <Notification
          tone="info"
          title={t(view.state.phase === 'checking' ? 'decision.not_yet' : 'decision.not_now')}
        />
      )}
    </ActLayout>
  )
}

function Choose({ visit, view, outcomes, stored }: OutcomesPageProps) {
  const { t } = visit
  const open = openChecks(view.checks).length
  return (
    <>
      {open > 0 && (
        <Notification tone="warning" title={t('checks.open', { n: open })}>
          <p>
            {t('decision.checks_open')} <a href={deskUrls.checks(view.state.id)}>{t('checks.edit')}</a>
          </p>
        </Notification>
      )}
      <h2>{t('decision.choose')}</h2>
      <ul class="th-grid">
        {outcomes.map(outcome => (
          <li key={outcome.id}>
            <OutcomeCard {...{ visit, view, outcome, stored }} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OutcomeCard({
  visit,
  view,
  outcome,
  stored,
}: Pick<OutcomesPageProps, 'visit' | 'view' | 'stored'> & { outcome: OfferedOutcome }) {
  const { t, language } = visit
  const isBegun = stored?.decision.outcome === outcome.id
  const suggested = outcome.isSuggested ? { text: t('decision.suggested'), tone: 'info' as const } : undefined
  return (
    <Card
      title={outcome.title[language]}
      level={3}
      href={deskUrls.outcome(view.state.id, outcome.id)}
      state={isBegun ? { text: t('decision.begun'), tone: 'warning' } : suggested}
    >
      {outcome.about && <p>{outcome.about[language]}</p>}
      {outcome.needsCosign && <p class="th-muted">{t('decision.cosign')}</p>}
    </Card>
  )
}

/** The reason for which the decision came back, as long as no new one was made. */
export function Returned({ visit, view }: { visit: DeskVisit; view: DeskCaseView }) {
  const { facts } = view.state
  const returned = lastFact(facts, 'decision.returned')
  const made = lastFact(facts, 'decision.drafted')
  if (!returned || (made && made.seq > returned.seq)) return null
  return (
    <Notification tone="warning" title={visit.t('decision.returned', { name: nameOf(view, returned) })}>
      <Prose text={returned.data.reason} />
    </Notification>
  )
}

function nameOf({ names }: DeskCaseView, { actor }: CaseFact): string {
  return actor.kind === 'staff' ? (names.get(actor.id) ?? '') : ''
}
