import { RE2JS } from 're2js'
import { contextOf } from '../feel/shape.ts'
import { compileFeel, constantOf, type Place, type Yields } from './expressions.ts'
import { below } from './faults.ts'
import type { Shell } from './shell.ts'

/** Compiles all expressions of a field, and of the items of a group. */
export function compileField(shell: Shell, place: Place): void {
  const { compiled, origin, order } = shell
  const { field } = compiled
  const early = { ...place, before: order }
  const late = { ...place, before: Number.POSITIVE_INFINITY }
  const feel = (name: 'when' | 'default' | 'min_date' | 'max_date', yields: Yields, reach: Place) =>
    compileFeel(field[name], below(origin, name), { ...reach, yields })

  compiled.when = feel('when', 'condition', early)
  if (field.when !== undefined && constantOf(compiled.when) === false)
    place.faults.error('never_shown', below(origin, 'when'), { id: field.id })
  compiled.initial = feel('default', 'value', early)
  compiled.minDate = feel('min_date', 'value', late)
  compiled.maxDate = feel('max_date', 'value', late)
  const required = compileFeel(field.required, below(origin, 'required'), { ...late, yields: 'condition' })
  const always = constantOf(required)
  if (field.type !== 'info' && required) compiled.required = typeof always === 'boolean' ? always : required
  compileOptions(shell, early)
  compileRules(shell, late)
  compilePattern(shell, place)
  compileItems(shell, place)
}

function compileOptions({ compiled, origin }: Shell, place: Place): void {
  const options = new Map(compiled.options)
  compiled.field.options?.forEach((option, index) => {
    const shownWhen = compileFeel(option.when, below(origin, 'options', index, 'when'), {
      ...place,
      yields: 'condition',
    })
    options.set(option.value, { ...option, shownWhen })
  })
  compiled.options = options
}

function compileRules({ compiled, origin }: Shell, place: Place): void {
  compiled.rules = (compiled.field.rules ?? []).flatMap((rule, index) => {
    const program = compileFeel(rule.check, below(origin, 'rules', index, 'check'), {
      ...place,
      yields: 'condition',
    })
    return program ? [{ ...rule, program }] : []
  })
}

/** Patterns run on what people type, so only those that RE2 reads (linear time) are taken. */
function compilePattern({ compiled, origin }: Shell, place: Place): void {
  const { pattern } = compiled.field
  if (pattern === undefined) return
  try {
    compiled.pattern = RE2JS.compile(pattern)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    place.faults.error('pattern', below(origin, 'pattern'), { pattern, reason: error.message })
  }
}

/** Inside an item its own fields come first; the rest of the form stays in sight, also as `outer`. */
function compileItems(shell: Shell, place: Place): void {
  if (shell.items.length === 0) return
  const own = shell.items.map(item => [item.compiled.id, item.compiled.kind.shape(item.compiled)] as const)
  const names = new Map([
    ...place.names,
    ['outer', contextOf(Object.fromEntries(place.names))] as const,
    ...own,
  ])
  const orders = new Map([
    ...place.orders,
    ...shell.items.map(item => [item.compiled.id, item.order] as const),
  ])
  for (const item of shell.items) compileField(item, { ...place, names, orders })
}
