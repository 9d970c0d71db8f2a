import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { RawForm } from '#core/http/page.ts'
import { html, redirect } from '#core/http/visit.ts'
import { type DeskCaseView, readCase, recordChecks } from '#modules/cases/index.ts'
import { Actions, Button, Form, uiWords } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { ConflictView } from '../acts/conflict-view.tsx'
import { tryAct } from '../acts/try-act.ts'
import { caseParams } from '../case/case-address.ts'
import { csrfOf, type Errors } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { CheckField } from './check-field.tsx'
import { noteName, readChecksForm } from './read-checks-form.ts'

const path = '/amt/vorgang/:case/pruefung'

export const checksPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'case.checks_viewed',
  params: caseParams,
  handle: async visit => {
    const view = await readCase(visit.services, visit.scope, visit.params.case)
    return html(<ChecksPage {...{ visit, view }} />)
  },
})

export const saveChecksPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'case.checks_recorded',
  params: caseParams,
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  handle: async visit => {
    const { services, scope, params, t, form: typed } = visit
    const view = await readCase(services, scope, params.case)
    const { checks, tooLong } = readChecksForm(typed, view.checks)
    const errors = tooLong.map(key => ({ name: noteName(key), message: t('note.too_long') }))
    if (errors.length > 0) return html(<ChecksPage {...{ visit, view, typed, errors }} />, 422)
    const reason = await tryAct(() => recordChecks(services, scope, { case: params.case, checks }))
    if (!reason) return redirect(`${deskUrls.case(params.case)}?getan=pruefung#pruefung`)
    const conflict = <ConflictView hasTyped {...{ visit, view, reason }} />
    return html(<ChecksPage {...{ visit, view, typed, conflict }} />, 409)
  },
})

interface ChecksPageProps {
  visit: DeskVisit
  view: DeskCaseView
  typed?: RawForm | undefined
  errors?: Errors | undefined
  conflict?: ComponentChildren
}

function ChecksPage({ visit, view, typed, errors = [], conflict }: ChecksPageProps) {
  const { t, language } = visit
  return (
    <ActLayout {...{ visit, view, errors, conflict }} title={t('checks.title')} width="wide">
      <p>{t('checks.intro')}</p>
      <Form action={deskUrls.checks(view.state.id)} csrf={csrfOf(visit)} sending={uiWords(language).saving}>
        {view.checks.map(group => (
          <section key={group.id} class="th-stack th-stack--large">
            <h2>{group.title[language]}</h2>
            {group.checks.map(check => (
              <CheckField key={check.key} {...{ visit, view, check, typed, errors }} />
            ))}
          </section>
        ))}
        <Actions>
          <Button>{t('checks.save')}</Button>
        </Actions>
      </Form>
    </ActLayout>
  )
}
