/** The one source of time, so that tests can move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands until it is moved. Times in milliseconds. */
export function fakeClock(start: string): Clock & { advance(by_ms: number): void; set(to: string): void } {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    advance: by_ms => {
      time += by_ms
    },
    set: to => {
      time = Date.parse(to)
    },
  }
}

export const day_ms = 86_400_000

const berlinDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' })

/** The calendar day in Germany as YYYY-MM-DD (legal time, § 4 EinhZeitG). */
export function dayInGermany(time: Date): string {
  return berlinDay.format(time)
}
