import { beforeAll, describe, expect, test } from 'vitest'
import type { Decision } from '../model.ts'
import { composeNotice, standardText } from '../notice/compose-notice.ts'
import type { Matter } from '../notice/matter.ts'
import { decisionOfWalk, frameOf, loadPackages, matterOfWalk, textOf } from '../notice/walk.fixture.ts'
import { openDecision } from './open-decision.ts'
import { proposeDecision } from './propose-decision.ts'
import { readDecision } from './read-decision.ts'

let pine: Matter
let saved: Decision
let lime: Matter
beforeAll(async () => {
  const [pack] = await loadPackages()
  const walk = (name: string) => pack!.walks.find(one => one.name === name)!
  pine = matterOfWalk(pack!, walk('ines-hartwig-kiefer'))
  saved = proposeDecision(pine, 'grant_with_conditions')
  lime = matterOfWalk(pack!, walk('jannik-prell-linde'))
})

const granted = {
  'valid_until.day': '30',
  'valid_until.month': '11',
  'valid_until.year': '2028',
  fee_cents: '0',
  'chosen.conditions': ['valid_until', 'animals_check'],
  'chosen.reasons': ['facts', 'competence', 'own_words'],
  'chosen.hints': 'private_rights',
}
const fieldsIn = (errors: readonly { field: string }[]) => errors.map(error => error.field)

describe('The posted form of a decision', () => {
  test('yields the values, the texts that were chosen, and no error', () => {
    const read = readDecision(pine, saved, granted)
    expect(read.errors).toEqual([])
    expect(read.opened.decision).toMatchObject({
      outcome: 'grant_with_conditions',
      valid_until: '2028-11-30',
      fee_cents: 0,
      conditions: ['valid_until', 'animals_check'],
      hints: ['private_rights'],
    })
  })
  test('names each fault beside its field, also what could not be read', () => {
    const due = { 'fee_due.day': '31', 'fee_due.month': '12', 'fee_due.year': '2026' }
    const typed = { ...granted, ...due, 'valid_until.day': '31', fee_cents: 'viel' }
    const read = readDecision(pine, saved, typed)
    expect(fieldsIn(read.errors).sort()).toEqual(['fee_cents', 'valid_until.day'])
    expect(read.errors[0]!.text.en).not.toBe('')
    expect(read.shown.fee_cents).toBe('viel')
  })
  test('asks for a field only with the text that needs it', () => {
    const emptied = { replacement_count: '', replacement_species: '', replacement_place: '' }
    expect(readDecision(pine, saved, { ...granted, ...emptied }).errors).toEqual([])
    const chosen = ['valid_until', 'replacement_planting']
    const read = readDecision(pine, saved, { ...granted, ...emptied, 'chosen.conditions': chosen })
    expect(fieldsIn(read.errors)).toEqual(
      expect.arrayContaining(['replacement_count', 'replacement_species', 'replacement_place']),
    )
  })
  test('forgets what was emptied', () => {
    const read = readDecision(pine, { ...saved, reasons_text: 'alt' }, { ...granted, reasons_text: '' })
    expect(read.decision.reasons_text).toBeUndefined()
  })
  test('keeps a locked text, and takes none that is not offered', () => {
    const read = readDecision(pine, saved, {
      ...granted,
      'chosen.conditions': ['exemption_first', 'made_up'],
    })
    expect(read.opened.decision.conditions).toEqual(['valid_until'])
  })
  test('takes own wording only where it is asked for', () => {
    const text = 'Sehen Sie {nach}.\r\n\r\nZweiter Absatz.'
    const ignored = readDecision(pine, saved, { ...granted, 'text.animals_check': text })
    expect(ignored.opened.decision.texts).toBeUndefined()
    const read = readDecision(pine, saved, {
      ...granted,
      'text.animals_check': text,
      'reworded.animals_check': 'yes',
      'text.announce_start': 'nicht gewählt',
      'reworded.announce_start': 'yes',
    })
    expect(read.opened.decision.texts).toEqual({ animals_check: 'Sehen Sie {nach}.\n\nZweiter Absatz.' })
    const { letter, faults } = composeNotice(read.opened, frameOf(pine))
    expect(letter.ancillary[1]).toEqual([
      { kind: 'p', text: 'Sehen Sie {nach}.' },
      { kind: 'p', text: 'Zweiter Absatz.' },
    ])
    expect(faults).toEqual([])
  })
  test('never throws on what somebody made up', () => {
    const odd = {
      'valid_until.day': ['1', '2'],
      'chosen.conditions': '__proto__',
      'text.x': 'y',
      trees: '[]',
    }
    expect(() => readDecision(pine, saved, odd)).not.toThrow()
  })
})

describe('Decisions on each item', () => {
  const partial = (): Decision => proposeDecision(lime, 'partial')
  const form = {
    'valid_until.day': '31',
    'valid_until.month': '10',
    'valid_until.year': '2027',
    fee_cents: '0',
  }

  test('are read under group and place, with their faults', () => {
    const read = readDecision(lime, partial(), { ...form, 'trees.0.verdict': '' })
    expect(fieldsIn(read.errors)).toEqual(['trees.0.verdict'])
  })
  test('show again what appeared by an answer, before anything is an error', () => {
    const read = readDecision(lime, partial(), { ...form, 'trees.0.verdict': 'milder' })
    expect(read.appeared).toEqual(['trees.0.milder_measure', 'trees.0.refusal_reason'])
    expect(read.errors).toEqual([])
    const again = readDecision(lime, read.decision, {
      ...form,
      'trees.0.verdict': 'milder',
      'trees.0.milder_measure': 'Krone um 15 Prozent',
      'trees.0.refusal_reason': 'kurz',
    })
    expect(fieldsIn(again.errors)).toEqual(['trees.0.refusal_reason'])
  })
  test('reach the letter', () => {
    const read = readDecision(lime, partial(), {
      ...form,
      'trees.0.verdict': 'refused',
      'trees.0.refusal_reason': 'Die Linde ist gesund.\n\nSie prägt die Straße.',
      'chosen.reasons': ['facts', 'competence', 'no_ground', 'refused_trees', 'own_words'],
    })
    const text = textOf(composeNotice(read.opened, frameOf(lime)).letter)
    expect(text).toContain('Für die folgenden Bäume lehnen wir den Antrag ab:')
    expect(text).not.toContain('nur die folgende:')
    expect(text).toContain('Zu Baum 1 (Winterlinde): Die Linde ist gesund.')
  })
})

test('the standard wording is shown with the values of the case', () => {
  const opened = openDecision(pine, {
    ...decisionOfWalk({ decision: saved } as never),
    valid_until: '2028-11-30',
  })
  const term = opened.choices.conditions.find(one => one.id === 'valid_until')!
  expect(standardText(opened, term)).toContain('bis zum 30. November 2028')
  const facts = opened.choices.reasons.find(one => one.id === 'facts')!
  expect(standardText(opened, facts)).toContain('\n– Baum 1:'.slice(1))
})
