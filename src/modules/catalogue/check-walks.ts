import { basename } from 'node:path'
import { type Answers, errorText, type Flow, type OpenFlow, openFlow } from '#flow/index.ts'
import type { Reporter } from './check-report.ts'
import type { ServiceDefinition, WalkDefinition } from './load-format.ts'
import type { PackageFile } from './package-files.ts'

export interface WalkAround {
  readonly service: ServiceDefinition
  readonly flow: Flow
  readonly reporter: Reporter
  readonly lang: 'de' | 'en'
}

/** Goes each journey through the form, and warns of pages that none visits. */
export function checkWalks(files: readonly PackageFile[], form: PackageFile, around: WalkAround): void {
  const visited = new Set(files.flatMap(file => checkWalk(file, around)))
  if (files.length === 0) return
  around.flow.pages.forEach((page, index) => {
    if (!visited.has(page.id))
      around.reporter.warn('page_without_walk', { file: form, path: ['pages', index] }, { page: page.id })
  })
}

function checkWalk(file: PackageFile, around: WalkAround): readonly string[] {
  const { flow, service, reporter } = around
  const walk = file.data as WalkDefinition
  const name = basename(file.file, '.yaml')
  if (walk.name !== name) reporter.error('file_name', { file, path: ['name'] }, { id: walk.name, file: name })
  const pages = flow.pages.map(page => page.id)
  for (const page of Object.keys(walk.answers)) {
    if (!pages.includes(page))
      reporter.error(
        'unknown_walk_page',
        { file, path: ['answers', page] },
        { page, pages: pages.join(', ') },
      )
  }
  const outcomes = service.outcomes.map(outcome => outcome.id)
  const { outcome = outcomes[0] ?? '' } = walk.decision ?? {}
  if (!outcomes.includes(outcome))
    reporter.error(
      'unknown_outcome',
      { file, path: ['decision', 'outcome'] },
      { outcome, outcomes: outcomes.join(', ') },
    )
  const open = openFlow(flow, walkAnswers(walk), {
    today: walk.today,
    param: walk.param ?? {},
    portal: walk.portal ?? walk.tenant,
  })
  compareWalk(open, { file, walk, around })
  return open.pages.map(page => page.id)
}

const MEDIA_TYPES = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const

/** The answers of a journey as they would be stored: items get ids, files stand for uploads. */
function walkAnswers(walk: WalkDefinition): Answers {
  const answers = structuredClone(Object.assign({}, ...Object.values(walk.answers))) as Record<
    string,
    unknown
  >
  for (const value of Object.values(answers)) {
    if (!Array.isArray(value)) continue
    value.forEach((item, index) => {
      if (typeof item === 'object' && item !== null) item._id ??= `item-${index + 1}`
    })
  }
  for (const [path, files] of Object.entries(walk.uploads ?? {})) {
    const uploaded = files.map(({ name, type }, index) => ({
      document: `${path}-${index + 1}`,
      name,
      bytes: 1000,
      type: MEDIA_TYPES[type],
    }))
    const [group = '', place, field] = path.split('.')
    const items = answers[group]
    if (field === undefined) answers[path] = uploaded
    else if (Array.isArray(items) && items[Number(place)]) items[Number(place)][field] = uploaded
  }
  return answers as Answers
}

interface Comparing {
  readonly file: PackageFile
  readonly walk: WalkDefinition
  readonly around: WalkAround
}

function compareWalk(open: OpenFlow, { file, walk, around }: Comparing): void {
  const { expect } = walk
  const { reporter, flow, lang } = around
  const met = open.pages.map(page => page.id)
  if (met.join() !== expect.pages.join()) {
    reporter.error(
      'walk_pages',
      { file, path: ['expect', 'pages'] },
      { met: met.join(', '), expected: expect.pages.join(', ') },
    )
  }
  for (const error of open.errors.slice(0, 3)) {
    reporter.error(
      'walk_incomplete',
      { file, path: ['answers', error.page] },
      { field: error.field, message: errorText(error, { flow, open, lang }) },
    )
  }
  const notes = open.eligibility.map(note => note.id)
  if (notes.join() !== (expect.eligibility ?? []).join()) {
    reporter.error(
      'walk_eligibility',
      { file, path: ['expect', 'eligibility'] },
      { met: notes.join(', '), expected: (expect.eligibility ?? []).join(', ') },
    )
  }
  for (const [id, expected] of Object.entries(expect.computed ?? {})) {
    const value = JSON.stringify(open.computed[id] ?? null)
    if (value !== JSON.stringify(expected)) {
      reporter.error(
        'walk_computed',
        { file, path: ['expect', 'computed', id] },
        { id, met: value, expected: JSON.stringify(expected) },
      )
    }
  }
  for (const [page, answers] of Object.entries(walk.answers)) {
    for (const field of Object.keys(answers)) {
      if (!Object.hasOwn(open.answers, field))
        reporter.warn('walk_dropped', { file, path: ['answers', page, field] }, { field })
    }
  }
}
