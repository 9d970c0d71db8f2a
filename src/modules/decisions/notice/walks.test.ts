import { afterAll, describe, expect, test } from 'vitest'
import { renderLetter, stopLetters } from '#core/letters/index.ts'
import { fieldsOf } from '../form/decision-fields.ts'
import { openDecision } from '../form/open-decision.ts'
import { proposeDecision } from '../form/propose-decision.ts'
import { choiceLists } from '../model.ts'
import { composeNotice } from './compose-notice.ts'
import { decisionOfWalk, frameOf, loadPackages, matterOfWalk, textOf } from './walk.fixture.ts'

// Every journey of every package that ends in a decision.
const packages = await loadPackages()
const walks = packages.flatMap(pack =>
  pack.walks.filter(walk => walk.decision).map(walk => [walk.name, { pack, walk }] as const),
)
afterAll(() => stopLetters())

test('there is a journey to each outcome', () => {
  for (const pack of packages) {
    const met = new Set(pack.walks.map(walk => walk.decision?.outcome))
    expect([...met]).toEqual(expect.arrayContaining(pack.service.outcomes.map(outcome => outcome.id)))
  }
})

describe.each(walks)('%s', (_, { pack, walk }) => {
  const matter = matterOfWalk(pack, walk)
  const opened = openDecision(matter, decisionOfWalk(walk))
  const composed = composeNotice(opened, frameOf(matter))

  test('is decided without an open question', () => {
    expect(opened.errors).toEqual([])
    expect(composed.faults).toEqual([])
  })
  test('keeps every word that was chosen', () => {
    const decision = decisionOfWalk(walk)
    for (const list of choiceLists) expect(opened.decision[list]).toEqual(decision[list])
  })
  test('says in its letter what it must, and nothing else', () => {
    const text = textOf(composed.letter)
    for (const sentence of walk.letter?.has ?? []) expect(text).toContain(sentence)
    for (const sentence of walk.letter?.lacks ?? []) expect(text).not.toContain(sentence)
  })
  test('leaves no placeholder in any word', () => {
    const text = [textOf(composed.letter), ...Object.values(composed.summary)].join('\n')
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object|: fehlt\]/)
  })
  test('becomes a PDF that keeps its standards', async () => {
    const pdf = await renderLetter('notice', composed.letter)
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
  test.each(pack.service.outcomes.map(outcome => outcome.id))('proposes something for %s', outcome => {
    const proposed = openDecision(matter, proposeDecision(matter, outcome))
    const letter = composeNotice(proposed, frameOf(matter))
    // What only the case worker knows stays open; whatever the package can propose is filled in.
    const states = [
      ...fieldsOf(proposed.fields).filter(state => proposed.asked.has(state.id)),
      ...proposed.items.flatMap(item => fieldsOf(item.fields)),
    ]
    const open = states.filter(state => state.errors.length > 0)
    expect(open.map(state => state.proposal())).toEqual(open.map(() => undefined))
    if (proposed.errors.length === 0) expect(letter.faults).toEqual([])
    else expect(open).not.toEqual([])
  })
})
