import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Tabs } from './tabs.tsx'

test('are accessible links, one of them current', () => {
  const view = (
    <Tabs
      label="Teile"
      tabs={[
        { label: 'Angaben', href: '?a', current: true },
        { label: 'Dateien', href: '?b', count: '2' },
      ]}
    />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view).match(/aria-current="page"/g)).toHaveLength(1)
  expect(htmlOf(view)).not.toContain('role="tab"')
})
