import { expect, test } from 'vitest'
import de from '../faults.de.json' with { type: 'json' }
import en from '../faults.en.json' with { type: 'json' }
import { text, treeForm, treeLibrary } from '../fixtures/tree-form.ts'
import type { Field, FormDefinition, Page } from '../format.ts'
import messagesDe from '../messages.de.json' with { type: 'json' }
import messagesLeicht from '../messages.de-leicht.json' with { type: 'json' }
import messagesEn from '../messages.en.json' with { type: 'json' }
import { openFlow } from '../open/open-flow.ts'
import { compileFlow } from './compile-flow.ts'

function formOf(pages: Partial<Page>[]): FormDefinition {
  const whole = pages.map((page, index) => ({
    id: `page-${index}`,
    section: 'all',
    title: text('Seite'),
    fields: [],
    ...page,
  }))
  return { format: 'torhaus/form/1', sections: [{ id: 'all', title: text('Alles') }], pages: whole }
}
const yesno = (id: string, more: Partial<Field> = {}): Field => ({
  id,
  type: 'yesno',
  label: text(id),
  ...more,
})
function faultsOf(form: FormDefinition): [string, string][] {
  const compiled = compileFlow(form, treeLibrary)
  return ('faults' in compiled ? compiled.faults : []).map(fault => [fault.code, fault.path.join('.')])
}

test('the form of the tests has no faults and no warnings', () => {
  expect(compileFlow(treeForm, treeLibrary)).toMatchObject({ warnings: [], flow: {} })
})

test.each([
  ['bad_id', [{ fields: [yesno('Owner-Name')] }], 'pages.0.fields.0.id'],
  ['no_fields', [{}], 'pages.0'],
  ['no_sure_page', [{ fields: [yesno('a')], when: 'param.limit_cm > 3' }], 'pages'],
] as [string, Partial<Page>[], string][])('%s', (code, pages, path) => {
  expect(faultsOf(formOf(pages))).toContainEqual([code, path])
})

test('conditions look back only: on the page, over pages, through computed values', () => {
  const pages = [
    { fields: [yesno('a', { when: 'b' }), yesno('b')] },
    { fields: [yesno('c')], when: 'c' },
    { fields: [yesno('d')], when: 'hidden' },
    { fields: [yesno('e')] },
  ]
  const form = {
    ...formOf(pages),
    computed: [
      { id: 'hidden', value: 'deep' },
      { id: 'deep', value: 'e or a' },
    ],
  }
  expect(faultsOf(form)).toEqual([
    ['looks_ahead', 'pages.0.fields.0.when'],
    ['looks_ahead', 'pages.1.when'],
    ['looks_ahead', 'pages.2.when'],
  ])
})

test('an option of a group item may hang on the item before it, not on the group itself', () => {
  const fields = [yesno('x'), yesno('y', { when: 'x' }), yesno('z', { when: 'count(g) > 1' })]
  const group = { id: 'g', type: 'group', label: text('g'), item: text('Nr. {n}'), fields } as Field
  expect(faultsOf(formOf([{ fields: [group] }]))).toEqual([['looks_ahead', 'pages.0.fields.0.fields.2.when']])
})

test('a block is put in with its names rewritten, twice in one form', () => {
  const form = formOf([
    { fields: [{ use: 'person', as: 'one' }] },
    { fields: [{ use: 'person', as: 'two', when: 'one_has_title' }] },
  ])
  const compiled = compileFlow(form, treeLibrary)
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  const { flow } = compiled
  expect([...flow.fieldById.keys()]).toContain('two_title')
  expect(flow.fieldById.get('two_title')?.when?.source).toBe('(one_has_title) and (two_has_title)')
  expect(flow.fieldById.get('two_title')?.field.hint?.de).toBe('Für {two_family_name}')
  const shown = (answers: Record<string, boolean>) =>
    openFlow(flow, answers, { today: '2026-11-21', param: {} }).pages.flatMap(page =>
      page.fields.map(field => field.id),
    )
  expect(shown({ one_has_title: true, two_has_title: true })).toContain('two_title')
  expect(shown({ one_has_title: false, two_has_title: true })).not.toContain('two_title')
})

test('faults and messages are there in every language, with the same placeholders', () => {
  const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(match => match[0]).sort()
  const named = (code: string, table: Record<string, readonly string[]>) =>
    (table[code] ?? []).map(placeholders)
  expect(Object.keys(de)).toEqual(Object.keys(en))
  for (const code of Object.keys(en)) expect(named(code, de)).toEqual(named(code, en))
  for (const [key, sentence] of Object.entries(messagesDe)) {
    for (const other of [messagesLeicht, messagesEn])
      expect([key, placeholders((other as Record<string, string>)[key] ?? '')]).toEqual([
        key,
        placeholders(sentence),
      ])
  }
  expect([Object.keys(messagesLeicht), Object.keys(messagesEn)]).toEqual([
    Object.keys(messagesDe),
    Object.keys(messagesDe),
  ])
})

test('a fault suggests a name that is alike, or none', () => {
  const remedies = (when: string) => {
    const compiled = compileFlow(
      formOf([{ fields: [yesno('owner')] }, { fields: [yesno('b')], when }]),
      treeLibrary,
    )
    return 'faults' in compiled ? compiled.faults.map(fault => fault.remedy) : []
  }
  expect(remedies('ovner')[0]).toMatch(/ Meant: owner\?$/)
  expect(remedies('zzzzzzzz')[0]).not.toContain('Meant')
})
