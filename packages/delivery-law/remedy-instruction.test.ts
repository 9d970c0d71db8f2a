import { describe, expect, it } from 'vitest'
import { type RemedyInput, remedyInstruction } from './index.ts'

const leuna: RemedyInput = {
  state: 'ST',
  body: 'town-in-district',
  task: 'own',
  levy: false,
  authority: ['Stadt Leuna', 'Rathausstraße 1', '06237 Leuna'],
}
const court = ['Verwaltungsgericht Halle', 'Thüringer Straße 16', '06112 Halle (Saale)']

describe('remedy instruction', () => {
  it('sends the objection against a town’s own statute to the town', () => {
    const result = remedyInstruction(leuna)
    expect(result).toMatchObject({ remedy: 'objection', months: 1, confirmed: true, hints: [] })
    expect(result.blocks).toContainEqual({ kind: 'address', lines: leuna.authority })
    expect(result.cite).toContain('§ 8a Abs. 1 Satz 2 Nr. 4 Buchst. a AG VwGO LSA')
  })

  it('names the period, every form of § 70 (1) VwGO, and that an e-mail is not one', () => {
    const text = remedyInstruction(leuna)
      .blocks.map(block => (block.kind === 'p' ? block.text : block.lines.join(', ')))
      .join(' ')
    for (const part of [
      'innerhalb eines Monats nach seiner Bekanntgabe',
      'schriftlich',
      '§ 3a Absatz 2 des Verwaltungsverfahrensgesetzes',
      '§ 3a Absatz 3 des Verwaltungsverfahrensgesetzes',
      '§ 9a Absatz 5 des Onlinezugangsgesetzes',
      'zur Niederschrift',
      'Stadt Leuna, Rathausstraße 1, 06237 Leuna',
      'Eine einfache E-Mail genügt nicht.',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/\{|\}/)
  })

  it.each([
    [
      'a district’s own task: action, no objection',
      { body: 'district', task: 'own', levy: false, court },
      'action',
      '§ 8a Abs. 1 Satz 1 AG VwGO LSA',
    ],
    [
      'a district’s levy: objection',
      { body: 'district', task: 'own', levy: true },
      'objection',
      '§ 8a Abs. 1 Satz 2 Nr. 4 Buchst. b AG VwGO LSA',
    ],
    [
      'an assigned task: objection',
      { body: 'district', task: 'assigned', levy: false },
      'objection',
      '§ 68 Abs. 1 Satz 1, § 73 Abs. 1 Satz 2 Nr. 1 VwGO',
    ],
  ] as const)('Sachsen-Anhalt, %s', (_what, over, remedy, cite) => {
    const result = remedyInstruction({ ...leuna, ...over })
    expect(result.remedy).toBe(remedy)
    expect(result.cite).toContain(cite)
  })

  it('names the court where an action is the remedy, and asks for it', () => {
    const action = { ...leuna, body: 'district' } as const
    expect(remedyInstruction({ ...action, court }).blocks).toContainEqual({ kind: 'address', lines: court })
    expect(() => remedyInstruction(action)).toThrow(/court/)
  })

  it('names the deciding authority of an assigned task as a second place', () => {
    const higherAuthority = ['Landkreis Saalekreis', 'Domplatz 9', '06217 Merseburg']
    const { blocks } = remedyInstruction({ ...leuna, task: 'assigned', higherAuthority })
    expect(blocks.filter(block => block.kind === 'address')).toHaveLength(2)
  })

  it('keeps hints out of the instruction', () => {
    const { hints, blocks } = remedyInstruction({
      ...leuna,
      levy: true,
      ways: ['https://leuna.example/widerspruch'],
    })
    expect(hints).toHaveLength(2)
    expect(hints[0]).toContain('keine aufschiebende Wirkung')
    expect(JSON.stringify(blocks)).not.toContain('aufschiebende')
  })

  it('follows § 84 SGG before the social courts', () => {
    const result = remedyInstruction({ ...leuna, path: 'social' })
    expect(result.cite).toEqual(['§ 84 Abs. 1 SGG'])
    expect(JSON.stringify(result.blocks)).toContain('§ 36a Absatz 2a des Ersten Buches Sozialgesetzbuch')
  })

  it('says where the rule of a Land was not checked', () => {
    expect(remedyInstruction({ ...leuna, state: 'SN' })).toMatchObject({
      remedy: 'objection',
      confirmed: false,
    })
  })

  it('refuses Länder without a known rule and addresses without a seat', () => {
    expect(() => remedyInstruction({ ...leuna, state: 'BY' })).toThrow(RangeError)
    expect(() => remedyInstruction({ ...leuna, authority: ['Stadt Leuna'] })).toThrow(/seat/)
    expect(() => remedyInstruction({ ...leuna, authority: ['Stadt Leuna', ' '] })).toThrow(/seat/)
  })
})
