import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { file, html, redirect } from '#core/http/visit.ts'
import { formatDateTime } from '#core/i18n/format.ts'
import { type DeskCaseView, processOutcomes, readCase } from '#modules/cases/index.ts'
import {
  cosign,
  findDecision,
  previewNotice,
  returnDecision,
  type StoredDecision,
} from '#modules/decisions/index.ts'
import { Actions, Button, DocumentView, Form, LongTextField, Notification, uiWords } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { ConflictView } from '../acts/conflict-view.tsx'
import { readText } from '../acts/read-text.ts'
import { tryAct } from '../acts/try-act.ts'
import { caseParams, versionField } from '../case/case-address.ts'
import { tasksFor } from '../case/task-actions.ts'
import { csrfOf, type Errors, errorOf } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'

const path = '/amt/vorgang/:case/mitzeichnung'

/** The second pair of eyes: the letter and its reasons, and two ways on. */
export const cosignaturePage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'decision.reviewed',
  params: caseParams,
  handle: async visit => {
    const { services, scope, params } = visit
    const view = await readCase(services, scope, params.case)
    const stored = await findDecision(services, scope, params.case)
    return html(<CosignaturePage {...{ visit, view, stored }} />)
  },
})

export const cosignPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'decision.cosigned',
  params: caseParams,
  form: z.object({
    version: versionField,
    tun: z.enum(['einverstanden', 'zurueck']),
    grund: z.string().default(''),
  }),
  handle: async visit => {
    const { services, scope, params, t } = visit
    const { version, tun, grund } = visit.form
    const isReturning = tun === 'zurueck'
    const { text, problem } = readText(grund)
    const key = { case: params.case, version }
    let isComplete = true
    const reason =
      isReturning && problem
        ? undefined
        : await tryAct(async () => {
            if (isReturning) return returnDecision(services, scope, { ...key, reason: text })
            isComplete = (await cosign(services, scope, key)).kind === 'cosigned'
            return undefined
          })
    const errors = isReturning && problem ? [{ name: 'grund', message: t(`cosign.${problem}`) }] : []
    if (!reason && errors.length === 0 && isComplete)
      return redirect(
        `${deskUrls.case(params.case)}?getan=${isReturning ? 'zurueckgegeben' : 'mitgezeichnet'}`,
      )
    const view = await readCase(services, scope, params.case)
    const stored = await findDecision(services, scope, params.case)
    const conflict = reason ? (
      <ConflictView hasTyped {...{ visit, view, reason, version }} />
    ) : (
      !isComplete && <Notification tone="danger" title={t('cosign.outdated')} live />
    )
    return html(
      <CosignaturePage {...{ visit, view, stored, errors, conflict }} typed={grund} />,
      reason ? 409 : 422,
    )
  },
})

/** The letter with the name of whoever decided. */
export const cosignaturePreviewPage = deskPage({
  method: 'GET',
  path: `${path}/vorschau.pdf`,
  audience: 'staff',
  audit: 'decision.previewed',
  params: caseParams,
  handle: async ({ services, scope, params }) => {
    const stored = await findDecision(services, scope, params.case)
    if (!stored) throw new NotFound('decision')
    const { decision, signer } = stored
    const { pdf } = await previewNotice(services, scope, { case: params.case, decision, signer })
    return file({ body: Buffer.from(pdf), mediaType: 'application/pdf', name: 'Entwurf.pdf', inline: true })
  },
})

interface CosignaturePageProps {
  visit: DeskVisit
  view: DeskCaseView
  stored: StoredDecision | undefined
  typed?: string | undefined
  errors?: Errors | undefined
  conflict?: ComponentChildren
}

function CosignaturePage({ visit, view, stored, typed, errors = [], conflict }: CosignaturePageProps) {
  const { t, scope, language } = visit
  const { state } = view
  const isMine = tasksFor(scope, state).some(task => task.outcomes.includes(processOutcomes.agreed))
  const isOpen = state.process.tasks.some(task => task.outcomes.includes(processOutcomes.agreed))
  const outcome = stored && view.package.service.outcomes.find(one => one.id === stored.decision.outcome)
  return (
    <ActLayout {...{ visit, view, errors, conflict }} title={t('cosign.title')} width="wide">
      {!isOpen && !conflict && <Notification tone="info" title={t('cosign.nothing')} />}
      {isOpen && stored && (
        <>
          <p>
            {t('cosign.what', {
              name: stored.signer,
              outcome: outcome?.title[language] ?? '',
              time: formatDateTime(stored.draftedAt, language),
            })}
          </p>
          <DocumentView
            kind="pdf"
            src={deskUrls.cosignaturePreview(state.id)}
            title={t('decision.letter')}
            link={t('decision.letter_open')}
          />
          {isMine ? (
            <CosignForms {...{ visit, view, typed, errors }} />
          ) : (
            <Notification tone="info" title={t('cosign.not_you')} />
          )}
        </>
      )}
    </ActLayout>
  )
}

function CosignForms({ visit, view, typed, errors = [] }: Omit<CosignaturePageProps, 'stored'>) {
  const { t, language } = visit
  const action = deskUrls.cosignature(view.state.id)
  const version = String(view.state.version)
  return (
    <>
      <Form
        {...{ action }}
        csrf={csrfOf(visit)}
        hidden={{ version, tun: 'einverstanden' }}
        sending={uiWords(language).sending}
      >
        <Actions>
          <Button>{t('cosign.agree')}</Button>
        </Actions>
      </Form>
      <h2>{t('cosign.back_title')}</h2>
      <Form {...{ action }} csrf={csrfOf(visit)} hidden={{ version, tun: 'zurueck' }}>
        <LongTextField
          name="grund"
          label={t('cosign.reason')}
          hint={t('cosign.reason_hint')}
          rows={4}
          value={typed}
          error={errorOf(errors, 'grund')}
        />
        <Actions>
          <Button kind="secondary">{t('cosign.return')}</Button>
        </Actions>
      </Form>
    </>
  )
}
