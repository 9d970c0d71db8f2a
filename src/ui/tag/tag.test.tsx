import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Tag, TONE_ICONS, type Tone } from './tag.tsx'

test.each(Object.keys(TONE_ICONS) as Tone[])('%s is accessible and says its state in words', tone => {
  const view = (
    <Tag tone={tone} icon>
      in Prüfung
    </Tag>
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('in Prüfung')
})
