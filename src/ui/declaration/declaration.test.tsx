import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Declaration } from './declaration.tsx'

test('is accessible and never ticked beforehand', () => {
  const view = <Declaration name="true" text="Alles stimmt." hint="h" error="Bestätigen Sie das" />
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).not.toContain(' checked')
  expect(htmlOf(<Declaration name="a" text="A" checked />)).toContain(' checked')
})
