import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { DescriptionList } from './description-list.tsx'

test('is accessible, boxed and plain', () => {
  const items = [{ label: 'Kosten', value: '50,00 €', icon: 'info' as const }]
  expect(faultsOf(<DescriptionList items={items} />)).toEqual([])
  expect(faultsOf(<DescriptionList items={items} boxed />)).toEqual([])
  expect(htmlOf(<DescriptionList items={items} />)).toContain('<dd>50,00 €</dd>')
})
