import { BOOLEAN, contextOf, DATE, listOf, NUMBER, type Shape, TEXT } from '../feel/shape.ts'
import type { Codelist, FlowLibrary, Option, Page, Parameter } from '../format.ts'
import { KINDS } from '../kinds/index.ts'
import type { CompiledField, CompiledOption } from '../model.ts'
import type { Expanded } from './expand.ts'
import type { Origin } from './faults.ts'

export type Mutable<T> = { -readonly [key in keyof T]: T[key] }

/** A field whose expressions are still to be compiled, with its place in the order of questions. */
export interface Shell {
  readonly compiled: Mutable<CompiledField>
  readonly origin: Origin
  readonly order: number
  readonly items: readonly Shell[]
}

export interface PageShell {
  readonly page: Page
  readonly index: number
  readonly fields: readonly Shell[]
  /** Order of its first field; its own condition sees only what lies before. */
  readonly order: number
}

export interface Placed {
  readonly pageId: string
  readonly order: number
}

/** Makes the field without its expressions; items of a group come between the group and the next field. */
export function makeShell(
  one: Expanded,
  items: readonly Shell[],
  at: Placed & { library: FlowLibrary },
): Shell {
  const { field, origin } = one
  const compiled: Mutable<CompiledField> = {
    id: field.id,
    field,
    kind: KINDS[field.type],
    pageId: at.pageId,
    when: undefined,
    required: field.type !== 'info',
    initial: undefined,
    minDate: undefined,
    maxDate: undefined,
    rules: [],
    options: optionsOf(field.options, field.codelist ? at.library.codelists[field.codelist] : undefined),
    pattern: undefined,
    items: items.map(item => item.compiled),
  }
  return { compiled, origin, order: at.order, items }
}

function optionsOf(
  options: readonly Option[] = [],
  codelist: Codelist | undefined,
): Map<string, CompiledOption> {
  const listed = (codelist?.entries ?? []).map(({ code, label, hint }) => ({ value: code, label, hint }))
  // Options beside a code list ("not known") stand after its entries.
  return new Map([...listed, ...options].map(option => [option.value, { ...option, shownWhen: undefined }]))
}

const PARAMETER_SHAPES: Readonly<Record<Parameter['type'], Shape>> = {
  number: NUMBER,
  money: NUMBER,
  text: TEXT,
  yesno: BOOLEAN,
  codes: listOf(TEXT),
  date_md: TEXT,
}

/** Shapes of the names every expression has: `param`, `today`, `portal`, `lists`. */
export function givenShapes(library: FlowLibrary): [string, Shape][] {
  const parameters = Object.entries(library.parameters).map(([name, { type }]) => [
    name,
    PARAMETER_SHAPES[type],
  ])
  const lists = Object.entries(library.codelists).map(([id, list]) => [id, listShape(list)])
  return [
    ['param', contextOf(Object.fromEntries(parameters))],
    ['lists', contextOf(Object.fromEntries(lists))],
    ['today', DATE],
    ['portal', TEXT],
  ]
}

function listShape(list: Codelist): Shape {
  const columns: Record<string, Shape> = {}
  for (const entry of list.entries) {
    for (const [column, value] of Object.entries(entry)) columns[column] ??= columnShape(value)
  }
  return { kind: 'context', entries: new Map(), keyed: contextOf(columns) }
}

function columnShape(value: unknown): Shape {
  if (typeof value === 'number') return NUMBER
  if (typeof value === 'boolean') return BOOLEAN
  return typeof value === 'string' ? TEXT : { kind: 'any' }
}
