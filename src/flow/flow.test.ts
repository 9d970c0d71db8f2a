import { expect, test } from 'vitest'
import { tenantAnswers, treeForm, treeLibrary } from './fixtures/tree-form.ts'
import {
  type Answers,
  compileFlow,
  describe as describeAnswers,
  errorText,
  type Flow,
  openFlow,
  readForm,
  readItem,
  removeItem,
  showPage,
} from './index.ts'

function compiled(): Flow {
  const result = compileFlow(treeForm, treeLibrary)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 2))
  return result.flow
}
const flow = compiled()
const context = { today: '2026-11-21', param: {} }
const open = (answers: Answers) => openFlow(flow, answers, context)
const pageIds = (answers: Answers) => open(answers).pages.map(page => page.id)

test('pages follow from the answers', () => {
  expect(pageIds({})).toEqual(['role', 'person', 'trees', 'end'])
  expect(pageIds({ role: 'tenant' })).toEqual(['role', 'person', 'consent', 'trees', 'end'])
  expect(pageIds(tenantAnswers)).toEqual(['role', 'person', 'consent', 'trees', 'time', 'end'])
  const state = open(tenantAnswers)
  expect(state.next('trees')).toMatchObject({ id: 'time' })
  expect(state.previous('trees')).toMatchObject({ id: 'consent' })
  expect(state.next('end')).toBe('review')
  expect(state.first.slug).toBe('rolle')
})

test('a complete application is complete, with its computed values', () => {
  const state = open(tenantAnswers)
  expect(state.errors).toEqual([])
  expect(state.complete).toBe(true)
  expect(state.resume).toBe('review')
  expect(state.answers).toEqual(tenantAnswers)
  expect(state.computed).toMatchObject({ any_protected: true, in_ban: true, conifers: 1, fee: 25 })
  expect(state.warnings.map(warning => errorText(warning, { flow, open: state, lang: 'de' }))).toEqual([
    'In dieser Zeit brüten Vögel.',
  ])
  expect(state.eligibility).toEqual([])
})

test('answers of pages no longer reachable are not sent', () => {
  const state = open({ ...tenantAnswers, role: 'owner' })
  expect(state.answers).not.toHaveProperty('consent')
  expect(state.answers).not.toHaveProperty('owner_name')
  const unprotected = open({
    ...tenantAnswers,
    trees: [{ _id: 'b', species: 'pine', girth_cm: 90, reasons: ['danger'], reason_text: 'x' }],
  })
  expect(unprotected.answers).not.toHaveProperty('planned_on')
  expect(unprotected.answers.trees).toEqual([
    { _id: 'b', species: 'pine', girth_cm: 90, reasons: ['danger'] },
  ])
  expect(unprotected.eligibility.map(one => one.id)).toEqual(['free'])
})

test('the tenant sets parameters', () => {
  expect(openFlow(flow, tenantAnswers, { ...context, param: { limit_cm: 200 } }).computed.any_protected).toBe(
    false,
  )
})

test('progress names the section', () => {
  const progress = open(tenantAnswers).progress('trees')
  expect(progress).toMatchObject({ section: 'matter', index: 2, of: 3 })
  expect(progress.sections.map(section => section.done)).toEqual([true, true, true])
  expect(open({}).resume).toMatchObject({ id: 'role' })
})

test('a page is read, with its errors in the reader’s language', () => {
  const {
    answers,
    errors,
    open: state,
  } = readForm(flow, 'role', {
    raw: { role: '' },
    context: { ...context, answers: {} },
  })
  expect(answers).toEqual({})
  expect(errors.map(error => errorText(error, { flow, open: state, lang: 'de' }))).toEqual([
    'Wählen Sie bei „Rolle“ eine Antwort.',
  ])
  expect(errors.map(error => errorText(error, { flow, open: state, lang: 'en' }))).toEqual([
    'Select an answer for “Rolle”.',
  ])
})

test('a field that the same post made visible is asked, not reproached', () => {
  const context_ = { ...context, answers: {} }
  const first = readForm(flow, 'role', { raw: { role: 'tenant' }, context: context_ })
  expect(first).toMatchObject({ errors: [], appeared: ['owner_name'] })
  const second = readForm(flow, 'role', {
    raw: { role: 'tenant', owner_name: ' ' },
    context: { ...context, answers: first.answers },
  })
  expect(second.appeared).toEqual([])
  expect(second.errors).toMatchObject([{ field: 'owner_name', code: 'required' }])
  const third = readForm(flow, 'role', {
    raw: { role: 'tenant', owner_name: ' Ortrun\u0020Balke ' },
    context: { ...context, answers: first.answers },
  })
  expect(third).toMatchObject({
    errors: [],
    appeared: [],
    answers: { role: 'tenant', owner_name: 'Ortrun Balke' },
  })
})

test('a box whose tick was taken away is not posted, and its answer is gone', () => {
  const answers = { ...tenantAnswers, truth: true }
  expect(readForm(flow, 'end', { raw: {}, context: { ...context, answers } }).answers).not.toHaveProperty(
    'truth',
  )
  const at = { pageId: 'trees', groupId: 'trees', itemId: 'a' }
  const item = readItem(flow, at, {
    raw: { species: 'oak', girth_cm: '118' },
    context: { ...context, answers },
  })
  expect(item.errors).toMatchObject([{ field: 'trees.0.reasons', code: 'required' }])
})

test('items are added, changed and removed', () => {
  const at = { pageId: 'trees', groupId: 'trees', itemId: 'x' }
  const wrong = readItem(flow, at, {
    raw: { species: 'oak', girth_cm: '1.000', reasons: 'danger' },
    context: { ...context, answers: {} },
  })
  expect(
    wrong.errors.map(error => [error.field, errorText(error, { flow, open: wrong.open, lang: 'de' })]),
  ).toEqual([['trees.0.girth_cm', '„Umfang ab 50 cm“ darf höchstens 900 cm sein.']])
  const right = readItem(flow, at, {
    raw: { species: 'oak', girth_cm: '118', reasons: ['danger', 'other'], reason_text: 'Wurzeln' },
    context: { ...context, answers: wrong.answers },
  })
  expect(right.errors).toEqual([])
  expect(right.answers.trees).toEqual([
    { _id: 'x', species: 'oak', girth_cm: 118, reasons: ['danger', 'other'], reason_text: 'Wurzeln' },
  ])
  expect(removeItem(flow, at, right.answers).trees).toEqual([])
})

test('a full group takes no further entry, an incomplete entry is named on its page', () => {
  const trees = ['a', 'b', 'c'].map(_id => ({ _id, species: 'oak' }))
  const at = { pageId: 'trees', groupId: 'trees', itemId: 'd' }
  const full = readItem(flow, at, { raw: { species: 'oak' }, context: { ...context, answers: { trees } } })
  expect(full.answers.trees).toBe(trees)
  expect(full.errors.map(error => errorText(error, { flow, open: full.open, lang: 'de' }))).toEqual([
    'Bei „Bäume“ sind höchstens 3 Einträge möglich. Entfernen Sie 1.',
  ])
  const page = readForm(flow, 'trees', {
    raw: {},
    context: { ...context, answers: { trees: trees.slice(1) } },
  })
  expect(
    page.errors.map(error => [error.field, errorText(error, { flow, open: page.open, lang: 'de' })]),
  ).toEqual([
    [
      'trees.0',
      'Bei „Baum 1: Eiche“ fehlt noch etwas. Öffnen Sie den Eintrag und beantworten Sie alle Fragen.',
    ],
    [
      'trees.1',
      'Bei „Baum 2: Eiche“ fehlt noch etwas. Öffnen Sie den Eintrag und beantworten Sie alle Fragen.',
    ],
  ])
})

test('what was answered can be shown again and read to the same', () => {
  const raw = showPage(open(tenantAnswers), 'time')
  expect(raw).toEqual({
    'planned_on.day': '5',
    'planned_on.month': '4',
    'planned_on.year': '2027',
    ban_reason: 'Gefahr',
  })
  expect(readForm(flow, 'time', { raw, context: { ...context, answers: tenantAnswers } }).answers).toEqual(
    tenantAnswers,
  )
})

test('tells the answers readably in each language', () => {
  const told = describeAnswers(flow, tenantAnswers, { context, lang: 'en' })
  expect(told.map(section => section.title)).toEqual(['Sie', 'Bäume', 'Abschluss'])
  const entries = told.flatMap(section => section.entries)
  expect(entries.find(entry => entry.field === 'trees.0.species')).toEqual({
    label: 'Art',
    value: 'Oak',
    page: 'trees',
    field: 'trees.0.species',
    item: 'Baum 1: Oak',
  })
  expect(entries.find(entry => entry.field === 'trees.1.girth_cm')).toMatchObject({
    label: 'Umfang ab 50 cm',
    value: '90 cm',
  })
  expect(entries.find(entry => entry.field === 'planned_on')?.value).toBe('5 April 2027')
})

test('opening takes a fraction of a millisecond', () => {
  const times: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const start = performance.now()
    open(tenantAnswers)
    times.push(performance.now() - start)
  }
  // Measured at 0.12 ms on a shared core; parsing at each call would take 5 ms.
  expect(times.sort((a, b) => a - b)[150]).toBeLessThan(1)
})
