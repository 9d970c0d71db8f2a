import { expect, test } from 'vitest'
import { inboxQuery, inboxUrl, readInboxView } from './address.ts'

test('says in the address only what differs from the usual', () => {
  expect(inboxUrl({ list: 'all' })).toBe('/amt')
  expect(inboxUrl({ list: 'overdue', sort: 'received', direction: 'desc' })).toBe(
    '/amt?liste=ueberfaellig&sortierung=eingang&richtung=ab',
  )
})
test('reads its own addresses back', () => {
  const view = { list: 'mine', sort: 'number', direction: 'desc', search: undefined, after: 'LEU~1' } as const
  const query = Object.fromEntries(new URL(inboxUrl(view), 'http://a').searchParams)
  expect(readInboxView(inboxQuery.parse(query))).toEqual(view)
})
test('begins closed cases with the newest: they are due no more', () => {
  expect(readInboxView({ liste: 'abgeschlossen' })).toMatchObject({ sort: 'received', direction: 'desc' })
  expect(readInboxView({ suche: '  ' }).search).toBeUndefined()
})
