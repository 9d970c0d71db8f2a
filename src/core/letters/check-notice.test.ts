import { expect, it } from 'vitest'
import { checkNotice } from './check-notice.ts'
import { noticeExample } from './letters-example.ts'
import type { NoticeLetter } from './model.ts'

const closing = ['Mit freundlichen Grüßen']
const rows: [what: string, over: Partial<NoticeLetter>, message: RegExp][] = [
  ['no authority', { head: { authority: ' ', address: [] } }, /authority/],
  ['nothing decided', { operative: [[{ kind: 'p', text: ' ' }]] }, /decided/],
  ['no name', { signature: { form: 'name', closing, name: '' } }, /name/],
  ['no name beside the seal', { signature: { form: 'seal', closing, name: '' } }, /name/],
  ['written form by a name alone', { writtenForm: true }, /written form/],
  [
    'written form by a machine alone',
    { writtenForm: true, signature: { form: 'automatic', closing } },
    /written form/,
  ],
]

it.each(rows)('refuses a notice with %s', (_what, over, message) => {
  expect(() => checkNotice({ ...noticeExample, ...over })).toThrow(message)
})

it.each(rows.slice(1))('shows a draft with %s', (_what, over) => {
  expect(() => checkNotice({ ...noticeExample, ...over, draft: true })).not.toThrow()
})

it.each<[string, Partial<NoticeLetter>]>([
  ['a name', {}],
  [
    'a seal in place of written form',
    { writtenForm: true, signature: { form: 'seal', closing, name: 'Jörg Weber' } },
  ],
  ['no name where a machine decided', { signature: { form: 'automatic', closing } }],
])('passes a notice with %s', (_what, over) => {
  expect(() => checkNotice({ ...noticeExample, ...over })).not.toThrow()
})
