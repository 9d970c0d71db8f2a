import { fill } from '#core/i18n/messages.ts'
import type { Facts, TextPage, TextSection } from './model.ts'

const blank = /\{(\w+)\}/g

/**
 * The page with its blanks filled. A section whose facts are not all known is left out as a whole: no page shows
 * an empty place or a brace.
 */
export function fillPage(page: TextPage, facts: Facts): TextPage {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as Record<
    string,
    string
  >
  const isKnown = (text: string) => [...text.matchAll(blank)].every(([, name = '']) => name in known)
  const filled = (section: TextSection): TextSection => ({
    title: fill(section.title, known),
    text: fill(section.text, known),
    points: section.points?.map(point => fill(point, known)),
  })
  return {
    title: page.title,
    lead: page.lead,
    sections: page.sections
      .filter(section => [section.text, ...(section.points ?? [])].every(isKnown))
      .map(filled),
  }
}
