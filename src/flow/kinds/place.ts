import type { AddressAnswer, MapPointAnswer, ParcelAnswer } from '../answers.ts'
import { type Raw, rawText } from '../answers.ts'
import { foreignCharacters } from '../characters.ts'
import { contextOf, NUMBER, TEXT } from '../feel/shape.ts'
import type { Kind, Problem, Read } from '../model.ts'
import { say } from '../say.ts'
import { parseNumber } from './number.ts'
import { cleanText } from './text.ts'

/** Longest part of an address or parcel. */
const MAX_PART = 120

function readParts(raw: Raw, id: string, parts: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {}
  for (const part of parts) {
    const value = cleanText(rawText(raw, `${id}.${part}`))
    if (value !== '') read[part] = value
  }
  return read
}

function isTextRecord(value: unknown, parts: readonly string[]): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([part, text]) => parts.includes(part) && typeof text === 'string')
}

function partProblems(
  value: Readonly<Record<string, string | undefined>>,
  needed: readonly string[],
): Problem[] {
  const problems: Problem[] = needed
    .filter(part => !value[part])
    .map(part => ({ code: 'required.part', part }))
  for (const [part, text = ''] of Object.entries(value)) {
    if (text.length > MAX_PART)
      problems.push({ code: 'too_long', part, values: { most: MAX_PART, count: text.length } })
    const foreign = foreignCharacters(text, 'line')
    if (foreign.length > 0)
      problems.push({ code: 'characters', part, values: { characters: foreign.slice(0, 5).join(' ') } })
  }
  return problems
}

function showParts(id: string, value: unknown): Record<string, string> {
  const entries = Object.entries(value as Record<string, string | number>)
  return Object.fromEntries(entries.map(([part, text]) => [`${id}.${part}`, String(text)]))
}

/** FEEL sees every part, null where nothing stands. */
function feelParts(value: unknown, parts: readonly string[]): Record<string, unknown> {
  const given = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(parts.map(part => [part, given[part] ?? null]))
}

function shapeOf(parts: readonly string[], shape = TEXT) {
  return contextOf(Object.fromEntries(parts.map(part => [part, shape])))
}

const ADDRESS = ['street', 'house_number', 'addition', 'postcode', 'town', 'ars']

export const address: Kind = {
  shape: () => shapeOf(ADDRESS),
  isWell: value => isTextRecord(value, ADDRESS),
  read(field, raw) {
    const parts = readParts(raw, field.id, ADDRESS)
    const typed = Object.keys(parts).some(part => part !== 'ars')
    return { value: typed ? (parts as unknown as AddressAnswer) : undefined }
  },
  check(_field, value) {
    const given = value as AddressAnswer
    const problems = partProblems({ ...given }, ['street', 'house_number', 'postcode', 'town'])
    if (given.postcode && !/^\d{5}$/.test(given.postcode))
      problems.push({ code: 'postcode', part: 'postcode' })
    if (given.house_number && !/\d/.test(given.house_number))
      problems.push({ code: 'house_number', part: 'house_number' })
    return problems
  },
  show: showParts,
  tell(_field, value) {
    const { street, house_number, addition, postcode, town } = value as AddressAnswer
    const lines = [
      [street, house_number].filter(Boolean).join(' '),
      addition,
      [postcode, town].filter(Boolean).join(' '),
    ]
    return lines.filter(Boolean).join(', ')
  },
  feel: value => feelParts(value, ADDRESS),
  unanswered: null,
  parts: ADDRESS,
}

const PARCEL = ['district', 'field', 'numerator', 'denominator']

export const parcel: Kind = {
  shape: () => shapeOf(PARCEL),
  isWell: value => isTextRecord(value, PARCEL),
  read(field, raw) {
    const parts = readParts(raw, field.id, PARCEL)
    // Many type "123/4" into the first field.
    const split = /^(\d+)\s*\/\s*(\d+)$/.exec(parts.numerator ?? '')
    const whole =
      split && !parts.denominator ? { ...parts, numerator: split[1], denominator: split[2] } : parts
    return { value: Object.keys(whole).length > 0 ? (whole as unknown as ParcelAnswer) : undefined }
  },
  // Not every Land has a Flur, so it is not demanded.
  check(_field, value) {
    const given = value as ParcelAnswer
    const problems = partProblems({ ...given }, ['district', 'numerator'])
    for (const part of ['numerator', 'denominator'] as const) {
      if (given[part] && !/^\d{1,6}$/.test(given[part])) problems.push({ code: 'parcel_number', part })
    }
    return problems
  },
  show: showParts,
  tell(_field, value, lang) {
    const { district = '', field = '', numerator = '', denominator } = value as ParcelAnswer
    const number = denominator ? `${numerator}/${denominator}` : numerator
    return say(lang, field ? 'tell.parcel' : 'tell.parcel_without_field', { district, field, number })
  },
  feel: value => feelParts(value, PARCEL),
  unanswered: null,
  parts: PARCEL,
}

function readPoint(raw: Raw, id: string): Read {
  const [lat, lon] = ['lat', 'lon'].map(part => rawText(raw, `${id}.${part}`).trim())
  if (!lat && !lon) return { value: undefined }
  // Maps write a point, people a comma: both are the decimal sign here.
  const [y, x] = [lat, lon].map(text => parseNumber((text ?? '').replace('.', ',')))
  if (y === undefined || x === undefined) return { value: undefined, problem: { code: 'mappoint' } }
  return { value: { lat: Math.round(y * 1e6) / 1e6, lon: Math.round(x * 1e6) / 1e6 } }
}

export const mappoint: Kind = {
  shape: () => shapeOf(['lat', 'lon'], NUMBER),
  isWell(value) {
    const { lat, lon } = (value ?? {}) as Partial<MapPointAnswer>
    return Number.isFinite(lat) && Number.isFinite(lon)
  },
  read: (field, raw) => readPoint(raw, field.id),
  check(_field, value) {
    const { lat, lon } = value as MapPointAnswer
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [] : [{ code: 'mappoint' }]
  },
  show: showParts,
  tell: (_field, value) => `${(value as MapPointAnswer).lat}, ${(value as MapPointAnswer).lon}`,
  feel: value => value,
  unanswered: null,
  parts: ['lat', 'lon'],
}
