import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, readDocument } from './documents.ts'
import { type Figure, isTrue, unexplainedNumbers } from './figures.ts'
import { knownWords, wordsOfPages } from './known-words.ts'

const resident = readDocument('docs/resident-help.md').text
const worker = readDocument('docs/case-worker.md').text

/** A number in a source file, by the one place where it stands. */
function inSource(file: string, pattern: RegExp): string {
  const found = pattern.exec(readFileSync(join(ROOT, file), 'utf8'))
  if (!found?.[1]) throw new Error(`${file} does not hold ${pattern}`)
  return found[1]
}

const hours = (minutes: string) => (minutes === '60' ? 'eine Stunde' : `${minutes} Minuten`)

const drafts = 'src/modules/applications/drafts'
const permit = 'catalogue/processes/permit.bpmn'
const timerOf = (id: string) => new RegExp(`id="${id}"[\\s\\S]*?>P(\\d+)D<`)

const residentFigures: Figure[] = [
  { told: 'Sie haben 30 Tage Zeit', true: inSource(`${drafts}/model.ts`, /keep_days = (\d+)/) },
  {
    told: '(mindestens 8 Zeichen)',
    true: inSource(`${drafts}/resume-draft.ts`, /shortest_password = (\d+)/),
  },
  {
    told: 'mindestens 12 Zeichen.',
    true: inSource('src/modules/accounts/password/policy.ts', /passwordLength = \{ least: (\d+)/),
  },
  {
    told: 'er gilt 24 Stunden',
    true: inSource('src/modules/accounts/messages.de.json', /"mail\.confirm\.text": .*gilt (\d+) Stunden/),
  },
  {
    told: '12 Stunden lang in diesem Browser',
    true: inSource(
      'src/modules/applications/tracking/track-application.ts',
      /access_ms = (\d+) \* 3_600_000/,
    ),
  },
  {
    told: 'Der Link für ein neues gilt eine Stunde.',
    true: inSource(
      'src/modules/accounts/messages.de.json',
      /"mail\.reset\.text": .*Der Link (gilt \S+ Stunden?)/,
    ),
  },
  {
    told: 'eine Stunde lang nicht aktiv',
    true: hours(
      inSource('src/modules/accounts/sessions/session-limits.ts', /basic: \{ idle_ms: (\d+) \* minute/),
    ),
  },
  { told: 'erinnern wir Sie nach 14 Tagen', true: inSource(permit, timerOf('answer_late_timer')) },
  { told: 'innerhalb von 10 Tagen', true: inSource(permit, timerOf('not_retrieved_timer')) },
]
const workerFigures: Figure[] = [
  { told: 'erinnert Torhaus sie nach 14 Tagen', true: inSource(permit, timerOf('answer_late_timer')) },
  { told: 'innerhalb von 10 Tagen', true: inSource(permit, timerOf('not_retrieved_timer')) },
  // An example of what stands beside a date, not a figure.
  { told: '„in 3 Tagen“', true: 3 },
]

const guides = [
  { name: 'docs/resident-help.md', text: resident, figures: residentFigures },
  { name: 'docs/case-worker.md', text: worker, figures: workerFigures },
]

describe.each(guides)('$name', ({ text, figures }) => {
  test('words in bold stand on a page', () => {
    const known = knownWords()
    expect(known.length).toBeGreaterThan(200)
    const words = wordsOfPages(text)
    expect(words.length).toBeGreaterThan(10)
    expect(words.filter(word => !known.some(pattern => pattern.test(word)))).toEqual([])
  })

  test.each(figures)('$told', figure => {
    expect(isTrue(text, figure)).toBe(true)
  })

  test('has no number that is not compared', () => {
    expect(unexplainedNumbers(text, figures)).toEqual([])
  })
})

test('a word that no page has is caught', () => {
  const known = knownWords()
  const isKnown = (word: string) => known.some(pattern => pattern.test(word))
  expect(
    wordsOfPages('Wählen Sie **Jetzt\n  kaufen** oder **Weiter**.').filter(word => !isKnown(word)),
  ).toEqual(['Jetzt kaufen'])
})

test('a wrong figure and a number without one are caught', () => {
  const text = '1. Nach § 41 Absatz 2a VwVfG haben Sie 30 Tage Zeit, und 5 Versuche. `PORT=3000`'
  const figure: Figure = { told: 'haben Sie 30 Tage Zeit', true: 30 }
  expect(isTrue(text, figure)).toBe(true)
  expect(isTrue(text, { ...figure, true: 31 })).toBe(false)
  expect(isTrue(text.replace('30', '40'), figure)).toBe(false)
  const inWords: Figure = { told: 'gilt eine Stunde', true: 'eine Stunde' }
  expect(isTrue('Der Link gilt eine Stunde.', inWords)).toBe(true)
  expect(isTrue('Der Link gilt eine Stunde.', { ...inWords, true: '90 Minuten' })).toBe(false)
  expect(unexplainedNumbers(text, [figure])).toEqual(['Nach VwVfG , und 5 Versuche.'])
})
