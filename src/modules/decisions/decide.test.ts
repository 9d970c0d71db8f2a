import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day_ms } from '#core/clock.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import { type CaseConflict, claimCase } from '#modules/cases/index.ts'
import { cosign, returnDecision } from './cosign.ts'
import { decide } from './decide.ts'
import { openTownHall, type TownHall } from './decisions.fixture.ts'
import { listNotices } from './delivery/open-notice.ts'
import { draftDecision, findDecision } from './draft-decision.ts'
import { AlreadyDecided } from './errors.ts'
import { loadMatter } from './load-matter.ts'
import { previewNotice } from './preview-notice.ts'

let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.stop())

const refusal = 'lothar-grunewald-buche'
const effective = (id: string) =>
  hall.query('select * from decisions where case_id = $1 and effective_at is not null', [id])
const reasonOf = (cause: unknown) => (cause as CaseConflict).reason

describe('A draft', () => {
  test('is kept any number of times, however incomplete, and belongs to one person', async () => {
    const id = await hall.ready()
    const decision = await hall.decisionOf()
    const mine = await draftDecision(hall.services, hall.as('weber'), {
      case: id,
      decision: { outcome: 'grant', conditions: [], reasons: [], hints: [] },
    })
    expect(await draftDecision(hall.services, hall.as('weber'), { case: id, decision })).toBe(mine)
    const hers = { ...decision, reasons_text: 'Frau Kern sieht es anders.' }
    await draftDecision(hall.services, hall.as('kern'), { case: id, decision: hers })
    expect((await findDecision(hall.services, hall.as('weber'), id))?.decision).toEqual(decision)
    expect((await findDecision(hall.services, hall.as('kern'), id))?.decision).toEqual(hers)
  })
  test('lies sealed in the database', async () => {
    const id = await hall.ready()
    const decision = { ...(await hall.decisionOf()), reasons_text: 'Gut lesbarer Satz' }
    await draftDecision(hall.services, hall.as('weber'), { case: id, decision })
    const [row] = await hall.query('select content from decisions where case_id = $1', [id])
    expect((row!.content as Buffer).includes('lesbarer')).toBe(false)
  })
  test('is no colleague’s business once the case is taken', async () => {
    const id = await hall.ready()
    await claimCase(hall.services, hall.as('weber'), { case: id })
    const decision = await hall.decisionOf()
    const haase = hall.as('haase')
    const colleague: Scope = freezeScope({
      ...haase,
      staff: { ...haase.staff!, offices: [{ id: 'ordnung', supervisor: false }] },
    })
    const saving = draftDecision(hall.services, colleague, { case: id, decision })
    expect(reasonOf(await saving.catch(cause => cause))).toBe('claimed')
    await draftDecision(hall.services, hall.as('kern'), { case: id, decision })
  })
})

describe('A decision', () => {
  test('comes back with everything that is wrong with it, and nothing happened', async () => {
    const id = await hall.ready()
    const { valid_until: _, ...rest } = await hall.decisionOf()
    const decided = await decide(hall.services, hall.as('weber'), { case: id, decision: rest as never })
    expect(decided).toMatchObject({ kind: 'incomplete' })
    if (decided.kind !== 'incomplete') return
    expect(decided.checked.errors.map(error => error.field)).toEqual(['valid_until'])
    expect(decided.checked.faults).toMatchObject([{ code: 'empty', name: 'Genehmigung gilt bis' }, {}])
    expect((await hall.look(id)).phase).toBe('deciding')
    expect(await effective(id)).toEqual([])
  })
  test('is made once: of two at the same moment one wins and the other is told what happened', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await hall.ready()
      const decision = await hall.decisionOf()
      const both = await Promise.allSettled(
        ['weber', 'kern'].map(who => decide(hall.services, hall.as(who), { case: id, decision })),
      )
      const lost = both.filter(one => one.status === 'rejected')
      expect(lost).toHaveLength(1)
      const [row] = await effective(id)
      expect(lost[0]!.reason).toBeInstanceOf(AlreadyDecided)
      expect(lost[0]!.reason).toMatchObject({ by: row!.drafted_by, outcome: decision.outcome })
      expect(await effective(id)).toHaveLength(1)
    }
  })
  test('is made once even if the portal erred: the database holds it', async () => {
    const id = await hall.ready()
    await decide(hall.services, hall.as('weber'), { case: id, decision: await hall.decisionOf() })
    const second = hall.query(
      `insert into decisions select tenant_id, gen_random_uuid(), case_id, outcome, content, drafted_by, drafted_at,
         null, null, now(), null from decisions where case_id = $1`,
      [id],
    )
    await expect(second).rejects.toMatchObject({ constraint: 'decisions_one_effective' })
  })
  test('tells a page that is out of date', async () => {
    const id = await hall.ready()
    const { version } = await hall.look(id)
    await claimCase(hall.services, hall.as('weber'), { case: id })
    const late = decide(hall.services, hall.as('weber'), {
      case: id,
      version,
      decision: await hall.decisionOf(),
    })
    expect(reasonOf(await late.catch(cause => cause))).toBe('changed')
  })
})

describe('The second signature', () => {
  const refused = async (by = 'weber') => {
    const id = await hall.ready({ walk: refusal })
    const decided = await decide(hall.services, hall.as(by), {
      case: id,
      decision: await hall.decisionOf(refusal),
    })
    expect(decided).toMatchObject({ kind: 'decided', cosign: true })
    return id
  }

  test('is asked for where the town demands it, and nothing goes out before', async () => {
    const id = await refused()
    await hall.work()
    expect((await hall.look(id)).phase).toBe('cosigning')
    expect(await effective(id)).toEqual([])
    expect(await listNotices(hall.services, hall.as('weber'), id)).toEqual([])
    await expect(cosign(hall.services, hall.as('weber'), { case: id })).rejects.toThrow(Forbidden)
    expect(await cosign(hall.services, hall.as('kern'), { case: id })).toMatchObject({ kind: 'cosigned' })
    expect(await effective(id)).toMatchObject([{ cosigned_by: hall.as('kern').staff!.id }])
    await hall.work()
    expect(await listNotices(hall.services, hall.as('weber'), id)).toHaveLength(1)
  })
  test('is never of the same person', async () => {
    const id = await refused('kern')
    const own = cosign(hall.services, hall.as('kern'), { case: id })
    expect(reasonOf(await own.catch(cause => cause))).toBe('same-person')
    const forced = hall.query('update decisions set cosigned_by = drafted_by where case_id = $1', [id])
    await expect(forced).rejects.toMatchObject({ code: '23514' })
  })
  test('may be refused with a reason; the decision goes on from what it was, and is kept', async () => {
    const id = await refused()
    await returnDecision(hall.services, hall.as('kern'), {
      case: id,
      reason: 'Bitte die Alternative prüfen.',
    })
    expect((await hall.look(id)).phase).toBe('deciding')
    const again = await findDecision(hall.services, hall.as('weber'), id)
    expect(again?.decision).toMatchObject({ outcome: 'refusal' })
    const changed = { ...again!.decision, reasons_text: 'Ein Rückschnitt genügt.' }
    await decide(hall.services, hall.as('weber'), { case: id, decision: changed })
    await cosign(hall.services, hall.as('kern'), { case: id })
    const rows = await hall.query('select * from decisions where case_id = $1 order by drafted_at', [id])
    expect(rows).toHaveLength(2)
    expect(rows.filter(row => row.superseded_at)).toHaveLength(1)
  })
  test('is not given to what no longer fits by then', async () => {
    const id = await hall.ready({ walk: 'jannik-prell-linde' })
    const decision = { ...(await hall.decisionOf('jannik-prell-linde')), valid_until: '2026-12-15' }
    await decide(hall.services, hall.as('weber'), { case: id, decision })
    hall.clock.advance(60 * day_ms)
    const late = await cosign(hall.services, hall.as('kern'), { case: id })
    hall.clock.advance(-60 * day_ms)
    expect(late).toMatchObject({ kind: 'incomplete', checked: { errors: [{ field: 'valid_until' }] } })
    expect((await hall.look(id)).phase).toBe('cosigning')
  })
})

test('a foreign case answers like one that does not exist', async () => {
  const id = await hall.ready()
  const decision = await hall.decisionOf()
  for (const who of ['haase', 'lindner', 'it']) {
    const scope = hall.as(who)
    const tries = [
      draftDecision(hall.services, scope, { case: id, decision }),
      findDecision(hall.services, scope, id),
      decide(hall.services, scope, { case: id, decision }),
      cosign(hall.services, scope, { case: id }),
      returnDecision(hall.services, scope, { case: id, reason: 'nein' }),
      previewNotice(hall.services, scope, { case: id, decision }),
      loadMatter(hall.services, scope, id),
      listNotices(hall.services, scope, id),
    ]
    for (const one of await Promise.allSettled(tries))
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) })
  }
})

test('a preview is a PDF that says it is a draft', async () => {
  const id = await hall.ready()
  const decision = { outcome: 'grant', conditions: [], reasons: [], hints: [] }
  const { pdf, checked } = await previewNotice(hall.services, hall.as('weber'), { case: id, decision })
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(checked.composed.letter.draft).toBe(true)
  expect(checked.faults.length).toBeGreaterThan(0)
})
