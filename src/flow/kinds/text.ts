import { rawText } from '../answers.ts'
import { type CharacterSet, foreignCharacters } from '../characters.ts'
import { TEXT } from '../feel/shape.ts'
import type { CompiledField, Kind, Problem } from '../model.ts'

const MAX_LINE = 200
const MAX_LINES = 5000

/** How long an answer may be when the package does not say. */
function longest(field: CompiledField): number {
  return field.field.max_length ?? (field.field.type === 'longtext' ? MAX_LINES : MAX_LINE)
}

/** NFC, blanks at the ends taken away, line breaks as "\n". */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/** Problems every written answer may have: length and characters. */
export function textProblems(field: CompiledField, text: string, set: CharacterSet): Problem[] {
  const count = [...text].length
  const most = longest(field)
  if (count > most) return [{ code: 'too_long', values: { most, count } }]
  const least = field.field.min_length ?? 0
  if (count < least) return [{ code: 'too_short', values: { least } }]
  const foreign = foreignCharacters(text, set)
  if (foreign.length === 0) return []
  return [
    { code: 'characters', values: { characters: foreign.slice(0, 5).map(readableCharacter).join(' ') } },
  ]
}

/** A sign that is not seen is named by its code point. */
function readableCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return /[\p{C}\p{Z}\p{M}]/u.test(character)
    ? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
    : `„${character}“`
}

export const textBasis: Omit<Kind, 'check'> = {
  shape: () => TEXT,
  isWell: value => typeof value === 'string',
  read: (field, raw) => ({ value: cleanText(rawText(raw, field.id)) || undefined }),
  show: (id, value) => ({ [id]: String(value) }),
  tell: (_field, value) => String(value),
  feel: value => value,
  unanswered: null,
  parts: [],
}

export const text: Kind = {
  ...textBasis,
  check: (field, value) => textProblems(field, String(value), field.field.characters ?? 'line'),
}

export const longtext: Kind = {
  ...textBasis,
  check: (field, value) => textProblems(field, String(value), 'lines'),
}
