import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignCharacters } from './characters.ts'

describe('foreignCharacters', () => {
  test.each(['Łukasz Müller-Ångström', "D'Angelo", 'Ǣ', 'C̀', 'K͟H', 'L̥̄', 'İstanbul', 'Nguyễn Thị'])(
    'takes %s as a name',
    name => {
      expect(foreignCharacters(name.normalize('NFC'), 'name')).toEqual([])
    },
  )

  test.each([
    ['Erika 😀', ['😀']],
    ['Иван', ['И', 'в', 'а', 'н']],
    ['a\u0000b', ['\u0000']],
    ['B\u0300', ['B\u0300']],
    ['\u0300', ['\u0300']],
    ['x\u00AD', ['\u00AD']],
    ['\u202Eevil', ['\u202E']],
    ['Anna_1', ['_', '1']],
    ['a\nb', ['\n']],
  ])('refuses what does not belong to a name: %j', (name, foreign) => {
    expect(foreignCharacters(name, 'name')).toEqual(foreign)
  })

  test('lines hold line breaks and typographic signs, a line does not break', () => {
    expect(foreignCharacters('„Ja“ – 5 €\r\n• Punkt …', 'lines')).toEqual([])
    expect(foreignCharacters('a\nb', 'line')).toEqual(['\n'])
  })
})

// The published list stays where it is (another licence); it is read in place when there.
const DATA = process.env.DIN91379_DATA ?? join(import.meta.dirname, '../../../shared/data/din91379')
const LIST = join(DATA, 'latin_list_1.3.txt')

describe.skipIf(!existsSync(LIST))('against the published list of DIN 91379', () => {
  const entries = (existsSync(LIST) ? readFileSync(LIST, 'utf8') : '')
    .split('\n')
    .map(line => line.split(';').map(part => part.trim()))
    .filter(parts => parts.length > 3)
    .map(([group, , points]) => ({
      group: group ?? '',
      text: String.fromCodePoint(...(points ?? '').split(' ').map(point => Number.parseInt(point, 16))),
    }))
  const inGroup = (...groups: string[]) => entries.filter(entry => groups.includes(entry.group))

  test('the list is whole', () => expect(entries).toHaveLength(930))

  test('every letter, sequence and sign of names is a name', () => {
    const refused = inGroup('bll', 'bnlreq').filter(
      entry => foreignCharacters(entry.text.normalize('NFC'), 'name').length > 0,
    )
    expect(refused).toEqual([])
  })

  test('every sign of texts is taken in texts, and none of them in names', () => {
    const signs = inGroup('bnl', 'bnlopt')
    expect(signs.filter(entry => foreignCharacters(entry.text, 'line').length > 0)).toEqual([])
    expect(signs.filter(entry => foreignCharacters(entry.text, 'name').length === 0)).toEqual([])
    expect(inGroup('bnlnot').filter(entry => foreignCharacters(entry.text, 'lines').length > 0)).toEqual([])
  })

  test('no other point of Unicode up to 2FFF is a name', () => {
    const listed = new Set(inGroup('bll', 'bnlreq').map(entry => entry.text.normalize('NFC')))
    const extra: string[] = []
    for (let point = 0; point < 0x3000; point += 1) {
      const text = String.fromCodePoint(point)
      if (foreignCharacters(text, 'name').length === 0 && !listed.has(text)) extra.push(point.toString(16))
    }
    expect(extra).toEqual([])
  })

  test('combining marks alone and other scripts are refused', () => {
    expect(
      inGroup('dc', 'gl', 'cl').filter(entry => foreignCharacters(entry.text, 'lines').length === 0),
    ).toEqual([])
  })
})
