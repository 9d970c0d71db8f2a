import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { MetaBar } from './meta-bar.tsx'

test('is accessible and holds number, subject, state, people and the action', () => {
  const view = (
    <MetaBar
      mark="67-42"
      title="Baumfällung"
      state={{ text: 'in Prüfung', tone: 'info' }}
      facts={[{ label: 'Antrag von', value: 'Ines Hartwig' }]}
      action={<a href="/entscheiden">Entscheiden</a>}
    />
  )
  expect(faultsOf(view)).toEqual([])
  for (const text of ['67-42', 'Baumfällung', 'in Prüfung', 'Ines Hartwig', 'Entscheiden'])
    expect(htmlOf(view)).toContain(text)
})
