import { describe, expect, it } from 'vitest'
import {
  type Answers,
  compileFlow,
  type FieldOrUse,
  type Flow,
  openFlow,
  type Raw,
  readForm,
  showPage,
} from '#flow/index.ts'
import { faultsOf, htmlOf } from '#ui/testing/check-html.ts'
import { type FieldNote, wordsFor } from './asking.ts'
import { FieldView } from './field-view.tsx'

const text = (sentence: string) => ({ de: sentence, 'de-leicht': sentence, en: sentence })
const label = text('Frage')
const options = ['eins', 'zwei', 'drei'].map(value => ({ value, label: text(`Antwort ${value}`) }))
const codelist = {
  format: 'torhaus/codelist/1',
  id: 'trees',
  entries: ['oak', 'pine', 'ash', 'elm', 'fir', 'yew', 'lime', 'plum'].map(code => ({
    code,
    label: { de: `Baum ${code}`, 'de-leicht': `Baum ${code}`, en: `${code} tree` },
  })),
} as const

/** One question of every type, with an answer that is right. */
const questions: Record<string, { field: Record<string, unknown>; answer: unknown }> = {
  name: { field: { type: 'text', characters: 'name', autocomplete: 'family-name' }, answer: 'Hartwig' },
  story: { field: { type: 'longtext', hint: text('Kurz') }, answer: 'Zeile eins\nZeile zwei <b>' },
  girth: { field: { type: 'number', unit: 'cm', decimals: 1, max: 900 }, answer: 118.5 },
  rent: { field: { type: 'money' }, answer: 123_456 },
  born: { field: { type: 'date', autocomplete: 'bday' }, answer: '1984-02-29' },
  hour: { field: { type: 'time' }, answer: '14:30' },
  agreed: { field: { type: 'yesno' }, answer: false },
  way: { field: { type: 'choice', options }, answer: 'zwei' },
  listed: { field: { type: 'choice', options, as: 'select' }, answer: 'drei' },
  tree: { field: { type: 'choice', codelist: 'trees' }, answer: 'elm' },
  several: { field: { type: 'multichoice', options }, answer: ['eins', 'drei'] },
  home: {
    field: { type: 'address', autocomplete: 'street-address' },
    answer: {
      street: 'Rathausstraße',
      house_number: '14',
      addition: 'Hof',
      postcode: '06237',
      town: 'Leuna',
    },
  },
  plot: {
    field: { type: 'parcel' },
    answer: { district: 'Leuna', field: '3', numerator: '12', denominator: '4' },
  },
  point: { field: { type: 'mappoint' }, answer: { lat: 51.318321, lon: 12.015482 } },
  account: { field: { type: 'iban' }, answer: 'DE02120300000000202051' },
  mail: { field: { type: 'email' }, answer: 'ines@example.org' },
  call: { field: { type: 'phone' }, answer: '0171 3920011' },
  truth: { field: { type: 'declaration', text: text('Alles ist wahr.') }, answer: true },
}
const extra = [
  { id: 'note', type: 'info', tone: 'warning', text: text('Absatz eins\n\nAbsatz zwei') },
  { id: 'photos', type: 'upload', label, max_files: 3, hint: text('Am besten drei') },
]

function compile(fields: readonly unknown[]): Flow {
  const pages = [
    { id: 'all', section: 'one', title: label, fields: fields as FieldOrUse[] },
    {
      id: 'group',
      section: 'one',
      title: label,
      fields: [
        {
          id: 'trees',
          type: 'group',
          label,
          item: text('Baum {n}'),
          max: 2,
          fields: [{ id: 'height', type: 'number', label, unit: 'm' }],
        },
      ] as FieldOrUse[],
    },
  ]
  const compiled = compileFlow(
    { format: 'torhaus/form/1', sections: [{ id: 'one', title: label }], pages },
    { blocks: {}, codelists: { trees: codelist }, parameters: {} },
  )
  if ('faults' in compiled) throw new Error(compiled.faults.map(fault => fault.message).join('\n'))
  return compiled.flow
}

const fields = Object.entries(questions).map(([id, { field }]) => ({ id, label, ...field }))
const flow = compile([...fields, ...extra])
const stored = Object.fromEntries(Object.entries(questions).map(([id, one]) => [id, one.answer])) as Answers
const context = { today: '2026-11-23', param: {} }

function pageOf(
  answers: Answers,
  { page = 'all', errors = [] as readonly FieldNote[], lang = 'de' as const } = {},
) {
  const open = openFlow(flow, answers, context)
  const asking = {
    ...wordsFor({ flow, open, lang }),
    shown: showPage(open, page),
    errors,
    warnings: [],
    fileHref: (document: string) => `/datei/${document}`,
    itemHref: (group: string, item: string) => `/${group}/${item}`,
    newItemHref: (group: string) => `/${group}/neu`,
    nonce: 'nonce',
    tileUrl: undefined,
  }
  return (
    <form>
      {open.page(page)!.fields.map(field => (
        <FieldView key={field.id} field={field} asking={asking} />
      ))}
      <button type="submit">Weiter</button>
    </form>
  )
}

describe('Every type of question', () => {
  it('is accessible HTML: empty, answered, wrong', () => {
    expect(faultsOf(pageOf({}))).toEqual([])
    expect(faultsOf(pageOf(stored))).toEqual([])
    const errors = Object.keys(questions).map(name => ({ name, message: 'Geben Sie etwas ein.' }))
    const html = htmlOf(pageOf(stored, { errors }))
    expect(faultsOf(html)).toEqual([])
    expect(html.split('Geben Sie etwas ein.').length - 1).toBe(errors.length)
  })

  it.each(Object.keys(questions))('shows its answer so that posting the page again yields it: %s', id => {
    const raw = postedFrom(htmlOf(pageOf(stored)))
    const read = readForm(flow, 'all', { raw, context: { ...context, answers: {} } })
    expect(read.answers[id]).toEqual(stored[id])
    expect(read.errors.filter(error => error.field === id)).toEqual([])
  })

  it('has a target for each error that the engine can tell of it', () => {
    const wrong: Raw = {
      'born.day': '31',
      'born.month': '2',
      'born.year': '2026',
      'home.street': 'Weg',
      'home.postcode': '1',
      'plot.district': '',
      'plot.numerator': 'x',
      'point.lat': 'x',
      girth: 'dick',
      account: 'DE00',
      mail: 'x',
    }
    const { errors } = readForm(flow, 'all', { raw: wrong, context: { ...context, answers: {} } })
    expect(errors.length).toBeGreaterThan(15)
    const html = htmlOf(pageOf({}, { errors: errors.map(one => ({ name: one.field, message: 'x' })) }))
    for (const { field } of errors) expect(html).toContain(`id="f-${field.replaceAll('.', '-')}"`)
  })

  it('sorts a code list by its words in the reader’s language', () => {
    const html = htmlOf(pageOf({}))
    const select = /<select[^>]*name="tree"[\s\S]*?<\/select>/.exec(html)![0]
    const labels = [...select.matchAll(/>(Baum [a-z]+)</g)].map(match => match[1]!)
    expect(labels).toEqual([...labels].sort())
    expect(labels).toHaveLength(8)
  })

  it('says what may be uploaded before anything is chosen', () => {
    expect(htmlOf(pageOf({}))).toContain(
      'Sie können bis zu 3 Dateien hochladen (JPEG, PNG, PDF), jede höchstens 10 MB',
    )
  })
})

describe('A group', () => {
  const trees = (count: number) => ({
    trees: Array.from({ length: count }, (_, index) => ({
      _id: `0000000${index}`,
      height: index || undefined,
    })),
  })
  it('lists its entries, marks the incomplete one and ends the offer when it is full', () => {
    expect(faultsOf(pageOf(trees(0), { page: 'group' }))).toEqual([])
    const one = htmlOf(pageOf(trees(1) as Answers, { page: 'group' }))
    expect(one).toContain('Baum 1')
    expect(one).toContain('Hier fehlen noch Angaben.')
    expect(one).toContain('href="/trees/neu"')
    const full = htmlOf(pageOf(trees(2) as Answers, { page: 'group' }))
    expect(full).not.toContain('href="/trees/neu"')
    expect(faultsOf(full)).toEqual([])
  })
})

/** What a browser would post of a page as it stands. */
function postedFrom(html: string): Raw {
  const raw: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    raw[name] = [...(raw[name] ?? []), value]
  }
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const of = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1]
    const [name, type, value] = [of('name'), of('type'), of('value')]
    if (!name || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !/ checked[ =/>]/.test(tag)) continue
    add(name, plain(value ?? ''))
  }
  for (const [, name, value] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g))
    add(name!, plain(value!))
  for (const [, name, inner] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*value="([^"]*)"[^>]* selected|<option selected[^>]*value="([^"]*)"/.exec(
      inner!,
    )
    add(name!, chosen?.[1] ?? chosen?.[2] ?? '')
  }
  return raw
}

const plain = (written: string) =>
  written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
