import type { Answers, CompiledField, CompiledPage, ItemAnswer } from '#flow/index.ts'
import type { Device } from '../stage/device.ts'
import { answerField } from './answer-field.ts'
import { attachFiles } from './attach-files.ts'
import type { Hand } from './hand.ts'
import type { Journey } from './journey.ts'
import { formWords } from './words.ts'

export interface Walking {
  readonly journey: Journey
  readonly hand: Hand
  /** What happens on a page before it is answered, by the page's id. */
  readonly before?: Readonly<Record<string, () => Promise<void>>> | undefined
  /** Called for each page, after its questions are answered and before "Weiter". */
  readonly look?: ((state: string) => Promise<void>) | undefined
  /** Leaves the form here, unanswered. */
  readonly until?: string | undefined
}

const most_steps = 60
/** A page may bring further questions or warn once. */
const most_tries = 3

/**
 * Answers page after page from wherever the form stands, up to the review page.
 * @returns the ids of the pages that were answered
 * @throws Error when the form leads elsewhere
 */
export async function walkForm(device: Device, walking: Walking): Promise<string[]> {
  const answered: string[] = []
  for (let step = 0; step < most_steps; step++) {
    const page = pageAt(device, walking.journey)
    if (page === 'pruefen' || page === walking.until) return answered
    const found = walking.journey.package.flow.pageById.get(page)
    if (!found) throw new Error(`the form led to ${device.page.url()}`)
    await walking.before?.[page]?.()
    await answerPage(device, walking, found)
    if (answered.at(-1) !== page) answered.push(page)
  }
  throw new Error(`no review page after ${most_steps} steps`)
}

/** The page's id in the package, or the word that stands in its place (`pruefen`). */
function pageAt({ page }: Device, { package: { flow } }: Journey): string {
  const slug = new URL(page.url()).pathname.split('/').slice(5).join('/')
  return flow.pages.find(one => one.slug === slug)?.id ?? slug
}

async function answerPage(device: Device, walking: Walking, page: CompiledPage): Promise<void> {
  const { journey, hand, look } = walking
  const answers = answersOf(journey)
  const { next } = formWords(journey.lang)
  for (const group of page.fields.filter(({ field }) => field.type === 'group')) {
    for (const [index, values] of ((answers[group.id] ?? []) as readonly ItemAnswer[]).entries())
      await answerItem(device, walking, { group, index, values: values as unknown as Answers })
  }
  for (let tries = 0; tries < most_tries && pageAt(device, journey) === page.id; tries++) {
    await answerFields(device, walking, { fields: page.fields, values: answers, prefix: '' })
    await look?.(`question ${page.id}`)
    await device.follow(() => hand.press(device.page.getByRole('button', { name: next, exact: true })))
  }
}

interface Item {
  readonly group: CompiledField
  readonly index: number
  readonly values: Answers
}

async function answerItem(device: Device, walking: Walking, { group, index, values }: Item): Promise<void> {
  const { journey, hand, look } = walking
  const { add, save } = formWords(journey.lang)
  const title = journey.say(group.field.item!, { group, values: {}, index })
  await device.follow(() => hand.press(device.page.getByRole('link', { name: add(title) })))
  await answerFields(device, walking, { fields: group.items, values, prefix: `${group.id}.${index}.` })
  await look?.(`entry ${group.id}`)
  await device.follow(() => hand.press(device.page.getByRole('button', { name: save(title) })))
}

interface Questions {
  readonly fields: readonly CompiledField[]
  readonly values: Answers
  readonly prefix: string
}

async function answerFields(device: Device, walking: Walking, questions: Questions): Promise<void> {
  const { journey, hand } = walking
  const main = device.page.getByRole('main')
  for (const field of questions.fields) {
    const files = journey.walk.uploads?.[`${questions.prefix}${field.id}`]
    const value = questions.values[field.id]
    if (files) await attachFiles(device, { hand, journey, field, files })
    else if (value !== undefined && field.field.type !== 'group')
      await answerField({ journey, hand, main, field, value })
  }
}

function answersOf({ walk }: Journey): Answers {
  return Object.assign({}, ...Object.values(walk.answers)) as Answers
}
