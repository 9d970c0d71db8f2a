import type { ItemAnswer } from '../answers.ts'
import { type Filling, fillText } from '../fill-text.ts'
import type { Told } from '../model.ts'
import { readableDate, readableMoney, readableNumber } from '../readable.ts'
import { hasMessage, say } from '../say.ts'
import type { FieldError } from './state.ts'

/**
 * The sentence for an error or warning in the reader's language.
 *
 *     errorText(error, { flow, open, lang: 'de' }) // Geben Sie bei „Familienname“ etwas ein.
 */
export function errorText(error: Pick<FieldError, 'message' | 'field'>, filling: Filling): string {
  const { message } = error
  const inPlace = { ...filling, item: filling.item ?? itemOf(error.field, filling) }
  if (!('key' in message)) return fillText(message, inPlace)
  const values = Object.entries(message.values).map(([name, value]) => [name, tell(name, value, inPlace)])
  return say(filling.lang, message.key, Object.fromEntries(values))
}

/** `trees.0.height_m` speaks of the first item of the group. */
function itemOf(path: string, { flow, open }: Filling): Filling['item'] {
  const [id = '', place = ''] = path.split('.')
  const group = flow.fieldById.get(id)
  if (!group || !/^\d+$/.test(place)) return undefined
  const items = (open.answers[id] ?? []) as readonly ItemAnswer[]
  return { group, index: Number(place), values: items[Number(place)] ?? {} }
}

function tell(name: string, value: Told, filling: Filling): string {
  const { lang } = filling
  if (typeof value === 'number') return readableNumber(value, lang)
  if (typeof value === 'string')
    return name === 'part' && hasMessage(`part.${value}`) ? say(lang, `part.${value}`) : value
  if ('cents' in value) return readableMoney(value.cents, lang)
  if ('day' in value) return readableDate(value.day, lang)
  if ('amount' in value) return `${readableNumber(value.amount, lang)} ${value.unit}`
  return fillText(value, filling)
}
