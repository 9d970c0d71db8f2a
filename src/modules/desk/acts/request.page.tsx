import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { type DeskCaseView, readCase, requestInformation } from '#modules/cases/index.ts'
import { Actions, Button, Form, LongTextField, Notification, Radios, uiWords } from '#ui/index.ts'
import { caseParams, versionField } from '../case/case-address.ts'
import { csrfOf, type Errors, errorOf } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ActLayout } from './act-layout.tsx'
import { ConflictView } from './conflict-view.tsx'
import { proposedRequest } from './proposed-request.ts'
import { readText } from './read-text.ts'
import { tryAct } from './try-act.ts'

const path = '/amt/vorgang/:case/nachforderung'

export const requestPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'case.request_begun',
  params: caseParams,
  handle: async visit => {
    const view = await readCase(visit.services, visit.scope, visit.params.case)
    const text = proposedRequest(view)
    return html(<RequestPage {...{ visit, view }} typed={{ text, dateien: 'ja' }} />)
  },
})

const requestForm = z.object({
  version: versionField,
  text: z.string().default(''),
  dateien: z.enum(['ja', 'nein']).default('nein'),
})
type Typed = Pick<z.output<typeof requestForm>, 'text' | 'dateien'>

export const sendRequestPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'case.information_requested',
  params: caseParams,
  form: requestForm,
  handle: async visit => {
    const { services, scope, params, t } = visit
    const { version, ...typed } = visit.form
    const { text, problem } = readText(typed.text)
    const reason = problem
      ? undefined
      : await tryAct(() =>
          requestInformation(services, scope, {
            case: params.case,
            version,
            text,
            asksForFiles: typed.dateien === 'ja',
          }),
        )
    if (!problem && !reason) return redirect(`${deskUrls.case(params.case)}?getan=nachforderung`)
    const view = await readCase(services, scope, params.case)
    const errors = problem ? [{ name: 'text', message: t(`request.${problem}`) }] : []
    const conflict = reason && <ConflictView hasTyped {...{ visit, view, reason, version }} />
    return html(<RequestPage {...{ visit, view, typed, errors, conflict }} />, reason ? 409 : 422)
  },
})

interface RequestPageProps {
  visit: DeskVisit
  view: DeskCaseView
  typed: Typed
  errors?: Errors | undefined
  conflict?: ComponentChildren
}

function RequestPage({ visit, view, typed, errors = [], conflict }: RequestPageProps) {
  const { t, language } = visit
  const { clock } = view.state
  return (
    <ActLayout {...{ visit, view, errors, conflict }} title={t('request.title')}>
      <p>{t('request.what', { name: view.state.applicant })}</p>
      {clock?.onExpiry === 'deemed_granted' && (
        <Notification tone="warning" title={t('request.clock_runs')}>
          <p>{t('request.clock_runs_text', { cite: clock.cite })}</p>
        </Notification>
      )}
      <Form
        action={deskUrls.request(view.state.id)}
        csrf={csrfOf(visit)}
        hidden={{ version: String(view.state.version) }}
        sending={uiWords(language).sending}
      >
        <LongTextField
          name="text"
          label={t('request.label')}
          hint={t('request.hint')}
          rows={10}
          value={typed.text}
          error={errorOf(errors, 'text')}
        />
        <Radios
          name="dateien"
          label={t('request.files')}
          options={[
            { value: 'ja', label: t('request.files_yes') },
            { value: 'nein', label: t('request.files_no') },
          ]}
          value={typed.dateien}
        />
        <Actions>
          <Button>{t('request.send')}</Button>
        </Actions>
      </Form>
    </ActLayout>
  )
}
