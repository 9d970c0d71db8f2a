import type { Locator } from 'playwright-core'
import type { Answer, CompiledField, FieldType } from '#flow/index.ts'
import { uiWords, type Words } from '#ui/index.ts'
import type { Hand } from './hand.ts'
import type { Journey } from './journey.ts'

/** A question before somebody, with the answer she wants to give. */
export interface Asked {
  readonly journey: Journey
  readonly hand: Hand
  /** Where the question stands: the page's main part. */
  readonly main: Locator
  readonly field: CompiledField
  readonly value: Answer
}

/** Answers a question as people do: finds it by the words that stand there, in the language they read. */
export async function answerField(asked: Asked): Promise<void> {
  const answer = answering[asked.field.field.type] ?? answerText
  await answer(asked)
}

const answering: Partial<Record<FieldType, (asked: Asked) => Promise<void>>> = {
  yesno: ({ value, ...asked }) => choose(asked, words(asked)[value === true ? 'yes' : 'no']),
  choice: answerChoice,
  multichoice: async asked => {
    for (const one of asked.value as readonly string[])
      await asked.hand.tick(group(asked).getByLabel(optionOf(asked, one), { exact: true }))
  },
  date: asked => answerParts(asked, ({ day, month, year }) => ({ day, month, year })),
  address: asked =>
    answerParts(asked, ({ street, house_number, addition, postcode, town }) => {
      return { street, house_number, addition, postcode, town }
    }),
  parcel: asked =>
    answerParts(asked, ({ parcel_district, parcel_field, parcel_numerator, parcel_denominator }) => ({
      district: parcel_district,
      field: parcel_field,
      numerator: parcel_numerator,
      denominator: parcel_denominator,
    })),
  mappoint: asked =>
    answerParts(asked, ({ map_latitude, map_longitude }) => ({ lat: map_latitude, lon: map_longitude })),
  declaration: ({ main, hand, journey, field }) =>
    hand.tick(main.getByLabel(journey.say(field.field.text!), { exact: true })),
}

async function answerText(asked: Asked): Promise<void> {
  await asked.hand.type(asked.main.getByLabel(labelOf(asked)), shownOf(asked)[''] ?? '')
}

async function answerChoice(asked: Asked): Promise<void> {
  const option = optionOf(asked, String(asked.value))
  const list = asked.main.getByRole('combobox', { name: labelOf(asked) })
  if ((await list.count()) > 0) return asked.hand.pick(list, option)
  return choose(asked, option)
}

async function choose(asked: Omit<Asked, 'value'>, option: string): Promise<void> {
  await asked.hand.choose(group(asked).getByLabel(option, { exact: true }))
}

/** An answer in several boxes, each with a label of its own. */
async function answerParts(
  asked: Asked,
  labels: (words: Words) => Readonly<Record<string, string>>,
): Promise<void> {
  const shown = shownOf(asked)
  for (const [part, label] of Object.entries(labels(words(asked)))) {
    const text = shown[part]
    if (text) await asked.hand.type(group(asked).getByLabel(label, { exact: true }), text)
  }
}

const words = ({ journey }: Pick<Asked, 'journey'>) => uiWords(journey.lang)

const group = (asked: Omit<Asked, 'value'>) => asked.main.getByRole('group', { name: labelOf(asked) })

const labelOf = ({ journey, field }: Pick<Asked, 'journey' | 'field'>) => journey.say(field.field.label!)

function optionOf({ field, journey }: Asked, value: string): string {
  return journey.say(field.options.get(value)!.label)
}

/** What to type into which box, as the form itself writes the answer; the empty name is the question's only box. */
function shownOf({ field, value }: Asked): Record<string, string> {
  const shown = Object.entries(field.kind.show(field.id, value))
  return Object.fromEntries(
    shown.map(([name, text]) => [name.slice(field.id.length + 1), [text ?? ''].flat()[0]!]),
  )
}
