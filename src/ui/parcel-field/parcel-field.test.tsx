import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { ParcelField } from './parcel-field.tsx'

test('is accessible and posts four parts', () => {
  const view = (
    <ParcelField
      name="land"
      label="Flurstück"
      value={{ numerator: '12' }}
      errors={{ field: 'e' }}
      words={uiWords('de')}
    />
  )
  expect(faultsOf(view)).toEqual([])
  for (const part of ['district', 'field', 'numerator', 'denominator'])
    expect(htmlOf(view)).toContain(`name="land.${part}"`)
})
