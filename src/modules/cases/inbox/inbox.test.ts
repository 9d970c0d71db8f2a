import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantKeys } from '#core/crypto/keyring.ts'
import { inScope } from '#core/db/database.ts'
import type { DB } from '#core/db/tables.ts'
import { BadRequest } from '#core/errors.ts'
import { type ApplicationId, type CaseId, newId } from '#core/ids.ts'
import { type Desk, openDesk } from '../cases.fixture.ts'
import { claimCase } from '../claim-case.ts'
import { completeTask } from '../complete-task.ts'
import { applicantContext, subjectContext } from '../load-case.ts'
import { requestInformation } from '../requests/request-information.ts'
import { withdrawApplication } from '../withdraw-application.ts'
import { listInbox } from './list-inbox.ts'
import type { InboxPage, InboxQuestion } from './model.ts'

let desk: Desk
const ids: CaseId[] = []
beforeAll(async () => {
  desk = await openDesk()
  const people = ['Ines Hartwig', 'Jannik Prell', 'Ortrun Balke', 'Änne Müller']
  for (let n = 0; n < 30; n += 1) {
    ids.push(
      await desk.send({ applicant: people[n % 4]!, subject: `Baum ${n}, Rathausstraße ${n + 1}, Leuna` }),
    )
    desk.clock.advance(3_600_000)
  }
  await desk.send({ office: 'einwohner', applicant: 'Ines Hartwig' })
  await desk.send({ tenant: 'merseburg', office: 'gruen', applicant: 'Ines Hartwig' })
  await claimCase(desk.services, desk.as('weber'), { case: ids[0]! })
  await claimCase(desk.services, desk.as('kern'), { case: ids[1]! })
  await requestInformation(desk.services, desk.as('weber'), {
    case: ids[2]!,
    text: 'Foto?',
    asksForFiles: true,
  })
  await withdrawApplication(desk.services, desk.resident(desk.ines), {
    tenant: desk.as('weber').tenant!,
    case: ids[3]!,
  })
  await desk.work()
})
afterAll(() => desk.stop())

const list = (question: InboxQuestion, name = 'weber') => listInbox(desk.services, desk.as(name), question)
const numbers = (page: InboxPage) => page.cases.map(one => Number(one.fileNumber.slice(-5)))

async function allPages(question: InboxQuestion): Promise<number[]> {
  const found: number[] = []
  for (let after: string | undefined; ; ) {
    const page = await list({ ...question, after })
    found.push(...numbers(page))
    after = page.next
    if (after === undefined) return found
  }
}

describe('filters and counts', () => {
  test('each filter shows what its count says', async () => {
    const { counts } = await list({ filter: 'all' })
    const told = Object.fromEntries(Object.entries(counts).map(([filter, { n }]) => [filter, n]))
    expect(told).toEqual({ unassigned: 27, mine: 1, waiting: 1, overdue: 0, all: 29, closed: 1 })
    for (const [filter, n] of Object.entries(told))
      expect(await allPages({ filter: filter as InboxQuestion['filter'] }), filter).toHaveLength(n)
  })

  test('mine are mine', async () => {
    expect(numbers(await list({ filter: 'mine' }))).toEqual([1])
    expect(numbers(await list({ filter: 'mine' }, 'kern'))).toEqual([2])
    expect(numbers(await list({ filter: 'waiting' }))).toEqual([3])
    expect(numbers(await list({ filter: 'closed' }))).toEqual([4])
  })

  test('another office sees its own only', async () => {
    expect(numbers(await list({ filter: 'all' }, 'haase'))).toEqual([31])
  })

  test('overdue comes with the day after the last one', async () => {
    const now = desk.clock.now().toISOString()
    const [first] = (await list({ filter: 'unassigned', sort: 'due' })).cases
    desk.clock.set(`${first!.dueOn}T22:59:00Z`)
    expect((await list({ filter: 'overdue' })).counts.overdue.n).toBe(0)
    desk.clock.set(`${first!.dueOn}T23:00:00Z`)
    const late = await list({ filter: 'overdue' })
    expect(late.counts.overdue.n).toBeGreaterThan(0)
    expect(late.cases.every(one => one.dueOn! <= first!.dueOn!)).toBe(true)
    desk.clock.set(now)
  })
})

describe('order and pages', () => {
  test.each(['due', 'received', 'number'] as const)('by %s, both ways, every case once', async sort => {
    const up = await allPages({ filter: 'all', sort, direction: 'asc' })
    const down = await allPages({ filter: 'all', sort, direction: 'desc' })
    expect(new Set(up).size).toBe(29)
    expect(down).toEqual(up.toReversed())
    if (sort !== 'due') expect(up).toEqual([...up].sort((a, b) => a - b))
  })

  test('by due date the earliest first, what is not due at the end', async () => {
    const pages = [await list({ filter: 'all', sort: 'due' })]
    pages.push(await list({ filter: 'all', sort: 'due', after: pages[0]!.next }))
    const days = pages.flatMap(page => page.cases.map(one => one.dueOn ?? 'never'))
    expect(days).toEqual([...days].sort())
    expect(days.at(-1)).toBe('never')
    expect(pages[0]!.cases).toHaveLength(25)
  })

  test('a case that comes in between is neither shown twice nor hides one', async () => {
    const first = await list({ filter: 'all', sort: 'number' })
    const state = await desk.state(ids[5]!)
    const task = state.process.tasks[0]!.id
    await completeTask(desk.services, desk.as('weber'), { case: ids[5]!, task, outcome: 'entscheiden' })
    const second = await list({ filter: 'all', sort: 'number', after: first.next })
    expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(29)
  })

  test.each(['x', '2026-11-10', "2026-11-10~'; drop table cases", '9~018f0000-0000-7000-8000-000000000000'])(
    'an address written by hand is refused: %s',
    async after => {
      await expect(list({ filter: 'all', after })).rejects.toThrow(BadRequest)
    },
  )
})

describe('search', () => {
  const search = async (typed: string, name = 'weber') =>
    numbers(await list({ filter: 'all', search: typed }, name))

  test('by words of applicant and subject, also by their beginnings, newest first', async () => {
    expect(await search('balke')).toEqual([27, 23, 19, 15, 11, 7, 3])
    expect(await search('Ortr Rathausstrasse')).toEqual(await search('balke'))
    expect(await search('mueller')).toEqual([28, 24, 20, 16, 12, 8, 4])
    expect(await search('MÜLLER 12')).toEqual([12])
    expect(await search('hartwig prell')).toEqual([])
    expect(await search('ar')).toEqual([])
    expect(await search('%')).toEqual([])
  })

  test('by file number and its beginning', async () => {
    expect(await search('LEU-2026-00012')).toEqual([12])
    expect(await search('leu-2026-0001')).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10])
    expect(await search('LEU-2027')).toEqual([])
  })

  test('in the own office only', async () => {
    expect(await search('hartwig', 'haase')).toEqual([31])
    expect(await search('LEU-2026-00001', 'haase')).toEqual([])
  })

  test('more than a page', async () => {
    const first = await list({ filter: 'all', search: 'leuna' })
    const second = await list({ filter: 'all', search: 'leuna', after: first.next })
    expect([...numbers(first), ...numbers(second)]).toEqual(Array.from({ length: 30 }, (_, n) => 30 - n))
    const byNumber = await list({ filter: 'all', search: 'LEU-2026-' })
    const rest = await list({ filter: 'all', search: 'LEU-2026-', after: byNumber.next })
    expect([...numbers(byNumber), ...numbers(rest)]).toHaveLength(30)
  })
})

/** Nodes of a plan that truly ran. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Loops': number
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}
const ran = (node: PlanNode): PlanNode[] =>
  [node, ...(node.Plans ?? []).flatMap(ran)].filter(one => one['Actual Loops'] > 0)

describe('20,000 cases', () => {
  const scope = () => ({ ...desk.as('weber'), now: desk.clock.now() })

  // Copies of a real case: 19,600 of them are closed, and one subject word stands in all of them. Each table is
  // analysed before the next one refers to it, or the checks of the references would read it whole.
  beforeAll(async () => {
    const keys = await desk.services.keyring.of(scope().tenant!)
    const copies = Array.from({ length: 20_000 }, (_, n) => copy(keys, n))
    const all = (part: keyof ReturnType<typeof copy>) => copies.map(one => one[part])
    await write(sql`insert into applications select a.tenant_id, o.id, gen_random_uuid(), a.portal_slug, a.service_id,
        a.service_version, null, null, a.language, a.answers, a.readable, a.parameters, o.number, a.tracking_hash,
        a.tracking_secret, o.at
      from applications a join cases c on c.application_id = a.id, unnest(${all('application')}::uuid[],
        ${all('number')}::text[], ${all('at')}::timestamptz[]) as o (id, number, at) where c.id = ${ids[10]!}`)
    await write(sql`insert into cases select c.tenant_id, o.id, o.application, o.number, c.service_id, o.office,
        c.process_hash, o.applicant, o.subject, null, o.at, o.phase, null,
        case when o.phase <> 'closed' then o.at::date + 7 end, 1, o.at
      from cases c, unnest(${all('id')}::uuid[], ${all('application')}::uuid[], ${all('number')}::text[],
        ${all('office')}::text[], ${all('applicant')}::bytea[], ${all('subject')}::bytea[], ${all('at')}::timestamptz[],
        ${all('phase')}::text[]) as o (id, application, number, office, applicant, subject, at, phase)
      where c.id = ${ids[10]!}`)
    await write(sql`insert into case_words select tenant_id, ${keys.word('baum')}, id from cases
      where file_number like 'OLD-%'`)
  }, 120_000)

  function copy(keys: TenantKeys, n: number) {
    const at = new Date(Date.parse('2026-11-01T08:00:00Z') - n * 3_600_000)
    const id = newId<CaseId>(at)
    return {
      id,
      at,
      application: newId<ApplicationId>(at),
      number: `OLD-2020-${String(n).padStart(6, '0')}`,
      office: n % 2 ? 'ordnung' : 'einwohner',
      phase: n % 50 === 7 ? 'checking' : 'closed',
      applicant: keys.seal(applicantContext(id), Buffer.from('Ortrun Balke')),
      subject: keys.seal(subjectContext(id), Buffer.from('Baum')),
    }
  }

  async function write(statement: RawBuilder<unknown>): Promise<void> {
    await inScope(desk.services.database, scope(), db => statement.execute(db))
    await desk.pool.query('analyze torhaus.applications, torhaus.cases, torhaus.case_words')
  }

  /** What the database does for a page. Nothing tells it to avoid anything: enable_seqscan stays on. */
  async function plansOf(question: InboxQuestion): Promise<PlanNode[]> {
    const asked: { sql: string; parameters: readonly unknown[] }[] = []
    const { database } = desk.services
    const kysely = new Kysely<DB>({
      dialect: new PostgresDialect({ pool: database.pool }),
      log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }),
    })
    await listInbox({ ...desk.services, database: { ...database, kysely } }, scope(), question)
    const lists = asked.filter(query => /from (cases|case_words|unnest)/.test(query.sql))
    expect(lists).toHaveLength(2)
    const plans = []
    for (const query of lists) plans.push(...ran(await explain(query.sql, query.parameters)))
    return plans
  }

  async function explain(text: string, parameters: readonly unknown[]): Promise<PlanNode> {
    const client = await desk.services.database.pool.connect()
    try {
      await client.query(`begin; set local torhaus.tenant = 'leuna'`)
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...parameters])
      return rows[0]['QUERY PLAN'][0].Plan
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  const questions: InboxQuestion[] = [
    ...(['unassigned', 'mine', 'waiting', 'overdue', 'all', 'closed'] as const).flatMap(filter =>
      (['due', 'received', 'number'] as const).map(sort => ({ filter, sort })),
    ),
    { filter: 'all', sort: 'due', direction: 'desc' },
    { filter: 'closed', sort: 'received', direction: 'asc' },
    { filter: 'all', search: 'baum' },
    { filter: 'all', search: 'hartwig leuna' },
    { filter: 'all', search: 'OLD-2020-0101' },
  ]

  test.each(questions)('no list reads a table from end to end: %j', async question => {
    const nodes = await plansOf(question)
    const scans = nodes.filter(node => node['Relation Name'])
    expect(scans.length).toBeGreaterThan(1)
    expect(scans.filter(node => node['Node Type'] === 'Seq Scan')).toEqual([])
    // The office has 429 open cases; of the closed ones a thousand are counted and no more are looked at.
    const looked = scans.map(
      node => node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
    )
    expect(Math.max(...looked)).toBeLessThanOrEqual(1001)
  })

  test('the measure sees a sequential scan where there is one', async () => {
    const nodes = ran(await explain(`select from cases where changed_at > '2000-01-01'`, []))
    expect(nodes.some(node => node['Node Type'] === 'Seq Scan')).toBe(true)
  })

  test('counts stop at a thousand and say so; pages go on', async () => {
    const { counts, cases, next } = await list({ filter: 'closed' })
    expect(counts.closed).toEqual({ n: 1000, isMore: true })
    expect(counts.all).toEqual({ n: 29 + 400, isMore: false })
    expect(cases).toHaveLength(25)
    expect(next).toBeDefined()
  })
})
