import { analyseFeel, renameFeel } from '../feel/analyse.ts'
import { everyName } from '../feel/expression.ts'
import type { Block, Feel, Field, FieldOrUse, FlowLibrary, Text, Use } from '../format.ts'
import { below, type FaultList, type Origin } from './faults.ts'

/** A field in its place, with blocks put in and their names rewritten. */
export interface Expanded {
  readonly field: Field
  readonly origin: Origin
}

/** Blocks may use blocks, but not without end. */
const MAX_BLOCK_DEPTH = 3

export interface Expansion {
  readonly library: FlowLibrary
  readonly faults: FaultList
}

/** Replaces every `use:` by the fields of its block. */
export function expandFields(
  fields: readonly FieldOrUse[],
  origin: Origin,
  expansion: Expansion,
): Expanded[] {
  return expandBelow(fields, origin, { ...expansion, blocks: [] })
}

interface Depth extends Expansion {
  readonly blocks: readonly string[]
}

function expandBelow(fields: readonly FieldOrUse[], origin: Origin, depth: Depth): Expanded[] {
  return fields.flatMap((one, index) => {
    const place = below(origin, index)
    return 'use' in one ? expandUse(one, place, depth) : [{ field: one, origin: place }]
  })
}

function expandUse(use: Use, origin: Origin, depth: Depth): Expanded[] {
  const { library, faults, blocks } = depth
  const block = Object.hasOwn(library.blocks, use.use) ? library.blocks[use.use] : undefined
  if (!block) {
    faults.error('unknown_block', below(origin, 'use'), {
      block: use.use,
      blocks: Object.keys(library.blocks).join(', '),
    })
    return []
  }
  if (blocks.includes(use.use) || blocks.length >= MAX_BLOCK_DEPTH) {
    faults.error('block_depth', below(origin, 'use'), { block: use.use, most: String(MAX_BLOCK_DEPTH) })
    return []
  }
  const inner = expandBelow(
    block.fields,
    { path: ['fields'], block: use.use },
    { ...depth, blocks: [...blocks, use.use] },
  )
  const ids = new Set(inner.map(one => one.field.id))
  for (const id of Object.keys(use.with ?? {})) {
    if (!ids.has(id))
      faults.error('unknown_block_field', below(origin, 'with', id), {
        block: use.use,
        field: id,
        fields: [...ids].join(', '),
      })
  }
  return inner.flatMap(one => placeField(one, { use, block, ids, origin }))
}

interface Placing {
  readonly use: Use
  readonly block: Block
  readonly ids: ReadonlySet<string>
  readonly origin: Origin
}

function placeField(one: Expanded, placing: Placing): Expanded[] {
  const { use, ids } = placing
  const changes = use.with?.[one.field.id]
  if (changes === false) return []
  const local = renameField(one.field, name => (ids.has(name) ? `${use.as}_${name}` : name))
  // What the use itself says is written with the names of the form.
  const field = { ...local, ...changes, id: `${use.as}_${one.field.id}` }
  const when = joinConditions(use.when, field.when)
  const origin = changes || one.origin.block === undefined ? placing.origin : one.origin
  return [{ field: when === undefined ? field : { ...field, when }, origin }]
}

function joinConditions(outer: Feel | undefined, inner: Feel | undefined): Feel | undefined {
  if (outer === undefined) return inner
  return inner === undefined ? outer : `(${outer}) and (${inner})`
}

type Rename = (name: string) => string

/** Rewrites all FEEL expressions and placeholders of a field and its items. */
function renameField(field: Field, rename: Rename): Field {
  const feel = (source: Feel | undefined) => (typeof source === 'string' ? renameIn(source, rename) : source)
  const own = new Set((field.fields ?? []).flatMap(inner => ('use' in inner ? [] : [inner.id])))
  const inside: Rename = name => (own.has(name) ? name : rename(name))
  const renamed = {
    ...(renameTexts(field, rename) as Field),
    when: feel(field.when),
    required: feel(field.required),
    default: feel(field.default),
    min_date: feel(field.min_date),
    max_date: feel(field.max_date),
    options: field.options?.map(option => ({ ...option, when: feel(option.when) })),
    rules: field.rules?.map(rule => ({ ...rule, check: feel(rule.check) ?? rule.check })),
    fields: field.fields?.map(inner => ('use' in inner ? inner : renameField(inner, inside))),
  }
  return Object.fromEntries(
    Object.entries(renamed).filter(([, value]) => value !== undefined),
  ) as unknown as Field
}

// Every name counts as known here; what is unknown is found when the form is compiled.
function renameIn(source: string, rename: Rename): string {
  return renameFeel(analyseFeel(source, everyName), rename)
}

function renameTexts<T>(value: T, rename: Rename): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    isText(inner) ? renamePlaceholders(inner, rename) : inner,
  ])
  return Object.fromEntries(entries) as T
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'de' in value
}

function renamePlaceholders(text: Text, rename: Rename): Text {
  const entries = Object.entries(text).map(([lang, sentence]) => [
    lang,
    sentence.replace(/\{([a-z]\w*)\}/g, (_, name: string) => `{${rename(name)}}`),
  ])
  return Object.fromEntries(entries) as unknown as Text
}
