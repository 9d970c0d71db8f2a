import { expect, test } from 'vitest'
import { Button } from '../button/button.tsx'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Form } from './form.tsx'

const csrf = { name: '_csrf', value: 'abc' }

test('posts with its token, without the browser’s checks', () => {
  const view = (
    <Form action="/x" csrf={csrf} hidden={{ step: '2' }}>
      <Button>Weiter</Button>
    </Form>
  )
  expect(faultsOf(view)).toEqual([])
  const html = htmlOf(view)
  expect(html).toContain('<input type="hidden" name="_csrf" value="abc"')
  expect(html).toContain('<input type="hidden" name="step" value="2"')
  expect(html).toContain(' novalidate')
  expect(html).not.toContain('enctype')
})

test('Enter never presses a button that removes something', () => {
  const html = htmlOf(
    <Form action="/x">
      <Button name="remove" value="1">
        Entfernen
      </Button>
    </Form>,
  )
  expect(html.match(/<button[^>]*>/)?.[0]).not.toContain('name=')
})

test('sends files only as multipart', () => {
  expect(htmlOf(<Form action="/x" multipart children="" />)).toContain('enctype="multipart/form-data"')
})
