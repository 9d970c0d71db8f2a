import { RESERVED } from '../feel/names.ts'
import type { FlowLibrary, FormDefinition } from '../format.ts'
import { below, type FaultList, type Origin } from './faults.ts'
import { checkFieldStructure } from './field-structure.ts'
import type { PageShell, Shell } from './shell.ts'

export interface Structure {
  readonly definition: FormDefinition
  readonly library: FlowLibrary
  readonly pages: readonly PageShell[]
}

/** More questions on one page than people take in at once. */
const MAX_FIELDS = 8
const FIELD_ID = /^[a-z][a-z0-9_]*$/
const PAGE_ID = /^[a-z][a-z0-9-]*$/

/** Ids, sections, pages and fields: everything that can be seen without running a condition. */
export function checkStructure(structure: Structure, faults: FaultList): void {
  checkSections(structure, faults)
  for (const page of structure.pages) checkPage(page, faults)
  checkIds(structure, faults)
  for (const shell of structure.pages.flatMap(page => page.fields)) {
    checkFieldStructure(shell, { library: structure.library, faults })
  }
  checkPageReferences(structure.definition, faults)
}

function checkSections({ definition }: Structure, faults: FaultList): void {
  const ids = definition.sections.map(section => section.id)
  onlyOnce(ids, (id, index) => faults.error('duplicate_id', { path: ['sections', index, 'id'] }, { id }))
  definition.pages.forEach((page, index) => {
    const origin = { path: ['pages', index, 'section'] }
    if (!ids.includes(page.section))
      faults.error('unknown_section', origin, { section: page.section, sections: ids.join(', ') })
  })
  ids.forEach((section, index) => {
    const isUsed = definition.pages.some(page => page.section === section)
    if (!isUsed) faults.warn('unused_section', { path: ['sections', index, 'id'] }, { section })
  })
}

function checkPage({ page, index, fields }: PageShell, faults: FaultList): void {
  const origin = { path: ['pages', index] }
  const asked = fields.filter(shell => shell.compiled.field.type !== 'info')
  if (fields.length === 0) faults.error('no_fields', origin, { page: page.id })
  if (asked.length > MAX_FIELDS) {
    faults.warn('too_many_fields', origin, {
      page: page.id,
      count: String(asked.length),
      most: String(MAX_FIELDS),
    })
  }
  const group = asked.find(shell => shell.compiled.field.type === 'group')
  if (group && asked.length > 1)
    faults.error('group_not_alone', group.origin, { page: page.id, id: group.compiled.id })
}

function checkIds({ definition, pages }: Structure, faults: FaultList): void {
  const pageIds = definition.pages.map(page => page.id)
  onlyOnce(pageIds, (id, index) => faults.error('duplicate_id', { path: ['pages', index, 'id'] }, { id }))
  const slugs = definition.pages.map(page => page.slug ?? page.id)
  onlyOnce(slugs, (slug, index) =>
    faults.error('duplicate_slug', { path: ['pages', index, 'slug'] }, { slug }),
  )
  definition.pages.forEach((page, index) => {
    for (const key of ['id', 'slug'] as const) {
      const id = page[key]
      if (id !== undefined && !PAGE_ID.test(id))
        faults.error('bad_id', { path: ['pages', index, key] }, { id })
    }
  })
  const computed = (definition.computed ?? []).map((one, index) => ({
    id: one.id,
    origin: { path: ['computed', index, 'id'] },
  }))
  const fields = pages.flatMap(page => page.fields).map(named)
  checkNames([...fields, ...computed], faults)
  for (const shell of pages.flatMap(page => page.fields)) checkNames(shell.items.map(named), faults)
}

interface Named {
  readonly id: string
  readonly origin: Origin
}

function named(shell: Shell): Named {
  return { id: shell.compiled.id, origin: below(shell.origin, 'id') }
}

function checkNames(all: readonly Named[], faults: FaultList): void {
  const ids = all.map(one => one.id)
  onlyOnce(ids, (id, index) => faults.error('duplicate_id', all[index]!.origin, { id }))
  for (const { id, origin } of all) {
    if (!FIELD_ID.test(id)) faults.error('bad_id', origin, { id })
    if (RESERVED.has(id)) faults.error('reserved_id', origin, { id })
  }
}

function onlyOnce(values: readonly string[], found: (value: string, index: number) => void): void {
  const seen = new Set<string>()
  values.forEach((value, index) => {
    if (seen.has(value)) found(value, index)
    seen.add(value)
  })
}

function checkPageReferences(definition: FormDefinition, faults: FaultList): void {
  const pages = definition.pages.map(page => page.id)
  const demand = (page: string, path: (string | number)[]) => {
    if (!pages.includes(page)) faults.error('unknown_page', { path }, { page, pages: pages.join(', ') })
  }
  definition.eligibility?.forEach((one, index) => void demand(one.after, ['eligibility', index, 'after']))
  definition.extension_points?.forEach(
    (one, index) => void demand(one.page, ['extension_points', index, 'page']),
  )
  if (definition.pages.every(page => page.when !== undefined))
    faults.error('no_sure_page', { path: ['pages'] })
}
