import type { Names } from '../feel/analyse.ts'
import { closest } from '../feel/closest.ts'
import { LANGS } from '../format.ts'
import { below, type FaultList, type Origin } from './faults.ts'
import type { Shell } from './shell.ts'
import type { Structure } from './structure.ts'

/** Every text is there in every language, and its placeholders name something. */
export function checkTexts(
  { definition, library, pages, names }: Structure & { names: Names },
  faults: FaultList,
): void {
  const known = [...names.keys(), ...Object.keys(library.parameters).map(name => `param.${name}`)]
  const { sections, eligibility } = definition
  for (const part of [{ sections }, { eligibility }]) checkTextsIn(part, { path: [] }, { known, faults })
  for (const { page, index, fields } of pages) {
    const { fields: _, ...own } = page
    checkTextsIn(own, { path: ['pages', index] }, { known, faults })
    for (const field of fields) checkFieldTexts(field, { known, faults })
  }
}

interface Known {
  readonly known: readonly string[]
  readonly faults: FaultList
}

function checkFieldTexts({ compiled, origin, items }: Shell, { known, faults }: Known): void {
  const { fields: _, item, ...own } = compiled.field
  checkTextsIn(own, origin, { known, faults })
  const inside = [...known, 'n', ...items.map(inner => inner.compiled.id)]
  if (item) checkTextsIn({ item }, origin, { known: inside, faults })
  for (const inner of items) checkFieldTexts(inner, { known: inside, faults })
}

/** Finds all texts in a part of a definition, however deep. */
function checkTextsIn(part: unknown, origin: Origin, around: Known): void {
  if (typeof part !== 'object' || part === null) return
  if (isText(part)) {
    checkText(part, origin, around)
    return
  }
  for (const [key, inner] of Object.entries(part)) {
    checkTextsIn(inner, below(origin, Array.isArray(part) ? Number(key) : key), around)
  }
}

function isText(part: object): part is Partial<Record<string, string>> {
  return (
    LANGS.some(lang => lang in part) &&
    Object.values(part).every(value => typeof value === 'string' || value === null)
  )
}

function checkText(
  text: Partial<Record<string, string | null>>,
  origin: Origin,
  { known, faults }: Known,
): void {
  for (const lang of LANGS) {
    const sentence = text[lang]
    if (!sentence?.trim()) faults.error('missing_language', origin, { lang })
    for (const [, name = ''] of (sentence ?? '').matchAll(/\{([^{}]*)\}/g)) {
      if (!known.includes(name)) {
        faults.error('unknown_placeholder', below(origin, lang), {
          name: `{${name}}`,
          near: closest(name, known),
        })
      }
    }
  }
}
