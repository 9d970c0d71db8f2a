import { describe, expect, test } from 'vitest'
import { foldWords, typosBetween } from './fold-words.ts'
import { searchServices } from './search-services.ts'

const tree = {
  title: 'Baum fällen oder stark zurückschneiden – Genehmigung beantragen',
  keywords: ['Baumfällung', 'Baumschutz', 'Straßenbaum', 'Krone'],
  summary: 'Viele Bäume sind geschützt.',
}
const dog = {
  title: 'Hund anmelden',
  keywords: ['Hundesteuer', 'Welpe'],
  summary: 'Melden Sie Ihren Hund an, bevor er zwei Wochen bei Ihnen lebt. Er braucht keinen Baum.',
}
const find = (text: string, language: 'de' | 'en' = 'de') =>
  searchServices([dog, tree], { text, language }).map(one => (one === tree ? 'tree' : 'dog'))

describe('searchServices', () => {
  test.each([
    ['as it is written', 'Baumfällung'],
    ['umlaut as two letters', 'Baumfaellung'],
    ['umlaut forgotten', 'Baumfallung'],
    ['ß as ss', 'strassenbaum'],
    ['small letters', 'genehmigung'],
    ['a beginning', 'zurück'],
    ['part of a compound', 'fällung'],
    ['a letter forgotten', 'Genemigung'],
    ['two letters swapped', 'Kroen'],
    ['a question in words', 'Ich möchte meinen Straßenbaum fällen lassen'],
  ])('finds it: %s', (_, text) => expect(find(text)).toEqual(['tree']))

  test('puts first what has the word in its title', () => expect(find('Baum')).toEqual(['tree', 'dog']))
  test('needs every word that counts', () => expect(find('Baum Krone Welpe')).toEqual([]))
  test('finds nothing rather than anything', () => {
    expect(find('Reisepass')).toEqual([])
    expect(find('xyz')).toEqual([])
  })
  test('takes no short word for another', () => expect(find('Hand')).not.toContain('tree'))
  test('shows all when nothing is asked', () => expect(find('  ')).toEqual(['dog', 'tree']))
  test('takes fillers seriously when there is nothing else', () =>
    expect(find('beantragen')).toEqual(['tree']))
  test('survives what people paste', () => {
    expect(find('*)(&^%$ ; -- <script>')).toEqual([])
    expect(find('a'.repeat(5000))).toEqual([])
  })
})

test('folds words as German is typed', () => {
  expect(foldWords('Bäume, Baeume, BAUME')).toEqual(['baume', 'baume', 'baume'])
  expect(foldWords('Ab {param.x} cm – Straße')).toEqual(['ab', 'cm', 'strasse'])
  expect(foldWords('Voll·macht')).toEqual(['vollmacht'])
})

test('counts typos', () => {
  expect(typosBetween('baum', 'baum')).toBe(0)
  expect(typosBetween('baum', 'bamu')).toBe(1)
  expect(typosBetween('baum', 'raeume')).toBe(3)
  expect(typosBetween('', 'abc')).toBe(3)
})
