import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Breadcrumb } from './breadcrumb.tsx'

test('is accessible; this page is named, not linked', () => {
  const view = (
    <Breadcrumb trail={[{ href: '/', label: 'Start' }]} current="Baumfällung" words={uiWords('de')} />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('<span aria-current="page">Baumfällung</span>')
})
