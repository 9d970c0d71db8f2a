import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { SummaryList } from './summary-list.tsx'

const change = { href: '/kontakt', label: 'Ändern' }

test('is accessible; every change link says what it changes', () => {
  const view = (
    <SummaryList title="Kontakt" rows={[{ label: 'Name', value: 'Ines', change }]} change={change} />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('Ändern<span class="th-hidden">: Name</span>')
  expect(htmlOf(view)).toContain('Ändern<span class="th-hidden">: Kontakt</span>')
})
