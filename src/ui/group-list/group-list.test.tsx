import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { GroupList } from './group-list.tsx'

const trees = {
  name: 'trees',
  label: 'Ihre Bäume',
  empty: 'Noch kein Baum eingetragen.',
  changeLabel: 'Ändern',
  removeLabel: 'Entfernen',
}
const items = [
  { id: '7', title: 'Baum 1', facts: ['Linde', '82 cm'], href: '/baum/7', problem: 'Höhe fehlt' },
]

test('is accessible, empty, filled and with errors', () => {
  expect(faultsOf(<GroupList {...trees} items={[]} error="Tragen Sie einen Baum ein" />)).toEqual([])
  expect(
    faultsOf(<GroupList {...trees} items={items} add={{ href: '/neu', label: 'Weiteren Baum' }} />),
  ).toEqual([])
})

test('every button says which entry it means', () => {
  const html = htmlOf(<GroupList {...trees} items={items} />)
  expect(html).toContain('Ändern<span class="th-hidden"> Baum 1')
  expect(html).toMatch(/name="remove" value="trees:7"/)
})

test('the error summary finds the list and its entries', () => {
  const html = htmlOf(<GroupList {...trees} items={items} />)
  expect(html).toContain('id="f-trees"')
  expect(html).toContain('id="f-trees-7"')
})
