import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Card } from './card.tsx'

test('is accessible as a link and as plain text', () => {
  const link = <Card title="Baumfällung" href="/1" state={{ text: 'in Prüfung', tone: 'info' }} waiting />
  expect(faultsOf(link)).toEqual([])
  expect(htmlOf(link)).toMatch(/<h2[^>]*><a href="\/1">Baumfällung<\/a>/)
  expect(htmlOf(<Card title="Hund" level={3} />)).toMatch(/<h3[^>]*>Hund<\/h3>/)
})
