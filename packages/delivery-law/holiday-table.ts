/** The sixteen Länder by their ISO 3166-2 letters. */
export const states = [
  'BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH',
] as const // biome-ignore format: one look shows all sixteen
export type State = (typeof states)[number]

/** Holidays that hold only in some places of a Land; whoever asks must know the place. */
export type LocalHoliday = 'corpus-christi' | 'assumption' | 'peace-of-augsburg'

/** When in the year: a fixed day, days after Easter Sunday, or the Wednesday before 23 November. */
type Rule = { fixed: string } | { easter: number } | { repentance: true }

export interface HolidayRule {
  key: string
  /** As the Länder's acts name it. */
  name: string
  rule: Rule
  states: readonly State[] | 'all'
  /** Länder in which it holds in some places only. */
  local?: { kind: LocalHoliday; states: readonly State[] }
  /** The single years of a holiday that was ordered once. */
  years?: readonly number[]
}

/**
 * Holidays since 2024. Each Land has an act of its own; sources of those that this table was read from:
 * ST: § 2 FeiertG LSA. SN: § 1 SächsSFG (Corpus Christi only where the FronleichnamsVO says so).
 * MV: § 2 FTG M-V as amended 2022 (8 March since 2023). The other Länder are compared with the
 * `date-holidays` data in the tests, for every year from 2024 to 2035.
 */
export const holidayTable: readonly HolidayRule[] = [
  { key: 'new-year', name: 'Neujahr', rule: { fixed: '01-01' }, states: 'all' },
  { key: 'epiphany', name: 'Heilige Drei Könige', rule: { fixed: '01-06' }, states: ['BW', 'BY', 'ST'] },
  { key: 'womens-day', name: 'Internationaler Frauentag', rule: { fixed: '03-08' }, states: ['BE', 'MV'] },
  { key: 'good-friday', name: 'Karfreitag', rule: { easter: -2 }, states: 'all' },
  { key: 'easter-sunday', name: 'Ostersonntag', rule: { easter: 0 }, states: ['BB'] },
  { key: 'easter-monday', name: 'Ostermontag', rule: { easter: 1 }, states: 'all' },
  { key: 'labour-day', name: 'Tag der Arbeit', rule: { fixed: '05-01' }, states: 'all' },
  {
    key: 'liberation-2025',
    name: '80. Jahrestag der Befreiung vom Nationalsozialismus',
    rule: { fixed: '05-08' },
    states: ['BE'],
    years: [2025],
  },
  { key: 'ascension', name: 'Christi Himmelfahrt', rule: { easter: 39 }, states: 'all' },
  { key: 'whit-sunday', name: 'Pfingstsonntag', rule: { easter: 49 }, states: ['BB'] },
  { key: 'whit-monday', name: 'Pfingstmontag', rule: { easter: 50 }, states: 'all' },
  {
    key: 'uprising-2028',
    name: '75. Jahrestag des Volksaufstandes vom 17. Juni 1953',
    rule: { fixed: '06-17' },
    states: ['BE'],
    years: [2028],
  },
  {
    key: 'corpus-christi',
    name: 'Fronleichnam',
    rule: { easter: 60 },
    states: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'],
    local: { kind: 'corpus-christi', states: ['SN', 'TH'] },
  },
  {
    key: 'peace-of-augsburg',
    name: 'Augsburger Friedensfest',
    rule: { fixed: '08-08' },
    states: [],
    local: { kind: 'peace-of-augsburg', states: ['BY'] },
  },
  {
    key: 'assumption',
    name: 'Mariä Himmelfahrt',
    rule: { fixed: '08-15' },
    states: ['SL'],
    local: { kind: 'assumption', states: ['BY'] },
  },
  { key: 'childrens-day', name: 'Weltkindertag', rule: { fixed: '09-20' }, states: ['TH'] },
  { key: 'unity', name: 'Tag der Deutschen Einheit', rule: { fixed: '10-03' }, states: 'all' },
  {
    key: 'reformation',
    name: 'Reformationstag',
    rule: { fixed: '10-31' },
    states: ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'],
  },
  {
    key: 'all-saints',
    name: 'Allerheiligen',
    rule: { fixed: '11-01' },
    states: ['BW', 'BY', 'NW', 'RP', 'SL'],
  },
  { key: 'repentance', name: 'Buß- und Bettag', rule: { repentance: true }, states: ['SN'] },
  { key: 'christmas', name: '1. Weihnachtstag', rule: { fixed: '12-25' }, states: 'all' },
  { key: 'boxing-day', name: '2. Weihnachtstag', rule: { fixed: '12-26' }, states: 'all' },
]
