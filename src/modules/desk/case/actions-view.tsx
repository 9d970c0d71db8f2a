import type { CaseState } from '#modules/cases/index.ts'
import { Actions, Button, Form, LinkButton } from '#ui/index.ts'
import { csrfOf } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { actionsFor, type TaskAction } from './task-actions.ts'

/** What can be done now, the primary action first; taking an unassigned case comes before everything else. */
export function ActionsView({ visit, state }: { visit: DeskVisit; state: CaseState }) {
  const mayClaim = !state.assignee && state.phase !== 'closed'
  const actions = actionsFor(visit.scope, state, visit.t)
  return (
    <Actions>
      {mayClaim && <ClaimForm {...{ visit, state }} />}
      {actions.map((action, index) => (
        <ActionView
          key={action.label}
          {...{ visit, state, action }}
          kind={index === 0 && !mayClaim ? 'primary' : 'secondary'}
        />
      ))}
    </Actions>
  )
}

function ClaimForm({ visit, state }: { visit: DeskVisit; state: CaseState }) {
  return (
    <Form action={deskUrls.claim(state.id)} csrf={csrfOf(visit)}>
      <Button>{visit.t('action.claim')}</Button>
    </Form>
  )
}

interface ActionViewProps {
  visit: DeskVisit
  state: CaseState
  action: TaskAction
  kind: 'primary' | 'secondary'
}

function ActionView({ visit, state, action, kind }: ActionViewProps) {
  if ('href' in action)
    return (
      <LinkButton kind={kind} href={action.href}>
        {action.label}
      </LinkButton>
    )
  const { task, outcome } = action
  return (
    <Form
      action={deskUrls.task(state.id)}
      csrf={csrfOf(visit)}
      hidden={{ version: String(state.version), task, ...(outcome !== undefined && { outcome }) }}
    >
      <Button kind={kind}>{action.label}</Button>
    </Form>
  )
}
