import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Prose } from './prose.tsx'

test('keeps paragraphs and lines, and takes no markup from what people write', () => {
  const view = <Prose text={'Guten Tag,\n\ndie Kiefer\nsteht <b>schief</b>.\n'} />
  expect(faultsOf(view)).toEqual([])
  const html = htmlOf(view)
  expect(html.match(/<p>/g)).toHaveLength(2)
  expect(html).toContain('die Kiefer<br/>steht &lt;b>schief&lt;/b>.')
})
