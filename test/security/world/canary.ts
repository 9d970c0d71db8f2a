import type { Journey } from '#test/visitor/walk.ts'

/** Two kinds of templates would compute these. */
export const sums = ['{{7*7}}', '{7*7}'].join('$')

/** Breaks out of an attribute and of text. */
export const canary = `"><img src=x onerror=alert(1)>${sums}`

/** What names may hold: it breaks out of attributes in single quotes. */
const nameCanary = "O'Hart-Wig~"

const fileCanary = '"><img src=x onerror=alert(1)>.jpg'

type Answers = Record<string, unknown>

/** The walk with the canary in every text that its form lets through, in the names of its files and in the decision. */
export function withCanary(journey: Journey): Journey {
  const walk = structuredClone(journey.walk)
  const fields = journey.package.flow.pages.flatMap(page => page.fields)
  for (const answers of Object.values(walk.answers)) sing(answers as Answers, fields)
  for (const files of Object.values(walk.uploads ?? {}))
    for (const file of files) Object.assign(file, { name: fileCanary })
  const decision = walk.decision as unknown as Answers | undefined
  if (decision?.reasons) Object.assign(decision, { texts: { own_words: canary } })
  return { ...journey, walk }
}

type Fields = Journey['package']['flow']['pages'][number]['fields']

function sing(answers: Answers, fields: Fields): void {
  for (const { id, field, items } of fields) {
    const value = answers[id]
    if (value === undefined) continue
    if (field.type === 'text' || field.type === 'longtext')
      answers[id] = field.characters === 'name' ? nameCanary : canary
    // Town and postcode decide who is responsible.
    if (field.type === 'address' && !id.startsWith('place'))
      Object.assign(value as Answers, { street: canary })
    if (Array.isArray(value))
      for (const item of value) if (typeof item === 'object') sing(item as Answers, items)
  }
}
