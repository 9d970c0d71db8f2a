import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Notification } from './notification.tsx'

test.each(['info', 'success', 'warning', 'danger'] as const)('%s is accessible', tone => {
  expect(faultsOf(<Notification tone={tone} title="T" children={<p>Text</p>} />)).toEqual([])
})

test('is read out only where it answers an act', () => {
  expect(htmlOf(<Notification tone="danger" title="T" />)).not.toContain('role=')
  expect(htmlOf(<Notification tone="danger" title="T" live />)).toContain('role="alert"')
  expect(htmlOf(<Notification tone="success" title="T" live />)).toContain('role="status"')
})
