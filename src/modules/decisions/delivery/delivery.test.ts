import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day_ms } from '#core/clock.ts'
import { inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { CaseId, NoticeId, TenantId } from '#core/ids.ts'
import { postPaperNotice } from '#modules/cases/index.ts'
import { decide } from '../decide.ts'
import { type Applied, openTownHall, type TownHall } from '../decisions.fixture.ts'
import { listNotices, openNotice, openNoticePdf, openNoticePdfOf } from './open-notice.ts'
import { onNoticeNotified } from './record-delivery.ts'
import { tellDelivery } from './tell-delivery.ts'

let hall: TownHall
beforeAll(async () => {
  hall = await openTownHall()
})
afterAll(() => hall.stop())

const leuna = 'leuna' as TenantId
const guestKey = 'ab'.repeat(32)

/** A notice that lies ready (or goes by post), with its mail sent. */
async function provided(
  applied: Applied = {},
): Promise<{ case: CaseId; notice: NoticeId; tenant: TenantId }> {
  const id = await hall.ready(applied)
  await decide(hall.services, hall.as('weber'), { case: id, decision: await hall.decisionOf() })
  await hall.work()
  const [row] = await hall.query('select id from notices where case_id = $1', [id])
  return { case: id, notice: row!.id as NoticeId, tenant: leuna }
}
const open = (key: { notice: NoticeId; tenant: TenantId }, scope: Scope, retrieving = true) =>
  openNotice(hall.services, scope, { ...key, retrieving })
const typesOf = async (id: CaseId) => (await hall.look(id)).facts.map(fact => fact.type)
const count = (all: readonly string[], one: string) => all.filter(each => each === one).length

describe('A notice in the portal', () => {
  test('lies ready, and a mail says that something is there, not what', async () => {
    const key = await provided()
    expect(
      await hall.query('select channel, pdf_blob_id from notices where id = $1', [key.notice]),
    ).toMatchObject([{ channel: 'portal' }])
    const mails = await hall.query('select body from demo_mails order by sent_at desc')
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.map(mail => mail.body).join()).not.toMatch(/Bescheid|genehmig|Baum|Kiefer/i)
    expect(await typesOf(key.case)).toEqual(expect.arrayContaining(['notice.provided', 'notice.notified']))
    const messages = await hall.query('select kind, subject_id from messages where case_id = $1', [key.case])
    expect(messages).toContainEqual({ kind: 'notice', subject_id: key.notice })
  })
  test('is opened on purpose, and only that is the retrieval', async () => {
    const key = await provided()
    const ines = hall.resident(hall.ines)
    const closed = await open(key, ines, false)
    expect(closed).toMatchObject({ kind: 'sealed', delivery: { status: 'ready' } })
    expect(closed).not.toHaveProperty('notice')
    await expect(openNoticePdf(hall.services, ines, key)).rejects.toThrow(NotFound)
    expect(await typesOf(key.case)).not.toContain('notice.retrieved')

    expect(await open(key, ines)).toMatchObject({ kind: 'open', delivery: { status: 'opened' } })
    expect(await open(key, ines, false)).toMatchObject({ kind: 'open' })
    await hall.work()
    expect((await hall.look(key.case)).phase).toBe('closed')
  })
  test('is retrieved once, however often and at the same moment it is opened', async () => {
    const key = await provided()
    const ines = hall.resident(hall.ines)
    await Promise.all([open(key, ines), open(key, ines), open(key, ines)])
    const [first] = await hall.query('select first_retrieved_at from notices where id = $1', [key.notice])
    hall.clock.advance(day_ms)
    await open(key, hall.resident(hall.ines))
    hall.clock.advance(-day_ms)
    const types = await typesOf(key.case)
    expect(count(types, 'notice.retrieved')).toBe(1)
    const events = await hall.query(
      "select id from events where name = 'notice.retrieved' and subject_id = $1",
      [key.case],
    )
    expect(events).toHaveLength(1)
    expect(await hall.query('select first_retrieved_at from notices where id = $1', [key.notice])).toEqual([
      first,
    ])
  })
  test('is nobody else’s: a foreign notice answers like an unknown one', async () => {
    const key = await provided()
    const strangers = [hall.resident(hall.jannik), hall.guest(guestKey), hall.as('weber'), hall.as('lindner')]
    for (const scope of strangers) {
      await expect(open(key, scope)).rejects.toThrow(NotFound)
      await expect(openNoticePdf(hall.services, scope, key)).rejects.toThrow(NotFound)
    }
    await expect(open({ ...key, tenant: 'merseburg' as TenantId }, hall.resident(hall.ines))).rejects.toThrow(
      NotFound,
    )
    for (const who of ['haase', 'lindner']) {
      const reading = openNoticePdfOf(hall.services, hall.as(who), key)
      await expect(reading).rejects.toThrow(NotFound)
    }
    const other = await provided()
    const mixed = openNoticePdfOf(hall.services, hall.as('weber'), { case: other.case, notice: key.notice })
    await expect(mixed).rejects.toThrow(NotFound)
    expect(await typesOf(key.case)).not.toContain('notice.retrieved')
  })
  test('is the same PDF for both sides, as it was stored', async () => {
    const key = await provided()
    await open(key, hall.resident(hall.ines))
    const mine = await openNoticePdf(hall.services, hall.resident(hall.ines), key)
    const theirs = await openNoticePdfOf(hall.services, hall.as('weber'), key)
    const bytes = await buffer(mine.body as NodeJS.ReadableStream)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.equals(await buffer(theirs.body as NodeJS.ReadableStream))).toBe(true)
    const [row] = await hall.query('select pdf_sha256, content from notices where id = $1', [key.notice])
    expect(
      createHash('sha256')
        .update(bytes)
        .digest()
        .equals(row!.pdf_sha256 as Buffer),
    ).toBe(true)
    expect((row!.content as Buffer).includes('Kiefer')).toBe(false)
  })
  test('counts as notified the day after retrieval, and the remedy is told to the day', async () => {
    // Opened on Monday, 23 November 2026: notified on the 24th, a month later is Christmas Eve, a working day.
    const key = await provided()
    await open(key, hall.resident(hall.ines))
    const [view] = await listNotices(hall.services, hall.as('weber'), key.case)
    expect(view?.delivery).toMatchObject({
      status: 'opened',
      way: 'portal',
      law: { date: '2026-11-24', cite: '§ 41 Abs. 2a VwVfG' },
      remedy: { kind: 'objection', shown: { lastDay: '2026-12-24' } },
    })
    const told = (['de', 'de-leicht', 'en'] as const).map(
      language => tellDelivery(view!, { language, audience: 'resident' }).lines,
    )
    expect(told[0]).toEqual([
      'Sie haben den Bescheid am 23. November 2026 geöffnet. Am 24. November 2026 gilt er als bekannt gegeben.',
      'Sie können bis zum 24. Dezember 2026 Widerspruch erheben.',
    ])
    expect(told.flat().join()).not.toMatch(/[{}]/)
    expect(tellDelivery(view!, { language: 'de', audience: 'staff' }).cites[0]).toBe('§ 41 Abs. 2a VwVfG')
  })
})

describe('The message about it', () => {
  test('sets the ten days going once, even if its mail is repeated', async () => {
    const key = await provided()
    const [before] = await hall.query('select notified_at from notices where id = $1', [key.notice])
    hall.clock.advance(3 * day_ms)
    const scope = inTenant({ now: hall.clock.now() }, leuna)
    await inScope(hall.services.database, scope, db =>
      onNoticeNotified(db, scope, { services: hall.services, notice: key.notice }),
    )
    hall.clock.advance(-3 * day_ms)
    expect(await hall.query('select notified_at from notices where id = $1', [key.notice])).toEqual([before])
    expect(count(await typesOf(key.case), 'notice.notified')).toBe(1)
  })
})

describe('Ten days without retrieval', () => {
  test('end the provision and bring the letter to the clerk; what is posted counts from the fourth day', async () => {
    const key = await provided()
    const ines = () => hall.resident(hall.ines)
    // Sent on 23 November: the tenth day is Thursday, 3 December, and it counts whole.
    hall.clock.set('2026-12-03T22:30:00Z')
    await hall.minute()
    expect(await open(key, ines(), false)).toMatchObject({ kind: 'sealed' })
    hall.clock.set('2026-12-03T23:30:00Z')
    await hall.minute()
    expect((await hall.look(key.case)).process.tasks).toMatchObject([{ node: 'send_paper', role: 'clerk' }])
    expect(await open(key, ines())).toMatchObject({ kind: 'by_post', delivery: { status: 'lapsed' } })
    expect(await typesOf(key.case)).not.toContain('notice.retrieved')

    hall.clock.set('2026-12-04T09:00:00Z')
    await postPaperNotice(hall.services, hall.as('weber'), { case: key.case })
    const copy = await open(key, ines())
    // 8 December is a Tuesday; a month later is Friday, 8 January.
    expect(copy).toMatchObject({
      kind: 'open',
      delivery: {
        status: 'posted',
        way: 'post',
        law: { date: '2026-12-08', cite: '§ 41 Abs. 2 Satz 1 VwVfG' },
        remedy: { shown: { lastDay: '2027-01-08' } },
      },
    })
    // Reading a copy is no retrieval.
    expect(await typesOf(key.case)).not.toContain('notice.retrieved')
    await hall.work()
    expect((await hall.look(key.case)).phase).toBe('closed')
    hall.clock.set('2026-11-23T09:00:00Z')
  })
})

describe('The channel', () => {
  const channelOf = async (applied: Applied) => {
    const key = await provided(applied)
    const [row] = await hall.query('select channel from notices where id = $1', [key.notice])
    return { key, channel: row!.channel }
  }
  test('is the post without consent, and the notice is not to be read before it is posted', async () => {
    const { key, channel } = await channelOf({ consent: false })
    expect(channel).toBe('post')
    expect((await hall.look(key.case)).process.tasks).toMatchObject([{ node: 'send_paper' }])
    expect(await open(key, hall.resident(hall.ines))).toMatchObject({
      kind: 'by_post',
      delivery: { status: 'to_post' },
    })
    await postPaperNotice(hall.services, hall.as('weber'), { case: key.case })
    expect(await open(key, hall.resident(hall.ines))).toMatchObject({ kind: 'open' })
  })
  test('is the portal for a guest whom a mail reaches, by her tracking code', async () => {
    const { key, channel } = await channelOf({ account: null, guest: guestKey })
    expect(channel).toBe('portal')
    await expect(open(key, hall.guest('cd'.repeat(32)))).rejects.toThrow(NotFound)
    expect(await open(key, hall.guest(guestKey))).toMatchObject({ kind: 'open' })
    expect(count(await typesOf(key.case), 'notice.retrieved')).toBe(1)
  })
  test('is the post for a guest whom no mail reaches', async () => {
    expect((await channelOf({ account: null, guest: guestKey, email: null })).channel).toBe('post')
  })
  test('needs an address when it is the post', async () => {
    const id = await hall.ready({ consent: false, address: null })
    const decided = await decide(hall.services, hall.as('weber'), {
      case: id,
      decision: await hall.decisionOf(),
    })
    expect(decided).toMatchObject({ kind: 'incomplete', checked: { faults: [{ code: 'address' }] } })
  })
})
