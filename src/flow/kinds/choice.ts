import { rawText } from '../answers.ts'
import { BOOLEAN, listOf, type Shape } from '../feel/shape.ts'
import type { Lang } from '../format.ts'
import type { CompiledField, Kind } from '../model.ts'
import { say } from '../say.ts'

function optionShape(field: CompiledField): Shape {
  return { kind: 'text', values: new Set(field.options.keys()) }
}

function optionLabel(field: CompiledField, value: string, lang: Lang): string {
  return field.options.get(value)?.label[lang] ?? value
}

export const choice: Kind = {
  shape: optionShape,
  isWell: value => typeof value === 'string',
  read(field, raw) {
    const value = rawText(raw, field.id)
    if (value === '') return { value: undefined }
    return field.options.has(value) ? { value } : { value: undefined, problem: { code: 'choice' } }
  },
  check: (field, value) => (field.options.has(String(value)) ? [] : [{ code: 'choice' }]),
  show: (id, value) => ({ [id]: String(value) }),
  tell: (field, value, lang) => optionLabel(field, String(value), lang),
  feel: value => value,
  unanswered: null,
  parts: [],
}

export const multichoice: Kind = {
  shape: field => listOf(optionShape(field)),
  isWell: value => Array.isArray(value) && value.every(one => typeof one === 'string'),
  read(field, raw) {
    const posted = raw[field.id]
    const values = [...new Set(typeof posted === 'string' ? [posted] : (posted ?? []))].filter(
      value => value !== '',
    )
    if (values.length === 0) return { value: undefined }
    if (values.some(value => !field.options.has(value)))
      return { value: undefined, problem: { code: 'choice' } }
    return { value: values }
  },
  check: (field, value) =>
    (value as string[]).every(one => field.options.has(one)) ? [] : [{ code: 'choice' }],
  show: (id, value) => ({ [id]: [...(value as string[])] }),
  tell: (field, value, lang) => (value as string[]).map(one => optionLabel(field, one, lang)).join(', '),
  feel: value => value,
  unanswered: [],
  parts: [],
}

export const yesno: Kind = {
  shape: () => BOOLEAN,
  isWell: value => typeof value === 'boolean',
  read(field, raw) {
    const value = rawText(raw, field.id)
    if (value === '') return { value: undefined }
    if (value === 'yes' || value === 'no') return { value: value === 'yes' }
    return { value: undefined, problem: { code: 'required.yesno' } }
  },
  check: () => [],
  show: (id, value) => ({ [id]: value === true ? 'yes' : 'no' }),
  tell: (_field, value, lang) => say(lang, value === true ? 'tell.yes' : 'tell.no'),
  feel: value => value,
  unanswered: null,
  parts: [],
}

/** Only `true` is stored: what is not confirmed was not said. */
export const declaration: Kind = {
  ...yesno,
  isWell: value => value === true,
  read: (field, raw) => ({
    value: ['yes', 'on', 'true'].includes(rawText(raw, field.id)) ? true : undefined,
  }),
  show: id => ({ [id]: 'yes' }),
  tell: (_field, _value, lang) => say(lang, 'tell.confirmed'),
}

/** Says something, asks nothing. */
export const info: Kind = {
  ...yesno,
  isWell: () => false,
  read: () => ({ value: undefined }),
  show: () => ({}),
}
