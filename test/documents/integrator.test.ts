import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Applying, startApplying } from '#modules/applications/applying.fixture.ts'
import { ROOT, readDocument } from './documents.ts'
import { fencesOf } from './fences.ts'

const { text } = readDocument('docs/integrator.md')
const told = JSON.parse(fencesOf(text).find(fence => fence.language === 'json')!.body) as Json

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

// Their keys are the questions and settings of the service: an example shows a few of many.
const OPEN = ['answers', 'parameters']

/** Each place in a JSON document with the kind of value there: `files[].size_bytes number`. */
function shapeOf(value: Json, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(one => shapeOf(one as Json, `${at}[]`))
  if (typeof value !== 'object' || value === null) return [`${at} ${typeof value}`]
  if (OPEN.includes(at)) return [`${at} object`]
  return Object.entries(value).flatMap(([key, one]) => shapeOf(one, at ? `${at}.${key}` : key))
}
const shape = (value: Json) => [...new Set(shapeOf(value))].sort()

let town: Applying
let receipt: { readonly [key: string]: Json }
beforeAll(async () => {
  town = await startApplying()
  const { browser, draft } = await town.sent()
  receipt = JSON.parse((await browser.get(`${draft}/eingang.json`)).body)
})
afterAll(() => town.stop())

test('a real receipt has the shape of the example', () => {
  expect(shape(receipt)).toEqual(shape(told))
})

test('a key that is missing, new or of another kind is caught', () => {
  const { files, ...withoutFiles } = receipt
  expect(files).toBeDefined()
  expect(shape(withoutFiles)).not.toEqual(shape(told))
  expect(shape({ ...receipt, added: 1 })).not.toEqual(shape(told))
  expect(shape({ ...receipt, file_number: 12 })).not.toEqual(shape(told))
})

test('what the example says of the application is true of a real one', () => {
  const example = told as unknown as Example
  const real = receipt as unknown as Example
  expect(real).toMatchObject({
    format: example.format,
    authority: example.authority,
    language: example.language,
  })
  expect(real.service).toMatchObject({ id: example.service.id, version: example.service.version })
  expect(real.parameters).toMatchObject(example.parameters)
  const entries = (of: Example) => of.readable.flatMap(section => section.entries)
  for (const entry of entries(example)) expect(entries(real)).toContainEqual(entry)
  // Uploads name their files by id, as the page says.
  const photo = (real.answers.trees as { photos: { document: string }[] }[])[0]?.photos[0]
  expect(real.files.map(file => file.id)).toContain(photo?.document)
})

test('the table has every key of the receipt', () => {
  expect(firstColumn('## Receipts').sort()).toEqual(Object.keys(receipt).sort())
})

test('the table of answers has every kind of question', () => {
  const field = JSON.parse(readFileSync(join(ROOT, 'catalogue/schema/field.json'), 'utf8'))
  expect(firstColumn('### Answers').sort()).toEqual([...field.properties.type.enum].sort())
})

test('the table of schemas has every schema', () => {
  expect(firstColumn('## Service packages').sort()).toEqual(
    readdirSync(join(ROOT, 'catalogue/schema')).sort(),
  )
})

interface Example {
  readonly format: string
  readonly authority: unknown
  readonly language: string
  readonly service: { readonly id: string; readonly version: string }
  readonly parameters: Record<string, unknown>
  readonly answers: Record<string, unknown>
  readonly readable: readonly { readonly entries: readonly unknown[] }[]
  readonly files: readonly { readonly id: string }[]
}

/** All `names` in the first column of the first table below a heading. */
function firstColumn(heading: string): string[] {
  const rows =
    text
      .split(`${heading}\n`)[1]
      ?.match(/(?:^\|.*\n)+/m)?.[0]
      .split('\n')
      .slice(2) ?? []
  return rows.flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(found => found[1]!))
}
