import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { fakeClock } from '#core/clock.ts'
import { inScope } from '#core/db/database.ts'
import { freezeScope, type Scope, type StaffMember } from '#core/db/scope.ts'
import { type AccountId, type ApplicationId, type CaseId, newId, type TenantId } from '#core/ids.ts'
import { openQueuePool } from '#core/jobs/worker.ts'
import { stopLetters } from '#core/letters/index.ts'
import { compileExpression, openFlow } from '#flow/index.ts'
import { type CaseState, completeTask, loadCase } from '#modules/cases/index.ts'
import { composeServices, type Services, tasks } from '#src/compose.ts'
import { readConfig } from '#src/config.ts'
import { seedDemo } from '#src/demo.ts'
import { createTestDatabase } from '#test/database.ts'
import type { Decision } from './model.ts'
import { answersOfWalk, decisionOfWalk } from './notice/walk.fixture.ts'

/** A town hall with its clerks, residents who applied as a walk tells, and a clock that the test moves. */
export type TownHall = Awaited<ReturnType<typeof openTownHall>>

type Row = Readonly<Record<string, unknown>>

export interface Applied {
  /** Journey of the package whose answers are sent. */
  readonly walk?: string
  readonly tenant?: string
  /** `null`: without an account, by the browser `guest`. */
  readonly account?: AccountId | null
  readonly guest?: string
  readonly email?: string | null
  readonly consent?: boolean
  readonly address?: null
}

export async function openTownHall(at = '2026-11-23T09:00:00Z') {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-decisions-'))
  const clock = fakeClock(at)
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0' })
  const services: Services = await composeServices(config, database, { clock })
  await seedDemo(services)
  const settings = '-c search_path=torhaus -c torhaus.system=on'
  const pool = openQueuePool({ ...database.owner, max: 3, options: settings }, services.log)
  const admin = openQueuePool(
    { ...database.owner, user: 'postgres', max: 2, options: '-c search_path=torhaus' },
    services.log,
  )
  const staff = await readStaff(pool)
  const ines = await addAccount(services, 'ines.hartwig@example.org')
  const jannik = await addAccount(services, 'jannik.prell@example.org')
  const look = async (id: CaseId, tenant = 'leuna'): Promise<CaseState> => {
    const scope = freezeScope({ now: clock.now(), tenant: tenant as TenantId })
    return (await inScope(services.database, scope, db => loadCase({ services, db }, scope, id)))!
  }
  const as = (name: string): Scope => staffScope(staff.get(name)!, clock.now())
  const apply = async (applied: Applied = {}) => sendWalk(services, { ines, ...applied })
  return {
    services,
    clock,
    connections: { owner: database.owner, app: database.app },
    dataDir,
    ines,
    jannik,
    look,
    /** Scope of a clerk by the beginning of her address. */
    as,
    apply,
    /** An application whose check is done: to be decided. */
    ready: async (applied: Applied = {}, clerk = 'weber'): Promise<CaseId> => {
      const id = await apply(applied)
      const task = (await look(id, applied.tenant)).process.tasks[0]!.id
      await completeTask(services, as(clerk), { case: id, task, outcome: 'entscheiden' })
      return id
    },
    resident: (account: AccountId): Scope => freezeScope({ now: clock.now(), account }),
    guest: (guest: string): Scope => freezeScope({ now: clock.now(), guest }),
    /** The decision of a walk, as its clerk would post it today: what was done (`…_on`) is done by then. */
    decisionOf: async (walk = 'ines-hartwig-kiefer'): Promise<Decision> => {
      const today = clock.now().toISOString().slice(0, 10)
      const entries = Object.entries(decisionOfWalk(await findWalk(services, walk)))
      const done = ([id, value]: [string, unknown]) => [
        id,
        id.endsWith('_on') && String(value) > today ? today : value,
      ]
      return Object.fromEntries(entries.map(done)) as Decision
    },
    /** Looks past row-level security. */
    query: async (text: string, values: readonly unknown[] = []): Promise<Row[]> =>
      (await admin.query(text, [...values])).rows,
    /** Runs all jobs that are due, as the worker does; or only those named. */
    work: async (only?: readonly string[]) => workOff(services, pool, only),
    /** What the cron of the worker would start each minute. */
    minute: async () => tasks.find(task => task.name === 'fire-timers')!.run(services, {}),
    stop: async () => {
      await stopLetters()
      await Promise.all([pool.end(), admin.end()])
      await services.database.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function workOff(
  services: Services,
  pool: ReturnType<typeof openQueuePool>,
  only?: readonly string[],
): Promise<void> {
  const listed = tasks.filter(task => only === undefined || only.includes(task.name))
  const taskList = Object.fromEntries(
    listed.map(task => [
      task.name,
      (payload: unknown) => task.run(services, payload as Record<string, unknown>),
    ]),
  )
  await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: new Logger(() => () => {}) })
}

async function readStaff(
  pool: ReturnType<typeof openQueuePool>,
): Promise<Map<string, { tenant: TenantId; member: StaffMember }>> {
  const { rows } = await pool.query(
    `select s.tenant_id, s.id, s.name, s.roles, split_part(s.email, '@', 1) as login, coalesce(json_agg(
       json_build_object('id', o.office_id, 'supervisor', o.supervisor)) filter (where o.office_id is not null), '[]'
     ) as offices from staff s left join staff_offices o on o.tenant_id = s.tenant_id and o.staff_id = s.id
     group by s.tenant_id, s.id`,
  )
  return new Map(
    rows.map(row => [
      row.login,
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

async function findWalk(services: Services, name: string) {
  const pack = (await services.catalogue.find('baumfaellung'))!
  return pack.walks.find(walk => walk.name === name)!
}

/** An application as it is received, with the answers of a walk; opening the case is the portal's own hook. */
async function sendWalk(services: Services, applied: Applied & { ines: AccountId }): Promise<CaseId> {
  const tenant = (applied.tenant ?? 'leuna') as TenantId
  const pack = (await services.catalogue.find('baumfaellung'))!
  const offer = (await services.catalogue.offer(tenant, 'baumfaellung'))!
  const answers = answersOfWalk(await findWalk(services, applied.walk ?? 'ines-hartwig-kiefer'))
  const account = applied.account === undefined ? applied.ines : (applied.account ?? undefined)
  const who = account ? { account } : { guest: applied.guest ?? '00'.repeat(32) }
  const scope = freezeScope({ now: services.clock.now(), tenant, ...who })
  const open = openFlow(pack.flow, answers, {
    today: scope.now.toISOString().slice(0, 10),
    param: offer.param,
  })
  const bound = (name: string) => compileExpression(pack.service.bindings![name]!).run(open.lookup)
  const id = newId<ApplicationId>(scope.now)
  const keys = await services.keyring.of(tenant)
  const application = {
    tenant,
    id,
    fileNumber: `${tenant.slice(0, 3).toUpperCase()}-2026-${id.slice(-5)}`.toUpperCase(),
    service: pack.id,
    version: pack.version,
    portal: tenant,
    account,
    language: 'de' as const,
    submittedAt: scope.now,
    parameters: offer.param,
  }
  await inScope(services.database, scope, async db => {
    await db
      .insertInto('applications')
      .values({
        tenant_id: tenant,
        id,
        draft_id: newId(scope.now),
        portal_slug: tenant,
        service_id: pack.id,
        service_version: pack.version,
        account_id: account ?? null,
        guest_key: scope.guest ? Buffer.from(scope.guest, 'hex') : null,
        language: 'de',
        answers: keys.sealJson(`applications.answers ${id}`, answers),
        readable: keys.sealJson(`applications.readable ${id}`, { language: 'de', own: [], german: [] }),
        parameters: JSON.stringify(offer.param),
        file_number: application.fileNumber,
        tracking_hash: Buffer.from(id),
        tracking_secret: 'none',
        submitted_at: scope.now,
      })
      .execute()
    await services.onSubmitted(db, scope, {
      application,
      package: pack,
      answers,
      office: offer.office,
      bindings: {
        applicantName: String(bound('applicant_name')),
        subject: String(bound('subject')),
        email: applied.email === undefined ? 'ines.hartwig@example.org' : (applied.email ?? undefined),
        address: applied.address === null ? undefined : (bound('address') as never),
        electronicDelivery: applied.consent ?? true,
      },
    })
  })
  const found = await inScope(services.database, scope, db =>
    db.selectFrom('cases').select('id').where('application_id', '=', id).executeTakeFirstOrThrow(),
  )
  return found.id as CaseId
}

function staffScope({ tenant, member }: { tenant: TenantId; member: StaffMember }, now: Date): Scope {
  return freezeScope({ now, tenant, staff: member })
}
