import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Chips } from './chips.tsx'

test('are accessible links; an active one says that it takes the filter off', () => {
  const view = (
    <Chips
      words={uiWords('de')}
      chips={[
        { label: 'Meine', href: '?', active: true, count: '4' },
        { label: 'Neu', href: '?neu', count: '0' },
      ]}
    />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view).match(/Filter entfernen/g)).toHaveLength(1)
  expect(htmlOf(view)).toContain('>0</span>')
})
