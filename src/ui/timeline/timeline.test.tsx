import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Timeline } from './timeline.tsx'

test('is accessible, in the given order, with times for machines', () => {
  const view = (
    <Timeline
      label="Verlauf"
      entries={[
        { when: '5. November 2026', datetime: '2026-11-05', title: 'wird geprüft', current: true },
        {
          when: '3. November 2026',
          datetime: '2026-11-03',
          title: 'eingegangen',
          children: <a href="/b">Beleg</a>,
        },
      ]}
    />
  )
  expect(faultsOf(view)).toEqual([])
  const html = htmlOf(view)
  expect(html.indexOf('wird geprüft')).toBeLessThan(html.indexOf('eingegangen'))
  expect(html).toContain('<time datetime="2026-11-03">3. November 2026</time>')
})
