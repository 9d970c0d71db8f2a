import type { Answer, Answers, ItemAnswer } from '../answers.ts'
import type { Lookup } from '../feel/program.ts'
import type { CompiledField, CompiledPage, Flow } from '../model.ts'
import { checkField, type Spot } from './check-field.ts'
import { isShown } from './prune.ts'
import { itemScope } from './scope.ts'
import type { FieldState, ItemState, OptionState, PageState } from './state.ts'

export interface Around {
  readonly flow: Flow
  readonly answers: Answers
  readonly lookup: Lookup
}

export function pageState(page: CompiledPage, visible: readonly CompiledField[], around: Around): PageState {
  const spot = { pageId: page.id, prefix: '', lookup: around.lookup }
  const fields = visible.map(field =>
    fieldState(field, around.answers[field.id], { spot, flow: around.flow }),
  )
  const errors = fields.flatMap(field => [...field.errors, ...field.items.flatMap(item => item.errors)])
  const warnings = fields.flatMap(field => [
    ...field.warnings,
    ...field.items.flatMap(item => item.fields.flatMap(one => one.warnings)),
  ])
  const { id, slug, section, title, intro } = page
  return {
    id,
    slug,
    section,
    title,
    intro,
    compiled: page,
    fields,
    complete: errors.length === 0,
    errors,
    warnings,
  }
}

interface Standing {
  readonly spot: Spot
  readonly flow: Flow
}

function fieldState(
  compiled: CompiledField,
  value: Answer | undefined,
  { spot, flow }: Standing,
): FieldState {
  const { required, errors, warnings } = checkField(compiled, value, spot)
  const items = compiled.items.length > 0 ? ((value ?? []) as readonly ItemAnswer[]) : []
  return {
    id: compiled.id,
    compiled,
    value,
    required,
    errors,
    warnings,
    options: () => offered(compiled, spot.lookup),
    proposal: () => proposalOf(compiled, spot.lookup),
    items: items.map((item, index) => itemState(compiled, { item, index }, { spot, flow })),
  }
}

function itemState(
  group: CompiledField,
  at: { item: ItemAnswer; index: number },
  { spot, flow }: Standing,
): ItemState {
  const scope = itemScope(group, spot.lookup, flow)
  const shown = group.items.filter(field => {
    const isVisible = isShown(field, scope.lookup)
    const value = at.item[field.id]
    if (isVisible && value !== undefined) scope.set(field.id, field.kind.feel(value))
    return isVisible
  })
  const inner = {
    pageId: spot.pageId,
    prefix: `${spot.prefix}${group.id}.${at.index}.`,
    lookup: scope.lookup,
  }
  const fields = shown.map(field => fieldState(field, at.item[field.id], { spot: inner, flow }))
  const errors = fields.flatMap(field => field.errors)
  return { id: at.item._id, index: at.index, fields, errors, complete: errors.length === 0 }
}

function offered(field: CompiledField, lookup: Lookup): OptionState[] {
  const shown = [...field.options.values()].filter(
    option => !option.shownWhen || option.shownWhen.run(lookup) === true,
  )
  return shown.map(({ value, label, hint }) => ({ value, label, hint }))
}

/** What FEEL yields as an answer of this type, or nothing. */
function proposalOf(field: CompiledField, lookup: Lookup): Answer | undefined {
  const value = field.initial?.run(lookup) ?? undefined
  if (value === undefined) return undefined
  const answer =
    typeof value === 'object' && !Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype
      ? String(value)
      : value
  return field.kind.isWell(answer) ? (answer as Answer) : undefined
}
