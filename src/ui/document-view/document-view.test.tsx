import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { DocumentView } from './document-view.tsx'

const common = { src: '/datei/1', title: 'bescheid.pdf', link: 'PDF öffnen' }

test('is accessible as picture and as document', () => {
  expect(faultsOf(<DocumentView {...common} kind="image" />)).toEqual([])
  expect(faultsOf(<DocumentView {...common} kind="pdf" />)).toEqual([])
})
test('a PDF can be opened by itself as well', () => {
  const html = htmlOf(<DocumentView {...common} kind="pdf" />)
  expect(html).toMatch(/<iframe[^>]*title="bescheid.pdf"/)
  expect(html).toContain('<a href="/datei/1">PDF öffnen</a>')
})
