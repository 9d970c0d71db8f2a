import type { Field, FlowLibrary } from '../format.ts'
import { MAX_ITEMS } from '../kinds/group.ts'
import { below, type FaultList } from './faults.ts'
import type { Shell } from './shell.ts'

interface Around {
  readonly library: FlowLibrary
  readonly faults: FaultList
}

/** What one field must have by its type. */
export function checkFieldStructure(shell: Shell, around: Around): void {
  const { origin, compiled } = shell
  const { field } = compiled
  const { faults } = around
  const { id, type } = field
  const isSaid = type === 'declaration' || type === 'info'
  if (isSaid && !field.text) faults.error('missing_text', origin, { id })
  if (!isSaid && !field.label) faults.error('missing_label', origin, { id })
  if (field.personal && !field.why) faults.warn('personal_without_why', origin, { id })
  if (field.pattern !== undefined && !field.pattern_message)
    faults.error('pattern_without_message', origin, { id })
  if (type === 'choice' || type === 'multichoice') checkOptions(shell, around)
  if (type === 'group') checkGroup(shell, around)
  checkLimits(shell, faults)
}

function checkOptions({ compiled, origin }: Shell, { library, faults }: Around): void {
  const { id, codelist, options = [] } = compiled.field
  if (codelist !== undefined && !Object.hasOwn(library.codelists, codelist)) {
    faults.error('unknown_codelist', below(origin, 'codelist'), {
      codelist,
      codelists: Object.keys(library.codelists).join(', '),
    })
  } else if (compiled.options.size === 0) faults.error('no_options', origin, { id })
  const listed =
    codelist === undefined ? [] : (library.codelists[codelist]?.entries ?? []).map(entry => entry.code)
  const seen = new Set(listed)
  options.forEach(({ value }, index) => {
    if (seen.has(value)) faults.error('duplicate_option', below(origin, 'options', index), { value })
    seen.add(value)
  })
}

function checkGroup(shell: Shell, around: Around): void {
  const { compiled, origin, items } = shell
  const { id, item, max } = compiled.field
  const { faults } = around
  if (items.length === 0) faults.error('group_without_fields', origin, { id })
  if (!item) faults.error('missing_item', origin, { id })
  if (max !== undefined && max > MAX_ITEMS) {
    faults.error('group_too_large', below(origin, 'max'), { id, max: String(max), most: String(MAX_ITEMS) })
  }
  for (const inner of items) {
    if (inner.compiled.field.type === 'group')
      faults.error('group_in_group', inner.origin, { id: inner.compiled.id })
    else checkFieldStructure(inner, around)
  }
}

const LIMITS: readonly (readonly [keyof Field, keyof Field])[] = [
  ['min', 'max'],
  ['min_length', 'max_length'],
  ['min_files', 'max_files'],
]

function checkLimits({ compiled, origin }: Shell, faults: FaultList): void {
  for (const [low, high] of LIMITS) {
    const [least, most] = [compiled.field[low], compiled.field[high]]
    if (typeof least !== 'number' || typeof most !== 'number' || least <= most) continue
    faults.error('limits_crossed', below(origin, low), {
      id: compiled.id,
      least: String(least),
      most: String(most),
    })
  }
}
