import type { Db } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language, Text } from '#core/i18n/languages.ts'
import type { AccountId, ApplicationId, CaseId, TenantId } from '#core/ids.ts'
import { newId } from '#core/ids.ts'
import type { InTransaction } from '#core/services.ts'
import { compileExpression, type Feel } from '#flow/index.ts'
import type { ProceduralLaw } from '#packages/delivery-law/index.ts'
import { announceArrival } from './announce-arrival.ts'
import { insertCase } from './case-store.ts'
import { hashesOf } from './inbox/search-words.ts'
import { applicantContext, subjectContext } from './load-case.ts'
import { hashOfProcess, modelOf } from './process/models.ts'
import { orderEffects } from './process/order-effects.ts'
import { type Projection, projectCase } from './process/project-case.ts'
import { writeProjection } from './process/projection-store.ts'
import { authorityOf } from './recipient.ts'
import type { ClockRule, PostalAddress, Submitted } from './record/fact.ts'
import { sealFacts } from './record/seal-facts.ts'
import type { CaseServices } from './services.ts'

/** What of a service package a case needs (catalogue/schema/service.json). */
export interface CasePackage {
  readonly service: {
    readonly title: Text
    readonly procedural_law: ProceduralLaw
    readonly clock?:
      | {
          readonly days: Feel
          readonly on_expiry: 'none' | 'deemed_granted'
          readonly cite?: string | undefined
          readonly when?: Feel | undefined
          readonly pauses?: boolean | undefined
        }
      | undefined
  }
  /** BPMN text of the process the case runs on. */
  readonly process: string
}

/** An application at the moment in which it is submitted; handed over by the module applications. */
export interface Submission {
  readonly application: {
    readonly tenant: TenantId
    readonly id: ApplicationId
    readonly fileNumber: string
    readonly service: string
    readonly version: string
    readonly portal: string
    readonly account?: AccountId | undefined
    readonly language: Language
    readonly submittedAt: Date
    readonly parameters: Readonly<Record<string, unknown>>
  }
  readonly package: CasePackage
  readonly bindings: {
    readonly applicantName: string
    readonly subject: string
    readonly email?: string | null | undefined
    readonly address?: PostalAddress | null | undefined
    readonly electronicDelivery: boolean
  }
  readonly office: string
}

/**
 * Opens the case of an application, in the transaction that submits it: no application without a case, no case
 * without its first fact. Wired as `onSubmitted` in src/compose.ts.
 */
export async function openCase(
  { services, db }: InTransaction<CaseServices>,
  scope: Scope,
  submission: Submission,
): Promise<CaseId> {
  const { application, bindings } = submission
  const id = newId<CaseId>(scope.now)
  const keys = await services.keyring.of(application.tenant)
  const tenant = await authorityOf(services, db, application.tenant)
  const submitted = submittedFact(submission, tenant.state)
  const sealed = sealFacts(
    keys,
    { ...scope, staff: undefined },
    {
      case: id,
      after: 0,
      facts: [{ type: 'submitted', data: submitted }],
    },
  )
  const bpmn = submission.package.process
  const projection = projectCase(await modelOf(bpmn), sealed.facts, scope.now)
  await insertCase(db, scope, {
    row: {
      id,
      application_id: application.id,
      file_number: application.fileNumber,
      service_id: application.service,
      office_id: submission.office,
      process_hash: hashOfProcess(bpmn),
      applicant: keys.seal(applicantContext(id), Buffer.from(bindings.applicantName)),
      subject: keys.seal(subjectContext(id), Buffer.from(bindings.subject)),
      account_id: application.account ?? null,
      received_at: application.submittedAt,
      phase: projection.phase,
      assignee_id: null,
      due_on: projection.dueOn ?? null,
      version: 1,
      changed_at: scope.now,
    },
    bpmn,
    fact: sealed.rows[0]!,
    tasks: projection.process.tasks,
    words: hashesOf(keys, [
      application.fileNumber,
      serial(application.fileNumber),
      bindings.applicantName,
      bindings.subject,
    ]),
  })
  await beginElsewhere(db, scope, { case: id, projection })
  await announceArrival(db, scope, {
    services,
    case: id,
    account: application.account,
    submitted,
    values: { authority: tenant.name, number: application.fileNumber },
  })
  return id
}

/** A process may begin with the portal's own work or with a timer; most begin with a person's task. */
async function beginElsewhere(
  db: Db,
  scope: Scope,
  { case: id, projection }: { case: CaseId; projection: Projection },
): Promise<void> {
  if (projection.timers.length > 0)
    await writeProjection(db, scope, { case: id, projection, version: 1, changedAt: scope.now })
  await orderEffects(db, scope, { case: id, process: projection.process, after: 0 })
}

function submittedFact(
  { application, bindings, package: { service } }: Submission,
  state: string,
): Submitted {
  return {
    service: application.service,
    serviceVersion: application.version,
    serviceTitle: service.title,
    state,
    law: service.procedural_law,
    portal: application.portal,
    language: application.language,
    email: bindings.email ?? null,
    address: bindings.address ?? null,
    electronicDelivery: bindings.electronicDelivery,
    clock: clockRule(service.clock, application.parameters),
  }
}

/**
 * The clock as the parameters of the town make it. A fictitious approval comes whether or not we asked back, unless
 * its law says otherwise; any other clock stands still while the authority waits for the applicant. It counts from
 * receipt also where it begins only with complete documents (§ 42a Abs. 2 VwVfG): too early harms nobody.
 */
function clockRule(
  clock: CasePackage['service']['clock'],
  param: Readonly<Record<string, unknown>>,
): ClockRule | null {
  if (!clock) return null
  const read = (source: Feel) => compileExpression(source).run(name => (name === 'param' ? param : null))
  if (clock.when !== undefined && read(clock.when) !== true) return null
  const days = read(clock.days)
  if (typeof days !== 'number' || days <= 0) return null
  const pauses = clock.pauses ?? clock.on_expiry === 'none'
  return { days, onExpiry: clock.on_expiry, pauses, cite: clock.cite ?? '' }
}

/** "LEU-2026-00012" is also found by "12". */
function serial(fileNumber: string): string {
  return String(Number(/(\d+)$/.exec(fileNumber)?.[1] ?? 0))
}
