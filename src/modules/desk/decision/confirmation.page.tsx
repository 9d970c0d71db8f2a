import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { submission } from '#modules/cases/index.ts'
import { decide, listOutcomes } from '#modules/decisions/index.ts'
import { Actions, Button, DocumentView, Form, LinkButton, Notification, uiWords } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { ConflictView } from '../acts/conflict-view.tsx'
import { tryAct } from '../acts/try-act.ts'
import { versionField } from '../case/case-address.ts'
import { csrfOf } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { outcomeParams } from './outcome-params.ts'
import { type Deciding, readDeciding } from './read-deciding.ts'

const path = '/amt/vorgang/:case/entscheidung/:outcome/treffen'

/** Asks once, with the letter in sight: a decision cannot be taken back by a click. */
export const confirmationPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'decision.confirmed',
  params: outcomeParams,
  handle: async visit => {
    const deciding = await readDeciding(visit.services, visit.scope, visit.params)
    if (!deciding.stored) return redirect(deskUrls.outcome(visit.params.case, visit.params.outcome))
    return html(<ConfirmationPage {...{ visit, deciding }} outcome={visit.params.outcome} />)
  },
})

export const decidePage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'decision.made',
  params: outcomeParams,
  form: z.object({ version: versionField }),
  handle: async visit => {
    const { services, scope, params } = visit
    const { version } = visit.form
    const here = deskUrls.outcome(params.case, params.outcome)
    const deciding = await readDeciding(services, scope, params)
    if (!deciding.stored) return redirect(here)
    let isComplete = true
    const reason = await tryAct(async () => {
      const decided = await decide(services, scope, {
        case: params.case,
        version,
        decision: deciding.decision,
      })
      isComplete = decided.kind === 'decided'
    })
    if (!reason)
      return redirect(
        `${isComplete ? deskUrls.case(params.case) : here}?getan=${isComplete ? 'entschieden' : 'entwurf'}`,
      )
    const now = await readDeciding(services, scope, params)
    const conflict = <ConflictView {...{ visit, reason, version }} view={now.view} />
    return html(<ConfirmationPage {...{ visit, conflict }} deciding={now} outcome={params.outcome} />, 409)
  },
})

interface ConfirmationPageProps {
  visit: DeskVisit
  deciding: Deciding
  outcome: string
  conflict?: ComponentChildren
}

function ConfirmationPage({ visit, deciding, outcome, conflict }: ConfirmationPageProps) {
  const { t, language } = visit
  const { view, loaded, stored } = deciding
  const { id, version, applicant, facts } = view.state
  const offered = listOutcomes(loaded.matter).find(one => one.id === outcome)
  const isElectronic = submission(facts).data.electronicDelivery
  const next = offered?.needsCosign ? 'cosign' : isElectronic ? 'portal' : 'post'
  return (
    <ActLayout
      {...{ visit, view, conflict }}
      title={t('confirm.title', { outcome: offered?.title[language] ?? outcome })}
      width="wide"
    >
      <Notification tone="info" title={t(`confirm.${next}`, { name: applicant })} />
      <DocumentView
        kind="pdf"
        src={`${deskUrls.outcomePreview(id, outcome)}?stand=${stored?.draftedAt.getTime() ?? 0}`}
        title={t('decision.letter')}
        link={t('decision.letter_open')}
      />
      <Form
        action={deskUrls.outcomeConfirmation(id, outcome)}
        csrf={csrfOf(visit)}
        hidden={{ version: String(version) }}
        sending={uiWords(language).sending}
      >
        <Actions>
          <Button>{t('confirm.go')}</Button>
          <LinkButton kind="secondary" href={deskUrls.outcome(id, outcome)}>
            {t('confirm.back')}
          </LinkButton>
        </Actions>
      </Form>
    </ActLayout>
  )
}
