import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { Forbidden } from '#core/errors.ts'
import { html, redirect } from '#core/http/visit.ts'
import { type StaffId, uuidPattern } from '#core/ids.ts'
import { type Colleague, listColleagues } from '#modules/accounts/index.ts'
import { assignCase, type DeskCaseView, mayAssign, readCase } from '#modules/cases/index.ts'
import { Actions, Button, Form, Radios } from '#ui/index.ts'
import { caseParams, versionField } from '../case/case-address.ts'
import { csrfOf, type Errors, errorOf } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ActLayout } from './act-layout.tsx'
import { ConflictView } from './conflict-view.tsx'
import { tryAct } from './try-act.ts'

const path = '/amt/vorgang/:case/zuweisung'
const nobody = 'niemand'

export const assignmentPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'case.assignment_begun',
  params: caseParams,
  handle: async visit => {
    const read = await readAssignment(visit)
    if (!mayAssign(visit.scope.staff, read.view.state)) throw new Forbidden('assign')
    return html(<AssignmentPage {...{ visit, ...read }} to={read.view.state.assignee} />)
  },
})

export const assignPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'case.assigned',
  params: caseParams,
  form: z.object({
    version: versionField,
    person: z.union([z.literal(nobody), z.string().regex(uuidPattern)]).optional(),
  }),
  handle: async visit => {
    const { services, scope, params, t } = visit
    const { version, person } = visit.form
    const to = person === nobody ? null : (person as StaffId | undefined)
    const reason =
      to === undefined
        ? undefined
        : await tryAct(() => assignCase(services, scope, { case: params.case, version, to }))
    if (to !== undefined && !reason)
      return redirect(`${deskUrls.case(params.case)}?getan=${to ? 'zugewiesen' : 'freigegeben'}`)
    const read = await readAssignment(visit)
    const errors = reason ? [] : [{ name: 'person', message: t('assignment.missing') }]
    const conflict = reason && <ConflictView hasTyped {...{ visit, view: read.view, reason, version }} />
    return html(<AssignmentPage {...{ visit, ...read, errors, conflict }} to={person} />, reason ? 409 : 422)
  },
})

async function readAssignment({ services, scope, params }: DeskVisit<z.output<typeof caseParams>>) {
  const view = await readCase(services, scope, params.case)
  const colleagues = await inScope(services.database, scope, db =>
    listColleagues(db, scope, view.state.office),
  )
  return { view, colleagues }
}

interface AssignmentPageProps {
  visit: DeskVisit
  view: DeskCaseView
  colleagues: readonly Colleague[]
  to: string | undefined
  errors?: Errors | undefined
  conflict?: ComponentChildren
}

function AssignmentPage({ visit, view, colleagues, to, errors = [], conflict }: AssignmentPageProps) {
  const { t, scope } = visit
  const people = colleagues.map(({ id, name, supervisor }) => ({
    value: id,
    label: id === scope.staff?.id ? t('assignment.me', { name }) : name,
    hint: supervisor ? t('role.supervisor') : undefined,
  }))
  return (
    <ActLayout {...{ visit, view, errors, conflict }} title={t('assignment.title')}>
      <Form
        action={deskUrls.assignment(view.state.id)}
        csrf={csrfOf(visit)}
        hidden={{ version: String(view.state.version) }}
      >
        <Radios
          name="person"
          label={t('assignment.label')}
          options={[...people, { value: nobody, label: t('assignment.nobody') }]}
          value={to}
          error={errorOf(errors, 'person')}
        />
        <Actions>
          <Button>{t('assignment.save')}</Button>
        </Actions>
      </Form>
    </ActLayout>
  )
}
