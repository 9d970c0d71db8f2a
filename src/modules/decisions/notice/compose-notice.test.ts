import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#core/i18n/languages.ts'
import { openDecision } from '../form/open-decision.ts'
import { proposeDecision } from '../form/propose-decision.ts'
import type { Decision } from '../model.ts'
import { composeNotice, type NoticeFrame } from './compose-notice.ts'
import { faultText, type NoticeFault } from './fault.ts'
import type { Matter } from './matter.ts'
import { listOutcomes } from './outcomes.ts'
import { bodyOf, remedyOf } from './remedy.ts'
import { frameOf, loadPackages, matterOfWalk, textOf } from './walk.fixture.ts'

let matter: Matter
let frame: NoticeFrame
let granted: Decision
beforeAll(async () => {
  const [pack] = await loadPackages()
  matter = matterOfWalk(pack!, pack!.walks.find(one => one.name === 'ines-hartwig-kiefer')!)
  frame = frameOf(matter)
  granted = proposeDecision(matter, 'grant')
})

const compose = (decision: Decision, changed: Partial<NoticeFrame> = {}, of = matter) =>
  composeNotice(openDecision(of, decision), { ...frame, ...changed })
/** The same service with something else in it. */
const withService = (changed: object): Matter => ({
  ...matter,
  package: { ...matter.package, service: { ...matter.package.service, ...changed } as never },
})
/** The same service with other words in its notice. */
const withNotice = (changed: object): Matter => ({
  ...matter,
  package: {
    ...matter.package,
    notices: {
      ...matter.package.notices,
      grant: { ...(matter.package.notices.grant as object), ...changed },
    },
  },
})

describe('A letter', () => {
  test('never has a gap: what is missing is named in its place and as a fault', () => {
    const { valid_until: _, ...open } = granted
    const { letter, summary, faults } = compose(open as Decision)
    expect(textOf(letter)).toContain('[Genehmigung gilt bis: fehlt]')
    expect(summary.en).toContain('[Permit valid until: missing]')
    expect(faults).toEqual([
      { code: 'empty', name: 'Genehmigung gilt bis', part: 'conditions', text: 'Befristung der Genehmigung' },
      { code: 'empty', name: 'Genehmigung gilt bis', part: 'summary' },
    ])
  })
  test('tells values by their type', () => {
    const line =
      '{case.submitted_on} · {case.fee_cents|money} · {param.ban_from} · {decision.fee_cents} · {place_address} · {danger_now} · {authority.office} · {any_protected}'
    const { letter } = compose({ ...granted, fee_cents: 123456 }, {}, withNotice({ operative: [line] }))
    expect(letter.operative[0]).toMatchObject([{ kind: 'p' }])
    const told = textOf(letter)
    expect(told).toContain('23. November 2026 · 35,00 € · 1. März · 1.234,56 €')
    expect(told).toContain('Rathausstraße 14, 06237 Leuna · ja · Fachbereich Ordnung und Umwelt')
    expect(told).toMatch(/ · ja$/m)
  })
  test('reads an answer as words, whatever it looks like', () => {
    const own = '{decision.valid_until} <b>#strong[x]</b>\n\nZweiter Absatz'
    const { letter, faults } = compose({ ...granted, reasons_text: own })
    expect(faults).toEqual([])
    expect(letter.reasons).toContainEqual({ kind: 'p', text: '{decision.valid_until} <b>#strong[x]</b>' })
    expect(letter.reasons).toContainEqual({ kind: 'p', text: 'Zweiter Absatz' })
  })
  test('keeps a heading only above a reason that is there', () => {
    const headings = (decision: Decision) =>
      compose(decision).letter.reasons.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
    expect(headings(granted)).toEqual(['Sachverhalt', 'Rechtliche Gründe'])
    const gone = withNotice({
      reasons: [
        { id: 'a', heading: 'Leer', label: 'a', default: true, text: [{ when: false, text: 'nie' }] },
        { id: 'b', label: 'b', default: true, text: ['Unter derselben Überschrift'] },
        { id: 'c', heading: 'Nie', label: 'c', default: false, text: ['nicht gewählt'] },
      ],
    })
    const { letter } = compose({ ...granted, reasons: ['a', 'b'] }, {}, gone)
    expect(letter.reasons).toEqual([
      { kind: 'heading', text: 'Leer' },
      { kind: 'p', text: 'Unter derselben Überschrift' },
    ])
  })
  test('keeps hints apart, and the instruction says where to object', () => {
    const { letter, remedy } = compose(granted)
    expect(remedy?.kind).toBe('objection')
    expect(letter.remedy?.blocks).toContainEqual({
      kind: 'address',
      lines: ['Stadt Leuna', 'Rathausstraße 1', '06237 Leuna'],
    })
    expect(textOf({ ...letter, hints: [] })).not.toContain('Rechte anderer')
  })
})

describe('A letter that must not go out', () => {
  const codes = (faults: readonly NoticeFault[]) => faults.map(fault => fault.code)

  test('decides nothing', () => {
    const nothing = withNotice({ operative: [{ when: false, text: 'nie' }] })
    expect(codes(compose(granted, {}, nothing).faults)).toEqual(['operative'])
  })
  test('needs written form without a seal', () => {
    expect(codes(compose(granted, {}, withService({ written_form: true })).faults)).toEqual(['written_form'])
  })
  test('cannot instruct about the remedy', () => {
    const unknown = {
      state: 'BY',
      ars: '091620000000',
      objectionTo: 'Stadt München, Marienplatz 8, 80331 München',
    }
    expect(codes(compose(granted, { authority: unknown }).faults)).toEqual(['remedy'])
    expect(codes(compose(granted, { authority: { ...frame.authority, objectionTo: '' } }).faults)).toEqual([
      'remedy',
    ])
  })
  test('tells each fault in every language', () => {
    const faults: NoticeFault[] = [
      { code: 'empty', name: 'Gebühr', part: 'fee' },
      ...(['operative', 'remedy', 'written_form', 'address'] as const).map(code => ({ code })),
    ]
    for (const language of languages)
      for (const fault of faults) expect(faultText(fault, language)).not.toMatch(/[{}]/)
    expect(faultText(faults[0]!, 'de')).toBe(
      'Kosten: „Gebühr“ fehlt. Tragen Sie den Wert ein oder nehmen Sie den Text heraus.',
    )
  })
})

test('the remedy follows from Land, kind of body and law', () => {
  expect(bodyOf('15088')).toBe('district')
  expect(bodyOf('150880205205')).toBe('town-in-district')
  expect(bodyOf('150030000000')).toBe('city-without-district')
  const district = {
    state: 'ST',
    ars: '15088',
    objectionTo: 'Landkreis Saalekreis, Domplatz 9, 06217 Merseburg',
  }
  expect(remedyOf(district, 'vwvfg')).toMatchObject({ remedy: { kind: 'objection', months: 1 } })
  expect(remedyOf(district, 'ao')).toMatchObject({ remedy: { kind: 'objection' } })
  // A city without district: action without objection, and no court is known.
  expect(remedyOf({ ...district, ars: '150030000000' }, 'vwvfg')).toEqual({ fault: 'remedy' })
})

test('outcomes say which is likely and which needs a second person', () => {
  const offered = listOutcomes(matter)
  expect(offered.find(one => one.id === 'refusal')).toMatchObject({ needsCosign: true, isSuggested: false })
  expect(offered.filter(one => one.isSuggested)).toHaveLength(1)
  const free = {
    ...matter,
    open: {
      ...matter.open,
      lookup: (name: string) => (name === 'param' ? { cosign_refusal: false } : matter.open.lookup(name)),
    },
  }
  expect(listOutcomes(free).find(one => one.id === 'refusal')?.needsCosign).toBe(false)
})
