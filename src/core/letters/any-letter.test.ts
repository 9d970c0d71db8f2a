import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { type Block, createLetterPress, type NoticeLetter, type ReceiptLetter } from './index.ts'
import { noticeExample, receiptExample } from './letters-example.ts'

const press = createLetterPress()
afterAll(() => press.stop())

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constant(''),
)
const texts = fc.array(text, { maxLength: 4 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('p' as const, 'heading' as const), text }),
  fc.record({ kind: fc.constantFrom('list' as const, 'numbers' as const), items: texts }),
  fc.record({ kind: fc.constant('address' as const), lines: texts }),
  fc.integer({ min: 1, max: 4 }).chain(columns => {
    const row = fc.array(text, { minLength: columns, maxLength: columns })
    return fc.record({
      kind: fc.constant('table' as const),
      head: row,
      rows: fc.array(row, { maxLength: 3 }),
    })
  }),
)
const blocks = fc.array(block, { maxLength: 3 })
const rulings = fc.array(blocks, { maxLength: 3 })

const notice: fc.Arbitrary<Partial<NoticeLetter>> = fc.record({
  recipient: texts,
  delivery: text,
  fileNumber: text,
  kind: text,
  subject: text,
  opening: blocks,
  operative: rulings.map(all => [[{ kind: 'p', text: 'Ja.' } as const], ...all]),
  ancillary: rulings,
  reasons: blocks,
  costs: blocks,
  hints: blocks,
  attachments: texts,
})

const answers = fc.array(fc.record({ question: text, answer: text }), { maxLength: 3 })
const receipt: fc.Arbitrary<Partial<ReceiptLetter>> = fc.record({
  recipient: texts,
  number: text,
  service: text,
  opening: blocks,
  next: blocks,
  sections: fc.array(
    fc.record({ title: text, answers, entries: fc.array(fc.record({ title: text, answers })) }),
    { maxLength: 3 },
  ),
  files: fc.array(fc.record({ name: text, size: text, sha256: fc.constant('0f'.repeat(32)) }), {
    maxLength: 3,
  }),
  hints: blocks,
})

// Whatever a person or an office writes, the letter comes out: both standards hold or the press would refuse.
it('sets any notice', async () => {
  await fc.assert(
    fc.asyncProperty(notice, async over => {
      expect((await press.render('notice', { ...noticeExample, ...over })).length).toBeGreaterThan(1_000)
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('sets any receipt', async () => {
  await fc.assert(
    fc.asyncProperty(receipt, async over => {
      expect((await press.render('receipt', { ...receiptExample(1), ...over })).length).toBeGreaterThan(1_000)
    }),
    { numRuns: 40 },
  )
}, 60_000)
