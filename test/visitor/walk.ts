import { randomUUID } from 'node:crypto'
import { type Answers, findItem, openFlow, showFields, showPage } from '#flow/index.ts'
import type { PublishedPackage, WalkDefinition } from '#modules/catalogue/index.ts'
import type { Browser, FileField, Seen } from './browser.ts'
import { fileOf } from './files.ts'

export interface Journey {
  readonly package: PublishedPackage
  readonly walk: WalkDefinition
  /** Offered by the portal, parameters included. */
  readonly param: Readonly<Record<string, unknown>>
  readonly portal: string
}

/** Where a journey stands: the draft's address and the requests it took. */
export interface Walked {
  readonly draft: string
  readonly review: Seen
  readonly pages: readonly string[]
}

/** The same walk in a later year: its days moved by whole years, until the day on which it is walked has come. */
export function inYears(walk: WalkDefinition, today: string): WalkDefinition {
  let later = 0
  while (`${Number(walk.today.slice(0, 4)) + later}${walk.today.slice(4)}` < today) later++
  const text = JSON.stringify(walk).replaceAll(
    /"(\d{4})(-\d{2}-\d{2})"/g,
    (_day, year: string, rest: string) => {
      return `"${Number(year) + later}${rest}"`
    },
  )
  return { ...(JSON.parse(text) as WalkDefinition), today: later > 0 ? today : walk.today }
}

const patience = 4

/**
 * Fills in a form as a resident without JavaScript would, from a package's walk, up to the review page.
 * @throws Error naming the page when an answer is refused or the journey leaves the path
 */
export async function walkToReview(browser: Browser, journey: Journey): Promise<Walked> {
  const { portal, walk } = journey
  const start = `/${portal}/antrag/${journey.package.id}`
  await browser.get(start)
  let seen = await browser.submit(start, {})
  const draft = seen.path.split('/').slice(0, 5).join('/')
  const pages: string[] = []
  for (let step = 0; step < 80; step++) {
    const slug = seen.path.split('?')[0]!.slice(draft.length + 1)
    if (slug === 'pruefen') return { draft, review: seen, pages }
    if (slug.startsWith('hinweis/')) {
      seen = await browser.get(onwardOf(seen))
      continue
    }
    const page = journey.package.flow.pages.find(one => one.slug === slug)
    if (!page || seen.status !== 200) throw new Error(`${walk.name}: lost at ${seen.path} (${seen.status})`)
    pages.push(page.id)
    seen = await answerPage(browser, journey, { draft, slug, page: page.id, seen })
  }
  throw new Error(`${walk.name}: no end after 80 pages`)
}

interface At {
  readonly draft: string
  readonly slug: string
  readonly page: string
  readonly seen: Seen
}

async function answerPage(browser: Browser, journey: Journey, at: At): Promise<Seen> {
  await answerItems(browser, journey, at)
  const { open, files } = await opened(journey)
  const fields = showPage(open, at.page)
  const uploads = files.filter(file =>
    journey.package.flow.pages.some(one => one.id === at.page && hasField(one, file.field)),
  )
  return persist(browser, `${at.draft}/${at.slug}`, { fields, files: uploads })
}

function hasField(page: { fields: readonly { id: string }[] }, id: string): boolean {
  return page.fields.some(field => field.id === id)
}

/** Sends until the page lets go: fields that appear are answered, warnings are acknowledged. */
async function persist(
  browser: Browser,
  path: string,
  form: {
    fields: Readonly<Record<string, string | readonly string[] | undefined>>
    files: readonly FileField[]
  },
): Promise<Seen> {
  let fields = form.fields
  let files = form.files
  for (let attempt = 0; attempt < patience; attempt++) {
    const seen = await browser.post(path, fields, files)
    if (seen.location) return browser.get(seen.location)
    files = []
    const warned = [...seen.body.matchAll(/name="_warned" value="([^"]*)"/g)].map(match => match[1]!)
    fields = { ...fields, _warned: warned }
    if (attempt === patience - 1) throw new Error(`${path} is refused: ${errorsIn(seen.body)}`)
  }
  throw new Error('unreachable')
}

function errorsIn(body: string): string {
  return [...body.matchAll(/<a href="#[^"]*">([^<]+)</g)]
    .map(match => match[1])
    .join(' | ')
    .slice(0, 400)
}

async function answerItems(browser: Browser, journey: Journey, at: At): Promise<void> {
  const page = journey.package.flow.pages.find(one => one.id === at.page)!
  for (const group of page.fields.filter(field => field.field.type === 'group')) {
    const { open, files, answers } = await opened(journey)
    const items = (answers[group.id] ?? []) as readonly { _id: string }[]
    for (const [index, { _id }] of items.entries()) {
      const item = findItem(open, { pageId: at.page, groupId: group.id, itemId: _id })
      const own = files.filter(file => file.field.startsWith(`${group.id}.${index}.`))
      await persist(browser, `${at.draft}/${at.slug}/${group.id}/${randomUUID()}`, {
        fields: showFields(item?.fields ?? []),
        files: own.map(file => ({ ...file, field: file.field.split('.')[2]! })),
      })
    }
  }
}

/** The walk's answers as if all were stored: from them each page's form values are taken. */
async function opened({ package: pack, walk, param }: Journey) {
  const answers: Record<string, unknown> = Object.assign({}, ...Object.values(walk.answers))
  for (const [name, value] of Object.entries(answers)) {
    if (!Array.isArray(value) || typeof value[0] !== 'object') continue
    answers[name] = value.map((item, index) => ({ _id: itemIds[index] ?? randomUUID(), ...item }))
  }
  const files: FileField[] = []
  for (const [field, list] of Object.entries(walk.uploads ?? {})) {
    for (const { name, type } of list) files.push(await fileOf(type, field, name))
  }
  const open = openFlow(pack.flow, answers as Answers, {
    today: walk.today,
    param: { ...param, ...walk.param },
  })
  return { open, files, answers: answers as Answers }
}

const itemIds = Array.from({ length: 40 }, () => randomUUID())

/** The primary button of a note: on with the application. */
function onwardOf(seen: Seen): string {
  const button = /<a[^>]*kern-btn--primary[^>]*>/.exec(seen.body)?.[0] ?? ''
  const href = /href="([^"]+)"/.exec(button)?.[1]
  if (!href) throw new Error(`${seen.path} shows no way on`)
  return href.replaceAll('&amp;', '&')
}
