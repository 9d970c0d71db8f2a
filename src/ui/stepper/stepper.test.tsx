import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Stepper } from './stepper.tsx'

const view = (
  <Stepper
    label="Schritte"
    summary="Schritt 2 von 3: Bäume"
    steps={[
      { label: 'Kontakt', state: 'done', href: '/1' },
      { label: 'Bäume', state: 'current' },
      { label: 'Prüfen', state: 'open' },
    ]}
    words={uiWords('de')}
  />
)

test('is accessible', () => expect(faultsOf(view)).toEqual([]))

test('says each state in words and marks the current step once', () => {
  const html = htmlOf(view)
  for (const word of ['erledigt', 'aktueller Schritt', 'noch offen']) expect(html).toContain(word)
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html).toContain('Schritt 2 von 3: Bäume')
})

test('only steps with an address are links', () => {
  expect(htmlOf(view).match(/<a /g)).toHaveLength(1)
})
