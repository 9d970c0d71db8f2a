import type { Shape } from '../feel/shape.ts'
import type { FlowLibrary, FormDefinition } from '../format.ts'
import type { CompiledEligibility, CompiledField, CompiledPage, Flow } from '../model.ts'
import { compileField } from './compile-fields.ts'
import { type Expanded, expandFields } from './expand.ts'
import { compileFeel, constantOf, type Place } from './expressions.ts'
import { below, collectFaults, type FaultList, type FlowFault } from './faults.ts'
import { orderComputed } from './order.ts'
import { givenShapes, makeShell, type PageShell, type Shell } from './shell.ts'
import { checkStructure } from './structure.ts'
import { checkTexts } from './texts.ts'

export type Compiled =
  | { readonly flow: Flow; readonly warnings: readonly FlowFault[] }
  | { readonly faults: readonly FlowFault[]; readonly warnings: readonly FlowFault[] }

/**
 * Compiles a form once; all faults are found here and told at once.
 *
 *     const compiled = compileFlow(form, { blocks, codelists, parameters })
 *     if ('faults' in compiled) return refuse(compiled.faults)
 *     openFlow(compiled.flow, answers, { today: '2026-11-21', param: {} })
 */
export function compileFlow(definition: FormDefinition, library: FlowLibrary): Compiled {
  const faults = collectFaults()
  const pages = shellPages(definition, { library, faults })
  const shells = pages.flatMap(page => page.fields)
  const shapes = shells.map(({ compiled }) => [compiled.id, compiled.kind.shape(compiled)] as const)
  const names = new Map<string, Shape>([...givenShapes(library), ...shapes])
  const orders = new Map(shells.map(shell => [shell.compiled.id, shell.order + 0.999]))
  const ordered = orderComputed(definition.computed ?? [], { names, orders }, faults)
  const place: Place = { ...ordered, before: Number.POSITIVE_INFINITY, faults }
  for (const shell of shells) compileField(shell, place)

  const flow: Flow = {
    definition,
    library,
    ...compilePages(pages, place),
    fieldById: new Map(shells.map(shell => [shell.compiled.id, shell.compiled as CompiledField])),
    names: ordered.names,
    computed: compileComputed(definition, ordered.sequence, place),
    eligibility: compileEligibility(definition, place),
    lists: feelLists(library),
    parameterDefaults: Object.fromEntries(
      Object.entries(library.parameters).map(([name, one]) => [name, one.default]),
    ),
  }
  checkStructure({ definition, library, pages }, faults)
  checkTexts({ definition, library, pages, names: ordered.names }, faults)
  const { warnings } = faults
  return faults.faults.length > 0 ? { faults: faults.faults, warnings } : { flow, warnings }
}

function shellPages(
  definition: FormDefinition,
  expansion: { library: FlowLibrary; faults: FaultList },
): PageShell[] {
  let order = 0
  return definition.pages.map((page, index) => {
    const first = order
    const shell = (one: Expanded): Shell => {
      order += 1
      const groupOrder = order
      const inner = expandFields(one.field.fields ?? [], below(one.origin, 'fields'), expansion)
      // Items lie between the group and the next field: 4.001, 4.002 … 4.999 is the group when it is whole.
      const items = inner.map((item, at) =>
        makeShell(item, [], {
          pageId: page.id,
          order: groupOrder + (at + 1) / 1000,
          library: expansion.library,
        }),
      )
      return makeShell(one, items, { pageId: page.id, order: groupOrder, library: expansion.library })
    }
    const expanded = expandFields(page.fields, { path: ['pages', index, 'fields'] }, expansion)
    return { page, index, fields: expanded.map(shell), order: first + 1 }
  })
}

function compilePages(pages: readonly PageShell[], place: Place): Pick<Flow, 'pages' | 'pageById'> {
  const compiled = pages.map(({ page, index, fields, order }): CompiledPage => {
    const origin = { path: ['pages', index, 'when'] }
    const when = compileFeel(page.when, origin, { ...place, before: order, yields: 'condition' })
    if (page.when !== undefined && constantOf(when) === false)
      place.faults.error('never_shown', origin, { id: page.id })
    const { id, slug = page.id, section, title, intro } = page
    return { id, slug, section, title, intro, when, fields: fields.map(field => field.compiled) }
  })
  return { pages: compiled, pageById: new Map(compiled.map(page => [page.id, page])) }
}

function compileComputed(
  definition: FormDefinition,
  sequence: readonly string[],
  place: Place,
): Flow['computed'] {
  const computed = definition.computed ?? []
  const programs = sequence.flatMap(id => {
    const index = computed.findIndex(one => one.id === id)
    const program = compileFeel(
      computed[index]?.value,
      { path: ['computed', index, 'value'] },
      { ...place, yields: 'value' },
    )
    return program ? [[id, program] as const] : []
  })
  return new Map(programs)
}

function compileEligibility(definition: FormDefinition, place: Place): CompiledEligibility[] {
  return (definition.eligibility ?? []).flatMap((one, index) => {
    const program = compileFeel(
      one.when,
      { path: ['eligibility', index, 'when'] },
      { ...place, yields: 'condition' },
    )
    return program ? [{ ...one, program }] : []
  })
}

function feelLists(library: FlowLibrary): Record<string, unknown> {
  const lists = Object.entries(library.codelists).map(([id, list]) => {
    return [id, Object.fromEntries(list.entries.map(entry => [entry.code, { ...entry }]))]
  })
  return Object.fromEntries(lists)
}
