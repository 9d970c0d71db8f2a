import { describe, expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { Checkboxes, Radios, YesNo } from './choice.tsx'

const options = [
  { value: 'owner', label: 'Eigentum' },
  { value: 'tenant', label: 'Miete', hint: 'Mit Zustimmung' },
]

describe('Radios', () => {
  test('are accessible with hint and error', () => {
    const view = <Radios name="role" label="Wer sind Sie?" options={options} hint="h" error="Wählen Sie" />
    expect(faultsOf(view)).toEqual([])
  })

  test('the legend comes first, the error link leads to the first choice', () => {
    const html = htmlOf(<Radios name="role" label="Wer sind Sie?" options={options} />)
    expect(html).toMatch(/<fieldset[^>]*><legend/)
    expect(html).toMatch(/<input[^>]*id="f-role"[^>]*value="owner"/)
  })

  test('only the given answer is chosen', () => {
    const html = htmlOf(<Radios name="role" label="Wer?" options={options} value="tenant" />)
    expect(html.match(/ checked/g)).toHaveLength(1)
    expect(html).toMatch(/<input[^>]*checked[^>]*value="tenant"/)
  })

  test('nothing is chosen beforehand', () => {
    expect(htmlOf(<Radios name="role" label="Wer?" options={options} />)).not.toContain(' checked')
  })
})

describe('Checkboxes', () => {
  test('are accessible and show all given answers', () => {
    const view = (
      <Checkboxes name="why" label="Warum?" options={options} values={['owner', 'tenant']} error="e" />
    )
    expect(faultsOf(view)).toEqual([])
    expect(htmlOf(view).match(/ checked/g)).toHaveLength(2)
  })
})

describe('YesNo', () => {
  test('posts true or false', () => {
    const view = <YesNo name="danger" label="Gefahr?" value="false" words={uiWords('de')} />
    expect(faultsOf(view)).toEqual([])
    expect(htmlOf(view)).toMatch(/<input[^>]*checked[^>]*value="false"/)
  })
})
