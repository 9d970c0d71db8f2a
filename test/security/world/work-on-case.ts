import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { CaseId, StaffId, TenantId } from '#core/ids.ts'
import { addNote, claimCase, completeTask, loadCase, requestInformation } from '#modules/cases/index.ts'
import { type Decision, decide, draftDecision } from '#modules/decisions/index.ts'
import { decisionOfWalk } from '#modules/decisions/notice/walk.fixture.ts'
import type { TestPortal } from '#test/portal.ts'
import type { Journey } from '#test/visitor/walk.ts'
import type { Sent } from './apply.ts'
import type { DatabaseState } from './database-state.ts'
import { type Role, residentEmail } from './roles.ts'
import type { People } from './sign-in.ts'

/** The scope in which a member of staff acts, as her session would give it. */
export async function scopeOf(portal: TestPortal, state: DatabaseState, email: string): Promise<Scope> {
  const [row] = await state.query(
    `select s.tenant_id, s.id, s.name, s.roles, (select jsonb_agg(jsonb_build_object('id', o.office_id, 'supervisor', o.supervisor))
        from torhaus.staff_offices o where o.tenant_id = s.tenant_id and o.staff_id = s.id) as offices
      from torhaus.staff s where s.email = $1`,
    [email],
  )
  return freezeScope({
    now: portal.clock.now(),
    tenant: row!.tenant_id as TenantId,
    staff: {
      id: row!.id as StaffId,
      name: String(row!.name),
      roles: row!.roles as string[],
      offices: (row!.offices ?? []) as { id: string; supervisor: boolean }[],
    },
  })
}

/** Words that a member of staff writes. */
export interface StaffWords {
  readonly note: string
  readonly question: string
}

/** Claims a case, leaves a note and asks the applicant: her mailbox holds a message that she may answer. */
export async function askApplicant(
  { services }: TestPortal,
  scope: Scope,
  { id, note, question }: StaffWords & { id: string },
): Promise<void> {
  const input = { case: id as CaseId }
  await claimCase(services, scope, input)
  await addNote(services, scope, { ...input, text: note })
  await requestInformation(services, scope, { ...input, text: question, asksForFiles: true })
}

interface Deciding {
  readonly id: string
  readonly walk: Journey['walk']
}

/** Ends the check and keeps what the walk decides as a draft. */
export async function beginDecision(
  { services }: TestPortal,
  scope: Scope,
  { id, walk }: Deciding,
): Promise<Decision> {
  const input = { case: id as CaseId }
  const state = await inScope(services.database, scope, db => loadCase({ services, db }, scope, input.case))
  const task = state!.process.tasks[0]!.id
  await completeTask(services, scope, { ...input, task, outcome: 'entscheiden' })
  const today = scope.now.toISOString().slice(0, 10)
  // What was done is done by today.
  const entries = Object.entries(decisionOfWalk(walk)).map(([name, value]) => [
    name,
    name.endsWith('_on') && String(value) > today ? today : value,
  ])
  const decision = Object.fromEntries(entries) as Decision
  await draftDecision(services, scope, { ...input, decision })
  return decision
}

/** Decides as the walk tells: with the next jobs the notice goes out, or waits for a second signature. */
export async function decideCase(portal: TestPortal, scope: Scope, deciding: Deciding): Promise<void> {
  const decision = await beginDecision(portal, scope, deciding)
  const decided = await decide(portal.services, scope, { case: deciding.id as CaseId, decision })
  if (decided.kind !== 'decided')
    throw new Error(`${deciding.id} could not be decided: ${JSON.stringify(decided.checked.errors)}`)
}

/** The applicant opens her notice: from now on she may also load its letter. */
export async function openOwnNotice(
  { people, state }: { people: People; state: DatabaseState },
  sent: Sent,
  owner: Role,
): Promise<void> {
  const [notice] = await state.query('select id from torhaus.notices where case_id = $1', [sent.case])
  if (!notice) throw new Error(`no notice was provided for ${sent.case}`)
  const browser = people[owner]
  const path = residentEmail[owner]
    ? `/konto/bescheide/${sent.tenant}/${notice.id}`
    : `/${sent.draft.split('/')[1]}/status/${sent.tenant}/${sent.application}/bescheid/${notice.id}`
  await browser.get(path)
  const opened = await browser.post(path, {})
  if (opened.status !== 303) throw new Error(`${owner} could not open ${path}: ${opened.status}`)
}
