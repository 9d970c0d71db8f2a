import { describe, expect, it } from 'vitest'
import type { Day, Length, Place } from './index.ts'
import {
  clock,
  isLate,
  notification,
  periodEnd,
  protectedPeriod,
  remedyPeriod,
  remedyWindow,
} from './index.ts'

describe('§§ 187–193 BGB', () => {
  it.each<[event: Day, length: Length, place: Place, nominal: Day, last: Day]>([
    ['2026-11-02', { days: 10 }, 'ST', '2026-11-12', '2026-11-12'],
    ['2026-11-02', { weeks: 2 }, 'ST', '2026-11-16', '2026-11-16'],
    ['2026-11-06', { months: 1 }, 'ST', '2026-12-06', '2026-12-07'],
    ['2026-01-31', { months: 1 }, 'ST', '2026-02-28', '2026-03-02'],
    ['2028-01-31', { months: 1 }, 'ST', '2028-02-29', '2028-02-29'],
    ['2026-03-31', { months: 1 }, 'ST', '2026-04-30', '2026-04-30'],
    ['2026-02-28', { months: 1 }, 'ST', '2026-03-28', '2026-03-30'],
    ['2026-03-03', { months: 1 }, 'ST', '2026-04-03', '2026-04-07'],
    ['2026-03-06', { months: 1 }, 'ST', '2026-04-06', '2026-04-07'],
    ['2026-11-25', { months: 1 }, 'ST', '2026-12-25', '2026-12-28'],
    ['2025-12-06', { months: 1 }, 'ST', '2026-01-06', '2026-01-07'],
    ['2025-12-06', { months: 1 }, 'SN', '2026-01-06', '2026-01-06'],
    ['2025-10-17', { weeks: 2 }, 'ST', '2025-10-31', '2025-11-03'],
    ['2025-10-17', { weeks: 2 }, 'NW', '2025-10-31', '2025-10-31'],
    ['2026-09-25', { weeks: 1 }, 'ST', '2026-10-02', '2026-10-02'],
    ['2028-02-29', { years: 1 }, 'ST', '2029-02-28', '2029-02-28'],
    ['2026-11-18', { years: 1 }, 'ST', '2027-11-18', '2027-11-18'],
  ])('from %s for %j in %s: %s, ends %s', (event, length, place, nominal, lastDay) => {
    expect(periodEnd(event, length, place)).toMatchObject({ nominal, lastDay })
  })

  it('refuses a period of nothing', () => {
    expect(() => periodEnd('2026-11-02', { days: 0 }, 'ST')).toThrow(RangeError)
    expect(() => periodEnd('2026-11-02', { months: 1.5 }, 'ST')).toThrow(RangeError)
  })
})

describe('remedy period', () => {
  it('names the last day, the first day and the paragraphs', () => {
    const result = remedyPeriod({ notified: '2026-11-06', months: 1, place: 'ST' })
    expect(result).toMatchObject({ firstDay: '2026-11-07', nominal: '2026-12-06', lastDay: '2026-12-07' })
    expect(result.cite).toContain('§ 70 Abs. 1')
    expect(remedyPeriod({ notified: '2026-11-06', months: 1, place: 'ST', law: 'ao' }).cite).toContain(
      '§ 108',
    )
    expect(remedyPeriod({ notified: '2026-11-06', months: 1, place: 'ST', law: 'sgbx' }).cite).toContain(
      '§ 64 SGG',
    )
  })

  it('is a year where the instruction is missing (§ 58 (2) VwGO)', () => {
    expect(remedyPeriod({ notified: '2026-11-06', months: 12, place: 'ST' }).lastDay).toBe('2027-11-08')
  })

  it('counts the last day whole, by the clock in Germany', () => {
    const period = remedyPeriod({ notified: '2026-09-28', months: 1, place: 'ST' })
    expect(period.lastDay).toBe('2026-10-28')
    expect(isLate('2026-10-28T22:59:59Z', period)).toBe(false)
    expect(isLate('2026-10-28T23:00:00Z', period)).toBe(true)
  })

  it('shows residents the earliest end and calls late only what no reading saves', () => {
    const posted = notification({
      law: 'vwvfg',
      channel: 'post',
      place: 'ST',
      sent: '2026-11-03T09:00:00Z',
      now: '2026-11-10T09:00:00Z',
    })
    const window = remedyWindow(posted, { months: 1, place: 'ST' })
    expect(window?.shown.lastDay).toBe('2026-12-07')
    expect(window?.lateAfter?.lastDay).toBe('2026-12-09')
  })

  it('names no end where none can be named', () => {
    const frame = {
      law: 'vwvfg',
      place: 'ST',
      consent: true,
      provided: '2026-11-02T09:00:00Z',
      now: '2026-11-20T09:00:00Z',
    } as const
    expect(
      remedyWindow(notification({ ...frame, channel: 'portal' }), { months: 1, place: 'ST' }),
    ).toBeUndefined()
    const open = remedyWindow(notification({ ...frame, channel: 'account-mailbox' }), {
      months: 1,
      place: 'ST',
    })
    expect(open?.shown.lastDay).toBe('2026-12-07')
    expect(open?.lateAfter).toBeUndefined()
  })
})

describe('§ 39 (5) BNatSchG', () => {
  it.each<[day: Day, isProtected: boolean, firstFreeDay: Day, nextStart: Day]>([
    ['2027-02-28', false, '2027-02-28', '2027-03-01'],
    ['2028-02-29', false, '2028-02-29', '2028-03-01'],
    ['2027-03-01', true, '2027-10-01', '2028-03-01'],
    ['2027-09-30', true, '2027-10-01', '2028-03-01'],
    ['2027-10-01', false, '2027-10-01', '2028-03-01'],
  ])('%s protected: %s', (day, isProtected, firstFreeDay, nextStart) => {
    expect(protectedPeriod(day)).toEqual({ isProtected, firstFreeDay, nextStart })
  })

  it('finds a span that touches the period at either end or covers it', () => {
    expect(protectedPeriod({ from: '2027-01-05', to: '2027-02-20' }).isProtected).toBe(false)
    expect(protectedPeriod({ from: '2027-02-20', to: '2027-03-01' }).isProtected).toBe(true)
    expect(protectedPeriod({ from: '2027-09-30', to: '2027-11-01' }).isProtected).toBe(true)
    expect(protectedPeriod({ from: '2026-12-01', to: '2027-12-01' }).isProtected).toBe(true)
  })

  it('takes the shifted time of a Land (sentence 3)', () => {
    expect(protectedPeriod('2027-02-20', '02-15', '09-30').isProtected).toBe(true)
  })

  it('refuses spans that run backwards', () => {
    expect(() => protectedPeriod({ from: '2027-03-02', to: '2027-03-01' })).toThrow(RangeError)
    expect(() => protectedPeriod('2027-03-02', '10-01', '02-28')).toThrow(RangeError)
  })
})

describe('clock of an application', () => {
  const six = { start: '2026-11-02', length: { weeks: 6 }, place: 'SN', today: '2026-11-16' } as const

  it('runs six weeks without pauses', () => {
    expect(clock(six)).toEqual({
      state: 'running',
      nominal: '2026-12-14',
      due: '2026-12-14',
      daysLeft: 28,
      pausedDays: 0,
    })
  })

  it('takes out the days in which it stood', () => {
    expect(
      clock({
        start: '2026-11-02',
        length: { days: 14 },
        place: 'ST',
        today: '2026-11-16',
        pauses: [{ from: '2026-11-10', to: '2026-11-15' }],
      }),
    ).toEqual({
      state: 'running',
      nominal: '2026-11-21',
      due: '2026-11-23',
      daysLeft: 7,
      pausedDays: 5,
    })
  })

  it('counts overlapping pauses once, in any order', () => {
    const pauses = [
      { from: '2026-11-12', to: '2026-11-20' },
      { from: '2026-11-10', to: '2026-11-15' },
      { from: '2026-11-11', to: '2026-11-13' },
    ] as const
    expect(clock({ ...six, pauses })).toMatchObject({ pausedDays: 10, nominal: '2026-12-24' })
  })

  it('stands while an answer is awaited', () => {
    expect(clock({ ...six, pauses: [{ from: '2026-11-10' }] })).toEqual({ state: 'paused', pausedDays: 6 })
  })

  it('is over after its last day, and cannot be stopped then', () => {
    expect(clock({ ...six, today: '2026-12-14' }).state).toBe('running')
    expect(clock({ ...six, today: '2026-12-15', pauses: [{ from: '2026-12-15' }] })).toMatchObject({
      state: 'over',
      daysLeft: -1,
    })
  })

  it('counts working days, standing ones too', () => {
    const five = {
      start: '2026-11-02',
      length: { workingDays: 5 },
      place: 'ST',
      today: '2026-11-05',
    } as const
    expect(clock(five).due).toBe('2026-11-09')
    expect(clock({ ...five, pauses: [{ from: '2026-11-05', to: '2026-11-09' }] }).due).toBe('2026-11-11')
  })

  it('refuses a pause that runs backwards', () => {
    expect(() => clock({ ...six, pauses: [{ from: '2026-11-12', to: '2026-11-10' }] })).toThrow(RangeError)
  })
})
