import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderDocument } from '../page/page.tsx'
import { faultsOf } from '../testing/check-html.ts'
import { StylePage } from './style-page.tsx'

const html = renderDocument(
  <StylePage styles={['/assets/s.css']} scripts={['/assets/a.js']} logo="/assets/l.svg" nonce="n" />,
)

test('is one valid document', () => {
  expect(faultsOf(html)).toEqual([])
  expect(html.match(/<h1/g)).toHaveLength(1)
})

// A component that is not shown here is not looked at by anyone.
test('shows every component of the library', () => {
  const folder = new URL('.', import.meta.url)
  const samples = readdirSync(folder)
    .filter(name => name.endsWith('.tsx') && !name.includes('.test.'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const door = readFileSync(new URL('../index.ts', folder), 'utf8')
  const components = [...door.matchAll(/(?<=[{,]\s*)([A-Z]\w+)(?=[,\s}])/g)].map(match => match[1] ?? '')
  const inside = ['Field', 'FieldGroup', 'Part', 'StylePage'] // seen as parts of others
  const values = components.filter(
    name => !new RegExp(`type ${name}\\b`).test(door) && !inside.includes(name),
  )
  expect(values.length).toBeGreaterThan(40)
  expect(values.filter(name => !samples.includes(`<${name}`))).toEqual([])
})
