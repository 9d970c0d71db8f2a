import { describe, expect, it } from 'vitest'
import type { Day, Place } from './index.ts'
import { notification, type Sending } from './index.ts'

const sent = (over: Partial<Sending>) =>
  notification({
    law: 'vwvfg',
    channel: 'post',
    place: 'ST',
    sent: '2026-11-02T09:00:00Z',
    now: '2030-01-02T09:00:00Z',
    ...over,
  })

type Row = [what: string, sent: string, place: Place, earliest: Day, date: Day, latest: Day]

describe('§ 41 (2) VwVfG: fourth day after posting', () => {
  it.each<Row>([
    ['a plain week', '2026-11-02T09:00:00Z', 'ST', '2026-11-06', '2026-11-06', '2026-11-06'],
    ['onto a Saturday', '2026-11-03T09:00:00Z', 'ST', '2026-11-07', '2026-11-07', '2026-11-09'],
    ['onto a Sunday', '2026-11-04T09:00:00Z', 'ST', '2026-11-08', '2026-11-08', '2026-11-09'],
    ['onto Easter Monday', '2026-04-02T09:00:00Z', 'ST', '2026-04-06', '2026-04-06', '2026-04-07'],
    ['onto 31 October', '2025-10-27T09:00:00Z', 'ST', '2025-10-31', '2025-10-31', '2025-11-03'],
    ['onto New Year', '2026-12-28T09:00:00Z', 'ST', '2027-01-01', '2027-01-01', '2027-01-04'],
    ['onto a leap day', '2028-02-25T09:00:00Z', 'ST', '2028-02-29', '2028-02-29', '2028-02-29'],
    ['onto Buß- und Bettag', '2026-11-14T09:00:00Z', 'SN', '2026-11-18', '2026-11-18', '2026-11-19'],
    ['the same day elsewhere', '2026-11-14T09:00:00Z', 'ST', '2026-11-18', '2026-11-18', '2026-11-18'],
    [
      'posted in the night clocks go forward',
      '2026-03-28T23:30:00Z',
      'ST',
      '2026-04-02',
      '2026-04-02',
      '2026-04-02',
    ],
    [
      'posted in the night clocks go back',
      '2026-10-24T22:30:00Z',
      'ST',
      '2026-10-29',
      '2026-10-29',
      '2026-10-29',
    ],
    [
      'posted after midnight in Berlin',
      '2026-11-01T23:30:00Z',
      'ST',
      '2026-11-06',
      '2026-11-06',
      '2026-11-06',
    ],
    [
      'a Land whose own text is not confirmed',
      '2025-10-27T09:00:00Z',
      'NW',
      '2025-10-30',
      '2025-10-31',
      '2025-10-31',
    ],
  ])('%s', (_what, at, place, earliest, date, latest) => {
    for (const channel of ['post', 'email'] as const) {
      const result = sent({ sent: at, place, channel })
      expect(result).toMatchObject({ status: 'notified', earliest, date, latest })
    }
  })

  it('names a source for each reading', () => {
    const { readings, cite } = sent({ sent: '2026-11-03T09:00:00Z' })
    expect(cite).toBe('§ 41 Abs. 2 Satz 1 VwVfG')
    expect(readings.map(each => each.key)).toEqual(['as-written', 'next-working-day'])
    expect(readings[0]!.source).toContain('7 PA 184/06')
    expect(readings[1]!.source).toContain('IX R 68/98')
  })

  it('is pending until the earliest day begins in Germany', () => {
    expect(sent({ now: '2026-11-05T22:59:59Z' }).status).toBe('pending')
    expect(sent({ now: '2026-11-05T23:00:00Z' }).status).toBe('notified')
  })

  it('follows a proved later arrival, not an earlier one', () => {
    expect(sent({ arrived: '2026-11-04T10:00:00Z' }).date).toBe('2026-11-06')
    const late = sent({ arrived: '2026-11-14T10:00:00Z' })
    expect(late).toMatchObject({ earliest: '2026-11-14', date: '2026-11-14', latest: '2026-11-14' })
    expect(late.readings[0]!.key).toBe('arrival')
  })

  it('keeps the generous reading when the letter came between both', () => {
    const result = sent({ sent: '2026-11-03T09:00:00Z', arrived: '2026-11-08T10:00:00Z' })
    expect(result).toMatchObject({ earliest: '2026-11-08', date: '2026-11-08', latest: '2026-11-09' })
  })

  it('notifies nothing if arrival cannot be proved', () => {
    expect(sent({ arrived: 'never' })).toMatchObject({
      status: 'lapsed',
      reason: 'not-arrived',
      readings: [],
    })
  })

  it('knows no fiction for letters abroad, but one for e-mail', () => {
    expect(sent({ abroad: true })).toMatchObject({ status: 'pending', reason: 'arrival-unknown' })
    expect(sent({ abroad: true, arrived: '2026-11-20T10:00:00Z' }).date).toBe('2026-11-20')
    expect(sent({ abroad: true, channel: 'email' }).date).toBe('2026-11-06')
  })

  it('refuses letters from before the fourth day was law', () => {
    expect(() => sent({ sent: '2024-12-31T09:00:00Z' })).toThrow(RangeError)
    expect(sent({ sent: '2024-12-31T23:30:00Z' }).date).toBe('2025-01-05')
  })
})

describe('§ 122 (2), (2a) AO', () => {
  it.each<Row>([
    ['a plain week', '2026-11-02T09:00:00Z', 'ST', '2026-11-06', '2026-11-06', '2026-11-06'],
    ['onto a Saturday', '2026-11-03T09:00:00Z', 'ST', '2026-11-07', '2026-11-09', '2026-11-09'],
    ['onto Easter Monday', '2026-04-02T09:00:00Z', 'ST', '2026-04-06', '2026-04-07', '2026-04-07'],
    ['onto 31 October', '2025-10-27T09:00:00Z', 'ST', '2025-10-31', '2025-11-03', '2025-11-03'],
    ['in any Land the same text', '2026-11-02T09:00:00Z', 'NW', '2026-11-06', '2026-11-06', '2026-11-06'],
  ])('%s', (_what, at, place, earliest, date, latest) => {
    expect(sent({ law: 'ao', sent: at, place })).toMatchObject({
      earliest,
      date,
      latest,
      cite: '§ 122 Abs. 2 Nr. 1 AO',
    })
    expect(sent({ law: 'ao', sent: at, place, channel: 'email' })).toMatchObject({
      date,
      cite: '§ 122 Abs. 2a AO',
    })
  })

  it('gives a letter abroad one month', () => {
    const result = sent({ law: 'ao', abroad: true, sent: '2027-01-31T09:00:00Z' })
    expect(result).toMatchObject({
      earliest: '2027-02-28',
      date: '2027-03-01',
      cite: '§ 122 Abs. 2 Nr. 2 AO',
    })
  })
})

describe('§ 37 (2) SGB X', () => {
  it.each<Row>([
    ['a plain week', '2026-11-02T09:00:00Z', 'ST', '2026-11-06', '2026-11-06', '2026-11-06'],
    ['stays on a Saturday', '2026-11-03T09:00:00Z', 'MV', '2026-11-07', '2026-11-07', '2026-11-07'],
  ])('%s', (_what, at, place, earliest, date, latest) => {
    expect(sent({ law: 'sgbx', sent: at, place })).toMatchObject({
      earliest,
      date,
      latest,
      cite: '§ 37 Abs. 2 Satz 1 SGB X',
    })
  })
})
