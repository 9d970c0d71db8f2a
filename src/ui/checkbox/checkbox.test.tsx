import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Checkbox } from './checkbox.tsx'

test('is accessible; boxes of one name differ by their value', () => {
  const view = (
    <div>
      <Checkbox name="chosen.reasons" value="facts" label="Antrag" hint="gehört immer dazu" checked />
      <Checkbox name="chosen.reasons" value="danger" label="Gefahr" />
    </div>
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view).match(/id="f-chosen-reasons-(facts|danger)"/g)).toHaveLength(2)
  expect(htmlOf(view).match(/ checked/g)).toHaveLength(1)
})
