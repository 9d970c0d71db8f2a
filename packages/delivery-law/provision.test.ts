import { describe, expect, it } from 'vitest'
import type { Day } from './index.ts'
import { notification, type Provision } from './index.ts'

const provided = (over: Partial<Provision>) =>
  notification({
    law: 'vwvfg',
    channel: 'portal',
    place: 'ST',
    consent: true,
    provided: '2026-11-02T09:00:00Z',
    noticeSent: '2026-11-02T09:00:05Z',
    now: '2026-11-02T09:01:00Z',
    ...over,
  })

describe('§ 41 (2a) VwVfG: the portal’s own mailbox', () => {
  it.each<[what: string, retrieved: string, date: Day, latest: Day]>([
    ['the day after retrieval', '2026-11-03T18:20:00Z', '2026-11-04', '2026-11-04'],
    ['retrieved after midnight in Berlin', '2026-11-03T23:10:00Z', '2026-11-05', '2026-11-05'],
    ['onto a Saturday', '2026-11-06T10:00:00Z', '2026-11-07', '2026-11-09'],
    ['on the tenth day', '2026-11-12T22:59:59Z', '2026-11-13', '2026-11-13'],
    ['on the very day of provision', '2026-11-02T09:05:00Z', '2026-11-03', '2026-11-03'],
  ])('%s', (_what, retrieved, date, latest) => {
    const result = provided({ retrieved, now: '2026-12-01T09:00:00Z' })
    expect(result).toMatchObject({
      status: 'notified',
      date,
      earliest: date,
      latest,
      cite: '§ 41 Abs. 2a VwVfG',
    })
  })

  it.each<[what: string, notice: string, tenth: Day, ends: Day]>([
    ['ten days, the day of sending not counted', '2026-11-02T09:00:00Z', '2026-11-12', '2026-11-12'],
    ['a tenth day on Sunday moves', '2026-11-05T09:00:00Z', '2026-11-15', '2026-11-16'],
    ['a tenth day on 31 October moves', '2028-10-21T09:00:00Z', '2028-10-31', '2028-11-01'],
    ['sent in the night clocks go back', '2026-10-24T22:30:00Z', '2026-11-04', '2026-11-04'],
    ['sent in the night clocks go forward', '2026-03-28T23:30:00Z', '2026-04-08', '2026-04-08'],
    ['over a leap day', '2028-02-20T09:00:00Z', '2028-03-01', '2028-03-01'],
    ['over the turn of the year onto New Year', '2026-12-22T09:00:00Z', '2027-01-01', '2027-01-04'],
  ])('%s', (_what, noticeSent, deadlineForRetrieval, provisionEnds) => {
    const result = provided({ noticeSent, provided: noticeSent, now: noticeSent })
    expect(result).toMatchObject({
      status: 'pending',
      reason: 'awaiting-retrieval',
      deadlineForRetrieval,
      provisionEnds,
    })
    expect(result.date).toBeUndefined()
  })

  it('lapses when the tenth day has passed in Germany', () => {
    expect(provided({ now: '2026-11-12T22:59:59Z' }).status).toBe('pending')
    expect(provided({ now: '2026-11-12T23:00:00Z' })).toMatchObject({
      status: 'lapsed',
      reason: 'not-retrieved',
    })
  })

  it('does not count a retrieval after the provision ended', () => {
    const result = provided({ retrieved: '2026-11-13T09:00:00Z', now: '2026-11-20T09:00:00Z' })
    expect(result).toMatchObject({ status: 'lapsed', reason: 'not-retrieved' })
  })

  it('is pending on the day of retrieval itself', () => {
    expect(provided({ retrieved: '2026-11-03T18:20:00Z', now: '2026-11-03T18:21:00Z' })).toMatchObject({
      status: 'pending',
      date: '2026-11-04',
    })
  })

  it('starts no ten days before the message is sent', () => {
    const { deadlineForRetrieval, ...result } = provided({
      noticeSent: undefined,
      now: '2026-12-24T09:00:00Z',
    })
    expect(result).toMatchObject({ status: 'pending', reason: 'notice-missing' })
    expect(deadlineForRetrieval).toBeUndefined()
  })

  it('notifies nothing without consent, retrieved or not', () => {
    expect(provided({ consent: false, retrieved: '2026-11-03T18:20:00Z' })).toMatchObject({
      status: 'lapsed',
      reason: 'no-consent',
    })
  })
})

describe('§ 9 (1) OZG: mailbox of a user account', () => {
  const ozg = (over: Partial<Provision>) =>
    provided({ channel: 'account-mailbox', now: '2026-12-01T09:00:00Z', ...over })
  it.each<[what: string, at: string, date: Day, latest: Day]>([
    ['fourth day after provision', '2026-11-02T09:00:00Z', '2026-11-06', '2026-11-06'],
    ['onto a Saturday', '2026-11-03T09:00:00Z', '2026-11-07', '2026-11-09'],
    ['provided after midnight in Berlin', '2026-11-02T23:30:00Z', '2026-11-07', '2026-11-09'],
  ])('%s', (_what, at, date, latest) => {
    expect(ozg({ provided: at, noticeSent: at })).toMatchObject({
      status: 'notified',
      date,
      earliest: date,
      latest,
    })
  })

  it('counts whether or not it was retrieved, and names the early retrieval as arguable', () => {
    expect(ozg({}).date).toBe('2026-11-06')
    expect(ozg({ retrieved: '2026-11-20T09:00:00Z' })).toMatchObject({
      earliest: '2026-11-06',
      latest: '2026-11-06',
    })
    expect(ozg({ retrieved: '2026-11-03T09:00:00Z' })).toMatchObject({
      earliest: '2026-11-03',
      date: '2026-11-06',
      latest: '2026-11-06',
    })
  })

  it('counts a late message in favour of the person', () => {
    const result = ozg({ noticeSent: '2026-11-04T09:00:00Z' })
    expect(result).toMatchObject({ earliest: '2026-11-06', date: '2026-11-06', latest: '2026-11-09' })
    expect(result.readings.at(-1)).toMatchObject({ key: 'from-notice', standing: 'arguable' })
  })

  it('leaves the latest day open while no message was sent', () => {
    const result = ozg({ noticeSent: undefined })
    expect(result).toMatchObject({ earliest: '2026-11-06', reason: 'notice-missing' })
    expect(result.latest).toBeUndefined()
  })

  it('notifies nothing if the user excluded it', () => {
    expect(ozg({ consent: false })).toMatchObject({ status: 'lapsed', reason: 'no-consent' })
  })
})

describe('§ 122a AO', () => {
  it.each<[what: string, at: string, earliest: Day, date: Day]>([
    ['fourth day after provision', '2026-11-02T09:00:00Z', '2026-11-06', '2026-11-06'],
    ['onto a Saturday', '2026-11-03T09:00:00Z', '2026-11-07', '2026-11-09'],
  ])('%s', (_what, at, earliest, date) => {
    const over = { law: 'ao', provided: at, noticeSent: at } as const
    expect(provided(over)).toMatchObject({ earliest, date, cite: '§ 122a Abs. 4 AO' })
    expect(provided({ ...over, channel: 'account-mailbox' })).toMatchObject({
      earliest,
      date,
      cite: '§ 122a Abs. 4, 5 AO',
    })
  })

  it('does not look at retrieval', () => {
    expect(provided({ law: 'ao', retrieved: '2026-11-02T10:00:00Z' })).toMatchObject({
      earliest: '2026-11-06',
      latest: '2026-11-06',
    })
  })

  it('notifies nothing where postal delivery was asked for', () => {
    expect(provided({ law: 'ao', consent: false })).toMatchObject({ status: 'lapsed', reason: 'no-consent' })
  })
})

describe('§ 37 (2a), (2b) SGB X', () => {
  const social = (over: Partial<Provision>) => provided({ law: 'sgbx', now: '2026-12-01T09:00:00Z', ...over })

  it('counts from the message, not from provision or retrieval', () => {
    const result = social({ noticeSent: '2026-11-05T09:00:00Z', retrieved: '2026-11-03T09:00:00Z' })
    expect(result).toMatchObject({
      earliest: '2026-11-09',
      date: '2026-11-09',
      latest: '2026-11-09',
      cite: '§ 37 Abs. 2a SGB X',
    })
  })

  it('keeps the weekend open, as no court has decided on this paragraph', () => {
    expect(social({ noticeSent: '2026-11-03T09:00:00Z' })).toMatchObject({
      date: '2026-11-07',
      latest: '2026-11-09',
    })
  })

  it('takes the day of retrieval if arrival of the message is disputed', () => {
    expect(social({ noticeDisputed: true, retrieved: '2026-11-20T09:00:00Z' }).date).toBe('2026-11-20')
    expect(social({ noticeDisputed: true })).toMatchObject({
      status: 'pending',
      reason: 'awaiting-retrieval',
    })
  })

  it('needs consent and a message', () => {
    expect(social({ consent: false })).toMatchObject({ status: 'lapsed', reason: 'no-consent' })
    expect(social({ noticeSent: undefined })).toMatchObject({ status: 'pending', reason: 'notice-missing' })
  })

  it('names § 9 OZG as arguable for the mailbox, and follows it for Elterngeld', () => {
    const mailbox = social({ channel: 'account-mailbox', noticeSent: '2026-11-05T09:00:00Z' })
    expect(mailbox).toMatchObject({ earliest: '2026-11-06', date: '2026-11-09', latest: '2026-11-09' })
    const parents = social({ channel: 'account-mailbox', parentalAllowance: true })
    expect(parents).toMatchObject({ date: '2026-11-06' })
    expect(parents.cite).toContain('§ 37 Abs. 2b SGB X')
  })
})
