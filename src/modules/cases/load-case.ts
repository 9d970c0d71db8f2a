import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { AccountId, ApplicationId, CaseId, StaffId, TenantId } from '#core/ids.ts'
import type { InTransaction } from '#core/services.ts'
import { type CaseRow, findCaseRow, type HeadRow } from './case-store.ts'
import type { CaseHead, CaseState, Phase } from './model.ts'
import { modelByHash } from './process/models.ts'
import { type Projection, projectCase } from './process/project-case.ts'
import type { CaseFact } from './record/fact.ts'
import { listFacts } from './record/fact-store.ts'
import { openFacts } from './record/seal-facts.ts'
import type { CaseServices } from './services.ts'

export const applicantContext = (id: CaseId) => `cases.applicant ${id}`
export const subjectContext = (id: CaseId) => `cases.subject ${id}`

export function openHead(keys: TenantKeys, row: HeadRow): CaseHead {
  const id = row.id as CaseId
  return {
    tenant: row.tenant_id as TenantId,
    id,
    application: row.application_id as ApplicationId,
    fileNumber: row.file_number,
    service: row.service_id,
    office: row.office_id,
    applicant: keys.open(applicantContext(id), row.applicant).toString(),
    subject: keys.open(subjectContext(id), row.subject).toString(),
    account: (row.account_id as AccountId | null) ?? undefined,
    receivedAt: row.received_at,
    phase: row.phase as Phase,
    assignee: (row.assignee_id as StaffId | null) ?? undefined,
    dueOn: row.due_on ?? undefined,
    version: row.version,
  }
}

/** The case as its facts make it; the projected columns of the row are not asked. */
export function stateOf(head: CaseHead, facts: readonly CaseFact[], projection: Projection): CaseState {
  return { ...head, ...projection, facts, version: facts.at(-1)!.seq }
}

/** A case with its record. `scope` must be inside the authority: residents first prove that it is theirs. */
export async function loadCase(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  id: CaseId,
): Promise<CaseState | undefined> {
  const row = await findCaseRow(db, scope, { tenant: scope.tenant!, case: id })
  return row && replayRow(services, db, { scope, row })
}

export async function replayRow(
  services: CaseServices,
  db: Db,
  { scope, row }: { scope: Scope; row: CaseRow },
): Promise<CaseState> {
  const keys = await services.keyring.of(scope.tenant!)
  const model = await modelByHash(db, row.process_hash)
  const facts = openFacts(keys, row.id as CaseId, await listFacts(db, scope, row.id as CaseId))
  return stateOf(openHead(keys, row), facts, projectCase(model, facts, scope.now))
}
