import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { Actions, Button, LinkButton } from './button.tsx'

test('buttons and links are accessible', () => {
  const view = (
    <Actions>
      <Button icon="download">Laden</Button>
      <LinkButton href="/a" kind="secondary">
        Zurück
      </LinkButton>
    </Actions>
  )
  expect(faultsOf(view)).toEqual([])
})

test('says for screen readers which thing it means', () => {
  expect(htmlOf(<Button about="Baum 2">Entfernen</Button>)).toContain(
    'Entfernen<span class="th-hidden"> Baum 2</span>',
  )
})

test('a link changes nothing: it is never a button', () => {
  expect(htmlOf(<LinkButton href="/a">A</LinkButton>)).toMatch(/^<a /)
})
