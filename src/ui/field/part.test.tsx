import { expect, test } from 'vitest'
import { htmlOf } from '../testing/check-html.ts'
import { Part } from './part.tsx'

test('an error of its own and one of the group are both named', () => {
  const html = htmlOf(
    <Part name="a.town" label="Ort" error="Geben Sie den Ort ein" groupError={{ name: 'a', error: 'x' }} />,
  )
  expect(html).toContain('aria-describedby="f-a-town-error f-a-error"')
  expect(html).toContain('id="f-a-town-error"')
})
