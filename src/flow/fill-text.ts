import type { Answer } from './answers.ts'
import type { Lang, Parameter, Text } from './format.ts'
import type { CompiledField, Flow } from './model.ts'
import type { OpenFlow } from './open/state.ts'
import { readableDate, readableMoney, readableMonthDay, readableNumber } from './readable.ts'
import { fillIn, say } from './say.ts'

/** What placeholders are filled from: the open form, and inside a group the item with its place. */
export interface Filling {
  readonly flow: Flow
  readonly open: Pick<OpenFlow, 'answers' | 'lookup'>
  readonly lang: Lang
  readonly item?:
    | {
        readonly group: CompiledField
        readonly values: Readonly<Record<string, unknown>>
        readonly index: number
      }
    | undefined
}

/**
 * A text of the package in one language, with its placeholders filled readably.
 *
 *     fillText({ de: 'Ab {param.limit_cm} cm Umfang', … }, { flow, open, lang: 'de' })
 */
export function fillText(text: Text, filling: Filling): string {
  const sentence = text[filling.lang]
  return sentence.includes('{') ? fillIn(sentence, name => wordFor(name, filling)) : sentence
}

function wordFor(name: string, filling: Filling): string {
  const { flow, open, lang, item } = filling
  if (name.startsWith('param.')) return parameterOf(name.slice(6), filling)
  if (item && name === 'n') return String(item.index + 1)
  const inner = item?.group.items.find(field => field.id === name)
  if (item && inner) return answerOf(inner, item.values[name] as Answer | undefined, lang)
  const field = flow.fieldById.get(name)
  return field ? answerOf(field, open.answers[name], lang) : readable(open.lookup(name), lang)
}

function answerOf(field: CompiledField, value: Answer | undefined, lang: Lang): string {
  return value === undefined ? '' : field.kind.tell(field, value, lang)
}

function parameterOf(name: string, { flow, open, lang }: Filling): string {
  const given = open.lookup('param') as Readonly<Record<string, unknown>>
  return readableParameter(given[name], { parameter: flow.library.parameters[name], lang, flow })
}

interface Reading {
  readonly parameter: Parameter | undefined
  readonly lang: Lang
  readonly flow: Flow
}

function readableParameter(value: unknown, { parameter, lang, flow }: Reading): string {
  if (parameter?.type === 'money' && typeof value === 'number') return readableMoney(value, lang)
  if (parameter?.type === 'date_md' && typeof value === 'string') return readableMonthDay(value, lang)
  if (parameter?.type === 'codes' && Array.isArray(value)) {
    const entries = flow.library.codelists[parameter.codelist ?? '']?.entries ?? []
    return value
      .map(code => entries.find(entry => entry.code === code)?.label[lang] ?? String(code))
      .join(', ')
  }
  return readable(value, lang)
}

/** A FEEL value as people read it; lists with commas. */
function readable(value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return readableNumber(value, lang)
  if (typeof value === 'boolean') return say(lang, value ? 'tell.yes' : 'tell.no')
  if (Array.isArray(value)) return value.map(one => readable(one, lang)).join(', ')
  return readableDate(String(value), lang)
}
