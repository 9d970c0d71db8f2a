import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import type pg from 'pg'
import { fakeClock } from '#core/clock.ts'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope, type StaffMember } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import {
  type AccountId,
  type ApplicationId,
  type CaseId,
  type DecisionId,
  type NoticeId,
  newId,
  type TenantId,
} from '#core/ids.ts'
import { openQueuePool } from '#core/jobs/worker.ts'
import { composeServices, type Services, tasks } from '#src/compose.ts'
import { readConfig } from '#src/config.ts'
import { seedDemo } from '#src/demo.ts'
import { createTestDatabase } from '#test/database.ts'
import { checkTask } from './act-on-case.ts'
import { changeCase } from './change-case.ts'
import { loadCase } from './load-case.ts'
import type { CaseState } from './model.ts'
import { openCase } from './open-case.ts'
import { performEffect } from './process/perform-effect.ts'
import { processOutcomes } from './process/vocabulary.ts'
import { lastFact, submission } from './record/fact.ts'
import type { EffectOrder } from './services.ts'

export interface Sent {
  readonly tenant?: string
  readonly office?: string
  readonly applicant?: string
  readonly subject?: string
  readonly email?: string | null
  readonly language?: Language
  /** `null`: without an account, by the browser `guest`. */
  readonly account?: AccountId | null
  readonly guest?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly electronicDelivery?: boolean
}

/** The town halls of the demo region with their clerks, a movable clock and residents who sent something. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk(options: { at?: string } = {}) {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-cases-'))
  const clock = fakeClock(options.at ?? '2026-11-03T09:00:00Z')
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0' })
  const composed = await composeServices(config, database, { clock })
  const services: Services = {
    ...composed,
    effects: { ...composed.effects, 'provide-notice': (scope, order) => provide(services, scope, order) },
  }
  await seedDemo(services)
  const settings = '-c search_path=torhaus -c torhaus.system=on'
  const pool = openQueuePool({ ...database.owner, max: 3, options: settings }, services.log)
  const staff = await readStaff(pool)
  const ines = await addAccount(services, 'ines.hartwig@example.org')
  const jannik = await addAccount(services, 'jannik.prell@example.org')
  let number = 0
  return {
    services,
    /** Names of the effects that src/compose.ts wires. */
    wired: Object.keys(composed.effects),
    clock,
    /** The owner's connection; row-level security binds it too. */
    pool,
    owner: database.owner,
    ines,
    jannik,
    /** Scope of a clerk by the beginning of her address. */
    as: (name: string): Scope => {
      const found = staff.get(name)!
      return freezeScope({ now: clock.now(), tenant: found.tenant, staff: found.member })
    },
    resident: (account: AccountId): Scope => freezeScope({ now: clock.now(), account }),
    guest: (guest: string): Scope => freezeScope({ now: clock.now(), guest }),
    /** The case as it stands, read inside its authority. */
    state: async (id: CaseId, tenant = 'leuna'): Promise<CaseState> => {
      const scope = freezeScope({ now: clock.now(), tenant: tenant as TenantId })
      return (await inScope(services.database, scope, db => loadCase({ services, db }, scope, id)))!
    },
    /** Decides as the module decisions does: a draft on record and the task done, in one change. */
    decide: async (scope: Scope, id: CaseId, cosign = false): Promise<CaseState> =>
      decide(services, scope, { case: id, cosign }),
    send: async (sent: Sent = {}): Promise<CaseId> => {
      number += 1
      return send(services, { now: clock.now(), number, ...sent, account: accountOf(sent, ines) })
    },
    /** Runs all jobs that are due, as the worker does. */
    work: async (only?: readonly string[]) => workOff(pool, services, only),
    /** What the cron of the worker would start each minute. */
    minute: async () => tasks.find(task => task.name === 'fire-timers')!.run(services, {}),
    stop: async () => {
      await pool.end()
      await services.database.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Stands for the module decisions: a notice without a letter. */
async function provide(services: Services, scope: Scope, order: EffectOrder): Promise<void> {
  await performEffect(services, scope, {
    ...order,
    work: async (_db, state) => {
      const channel = submission(state.facts).data.electronicDelivery ? 'portal' : 'post'
      const { decision } = lastFact(state.facts, 'decision.drafted')!.data
      return {
        facts: [{ type: 'notice.provided', data: { notice: newId<NoticeId>(scope.now), decision, channel } }],
      }
    },
  })
}

async function decide(
  services: Services,
  scope: Scope,
  input: { case: CaseId; cosign: boolean },
): Promise<CaseState> {
  return inScope(services.database, scope, db =>
    changeCase({ services, db }, scope, {
      case: input.case,
      facts: state => {
        const task = state.process.tasks.find(open => open.outcomes.includes(processOutcomes.decided))
        const { id } = checkTask(scope, state, task)
        const decision = newId<DecisionId>(scope.now)
        return [
          { type: 'decision.drafted', data: { decision, outcome: 'grant', cosign: input.cosign } },
          { type: 'task.completed', data: { task: id, outcome: processOutcomes.decided } },
        ]
      },
    }),
  )
}

function accountOf(sent: Sent, ines: AccountId): AccountId | null {
  return sent.account === undefined ? ines : sent.account
}

/** Fails when a job failed: the queue itself would only try it again later. */
async function workOff(pool: pg.Pool, services: Services, only?: readonly string[]): Promise<void> {
  const failures: unknown[] = []
  const listed = tasks.filter(task => only === undefined || only.includes(task.name))
  const taskList = Object.fromEntries(
    listed.map(task => [
      task.name,
      (payload: unknown) =>
        task.run(services, payload as Record<string, unknown>).catch(cause => {
          failures.push(cause)
          throw cause
        }),
    ]),
  )
  const logger = new Logger(() => () => {})
  await runOnce({ pgPool: pool, taskList, logger, parsedCronItems: [], noHandleSignals: true })
  if (failures.length > 0) throw failures[0]
}

async function readStaff(pool: pg.Pool): Promise<Map<string, { tenant: TenantId; member: StaffMember }>> {
  const { rows } = await pool.query(
    `select s.tenant_id, s.id, s.name, s.roles, split_part(s.email, '@', 1) as login, coalesce(
       json_agg(json_build_object('id', o.office_id, 'supervisor', o.supervisor)) filter (where o.office_id is not null), '[]'
     ) as offices from torhaus.staff s left join torhaus.staff_offices o on o.tenant_id = s.tenant_id and o.staff_id = s.id
     group by s.tenant_id, s.id`,
  )
  return new Map(
    rows.map(row => [
      row.tenant_id === 'leuna' ? row.login : `${row.login}@${row.tenant_id}`,
      {
        tenant: row.tenant_id,
        member: { id: row.id, name: row.name, roles: row.roles, offices: row.offices },
      },
    ]),
  )
}

async function addAccount(services: Services, email: string): Promise<AccountId> {
  const scope = freezeScope({ now: services.clock.now(), system: true })
  const id = newId<AccountId>(scope.now)
  await inScope(services.database, scope, db =>
    db.insertInto('accounts').values({ id, email, created_at: scope.now }).execute(),
  )
  return id
}

async function send(
  services: Services,
  sent: Sent & { now: Date; number: number; account: AccountId | null },
): Promise<CaseId> {
  const tenant = (sent.tenant ?? 'leuna') as TenantId
  const who = sent.account === null ? { guest: sent.guest ?? '00'.repeat(32) } : { account: sent.account }
  const scope = freezeScope({ now: sent.now, tenant, ...who })
  const found = await services.catalogue.find('baumfaellung')
  return inScope(services.database, scope, async db => {
    const application = await insertApplication(services, db, { scope, sent, version: found!.version })
    return openCase({ services, db }, scope, {
      application,
      package: found!,
      bindings: {
        applicantName: sent.applicant ?? 'Ines Hartwig',
        subject: sent.subject ?? '2 Bäume, Rathausstraße 14, 06237 Leuna',
        email: sent.email === undefined ? 'ines.hartwig@example.org' : sent.email,
        address: { street: 'Rathausstraße', house_number: '14', postcode: '06237', town: 'Leuna' },
        electronicDelivery: sent.electronicDelivery ?? true,
      },
      office: sent.office ?? 'ordnung',
    })
  })
}

/** An application as it lies in the database; what was answered matters to no test of this module. */
async function insertApplication(
  services: Services,
  db: Db,
  { scope, sent, version }: { scope: Scope; sent: Sent & { number: number }; version: string },
) {
  const tenant = scope.tenant!
  const id = newId<ApplicationId>(scope.now)
  const keys = await services.keyring.of(tenant)
  const application = {
    tenant,
    id,
    fileNumber: `${tenant.slice(0, 3).toUpperCase()}-2026-${String(sent.number).padStart(5, '0')}`,
    service: 'baumfaellung',
    version,
    portal: tenant,
    account: scope.account,
    language: sent.language ?? ('de' as const),
    submittedAt: scope.now,
    parameters: sent.parameters ?? {},
  }
  await db
    .insertInto('applications')
    .values({
      tenant_id: tenant,
      id,
      draft_id: newId(scope.now),
      portal_slug: tenant,
      service_id: application.service,
      service_version: version,
      account_id: scope.account ?? null,
      guest_key: scope.guest ? Buffer.from(scope.guest, 'hex') : null,
      language: application.language,
      answers: keys.sealJson(`applications.answers ${id}`, {}),
      readable: keys.sealJson(`applications.readable ${id}`, { language: 'de', own: [], german: [] }),
      parameters: JSON.stringify(application.parameters),
      file_number: application.fileNumber,
      tracking_hash: Buffer.from(id),
      tracking_secret: 'none',
      submitted_at: scope.now,
    })
    .execute()
  return application
}
