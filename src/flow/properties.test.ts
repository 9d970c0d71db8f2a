import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tenantAnswers, treeForm, treeLibrary } from './fixtures/tree-form.ts'
import {
  type Answers,
  compileFlow,
  describe,
  errorText,
  type Flow,
  openFlow,
  readForm,
  readItem,
  showFields,
  showPage,
} from './index.ts'

const compiled = compileFlow(treeForm, treeLibrary)
if ('faults' in compiled) throw new Error('the form of the tests is broken')
const flow: Flow = compiled.flow
const context = { today: '2026-11-21', param: {} }

const tree = fc.record(
  {
    _id: fc.uuid(),
    species: fc.constantFrom('oak', 'pine', 'palm'),
    girth_cm: fc.integer({ min: -5, max: 1200 }),
    reasons: fc.subarray(['danger', 'other', 'odd']),
    reason_text: fc.string(),
  },
  { requiredKeys: ['_id'] },
)
/** Answers as earlier pages, other versions or a forger may have left them. */
const anyAnswers = fc.record(
  {
    role: fc.constantFrom('owner', 'tenant', 'king', 3),
    owner_name: fc.string(),
    applicant_family_name: fc.string({ unit: 'grapheme' }),
    applicant_has_title: fc.oneof(fc.boolean(), fc.constant('yes')),
    applicant_title: fc.string(),
    consent: fc.oneof(fc.constant(tenantAnswers.consent), fc.anything()),
    trees: fc.oneof(fc.array(tree, { maxLength: 4 }), fc.anything()),
    planned_on: fc.constantFrom('2027-04-05', '2027-11-05', '2027-02-30', 'soon'),
    ban_reason: fc.string(),
    truth: fc.boolean(),
    nonsense: fc.anything(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Answers>

test('pruned answers hold nothing unreachable, and pruning again changes nothing', () => {
  fc.assert(
    fc.property(anyAnswers, answers => {
      const open = openFlow(flow, answers, context)
      const visible = open.pages.flatMap(page => page.fields.map(field => field.id))
      expect(visible).toEqual(expect.arrayContaining(Object.keys(open.answers)))
      for (const item of open.page('trees')?.fields[0]?.items ?? []) {
        const stored = (open.answers.trees as unknown as Record<string, unknown>[])[item.index] ?? {}
        expect(['_id', ...item.fields.map(field => field.id)]).toEqual(
          expect.arrayContaining(Object.keys(stored)),
        )
      }
      expect(openFlow(flow, open.answers, context).answers).toEqual(open.answers)
      expect(openFlow(flow, open.answers, context).errors).toEqual(open.errors)
    }),
    { numRuns: 300 },
  )
})

test('a complete form has no page with errors, and the other way round', () => {
  fc.assert(
    fc.property(anyAnswers, answers => {
      const open = openFlow(flow, answers, context)
      expect(open.complete).toBe(open.pages.every(page => page.complete))
      expect(open.resume === 'review').toBe(open.complete)
    }),
    { numRuns: 100 },
  )
})

const rawValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constant(undefined),
  fc.constantFrom('tenant', 'oak', 'yes', '29', '2', '1.234,5'),
)
const names = [
  'role',
  'owner_name',
  'applicant_family_name',
  'planned_on',
  'planned_on.day',
  'planned_on.month',
  'planned_on.year',
  'truth',
  'species',
  'girth_cm',
  'reasons',
  '__proto__',
  'constructor',
  'trees',
]
const anyRaw = fc.dictionary(fc.constantFrom(...names), rawValue)

test('nothing that is posted makes it throw; every error can be said in every language', () => {
  fc.assert(
    fc.property(
      anyRaw,
      anyAnswers,
      fc.constantFrom('role', 'person', 'trees', 'time', 'end', 'nowhere'),
      (raw, answers, page) => {
        const read = readForm(flow, page, { raw, context: { ...context, answers } })
        const item = readItem(
          flow,
          { pageId: 'trees', groupId: 'trees', itemId: 'new' },
          { raw, context: { ...context, answers } },
        )
        for (const lang of ['de', 'de-leicht', 'en'] as const) {
          for (const error of [...read.errors, ...item.errors])
            expect(errorText(error, { flow, open: item.open, lang })).not.toMatch(
              /\{(label|least|most|part)\}/,
            )
          describe(flow, read.answers, { context, lang })
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('what is shown reads back to the same answers', () => {
  fc.assert(
    fc.property(anyAnswers, answers => {
      const open = openFlow(flow, answers, context)
      for (const page of open.pages) {
        const read = readForm(flow, page.id, {
          raw: showPage(open, page.id),
          context: { ...context, answers: open.answers },
        })
        const clean = Object.fromEntries(
          Object.entries(open.answers).map(([id, value]) => [
            id,
            typeof value === 'string' ? tidy(value) : value,
          ]),
        )
        expect(
          Object.fromEntries(
            Object.entries(read.answers)
              .filter(([id]) => page.fields.some(field => field.id === id))
              .map(([id, value]) => [id, typeof value === 'string' ? tidy(value) : value]),
          ),
        ).toEqual(
          Object.fromEntries(
            Object.entries(clean).filter(
              ([id, value]) => value !== '' && page.fields.some(field => field.id === id),
            ),
          ),
        )
      }
      for (const item of open.page('trees')?.fields[0]?.items ?? []) {
        const address = { pageId: 'trees', groupId: 'trees', itemId: item.id }
        const once = readItem(flow, address, {
          raw: showFields(item.fields),
          context: { ...context, answers: open.answers },
        })
        const again = readItem(flow, address, {
          raw: once.shown,
          context: { ...context, answers: once.answers },
        })
        expect(again.answers).toEqual(once.answers)
      }
    }),
    { numRuns: 150 },
  )
})

/** Reading tidies texts once; after that they stay. */
function tidy(value: string): string {
  return value.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}
