import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { ICON_NAMES, Icon } from './icon.tsx'

const kern = readFileSync(
  new URL('../../../node_modules/@kern-ux/native/dist/kern.css', import.meta.url),
  'utf8',
)

test.each(ICON_NAMES)('%s is drawn by KERN and silent for screen readers', name => {
  const html = htmlOf(<Icon name={name} />)
  const drawn = html.match(/kern-icon--[a-z-]+/)?.[0]
  expect(kern).toContain(`.${drawn} {`)
  expect(html).toContain('aria-hidden="true"')
  expect(faultsOf(<Icon name={name} />)).toEqual([])
})
