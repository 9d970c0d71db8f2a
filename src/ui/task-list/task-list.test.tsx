import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { TaskList } from './task-list.tsx'

test('is accessible; a task that cannot begin is no link but says why', () => {
  const view = (
    <TaskList
      tasks={[
        { title: 'Prüfen', href: '/p', hint: 'bis morgen', state: { text: 'offen', tone: 'info' } },
        { title: 'Entscheiden', state: { text: 'wartet auf die Prüfung', tone: 'neutral' } },
      ]}
    />
  )
  expect(faultsOf(view)).toEqual([])
  expect(htmlOf(view)).toContain('<span>Entscheiden</span>')
  expect(htmlOf(view)).toContain('wartet auf die Prüfung')
})
