import type { Language } from '#core/i18n/languages.ts'
import type { CaseView } from '#modules/cases/index.ts'

type Sections = CaseView['readable']['german']
export type AnswerEntry = Sections[number]['entries'][number]

/** The text as it was received: in German, or as the applicant read it where the desk reads English as well. */
export function answersIn({ readable }: Pick<CaseView, 'readable'>, language: Language): Sections {
  return language === 'en' && readable.language === 'en' ? readable.own : readable.german
}

/** Entries of one section under the headings of its group items ("Baum 1"); the section's own come first. */
export function groupByItem(
  entries: readonly AnswerEntry[],
): { item: string | undefined; entries: AnswerEntry[] }[] {
  const groups = new Map<string | undefined, AnswerEntry[]>()
  for (const entry of entries) groups.set(entry.item, [...(groups.get(entry.item) ?? []), entry])
  return [...groups].map(([item, list]) => ({ item, entries: list }))
}

/** The answers that belong to a check: questions by name, in an item's check also those of the item. */
export function evidenceFor(
  sections: Sections,
  { evidence, item }: { evidence: readonly string[]; item?: { group: string; index: number } | undefined },
): AnswerEntry[] {
  const names = new Set(
    evidence.flatMap(name => (item ? [name, `${item.group}.${item.index}.${name}`] : [name])),
  )
  // A group named as a whole would fill the screen: its items are one click away among the answers.
  return sections.flatMap(section => section.entries).filter(entry => names.has(entry.field))
}

/** The heading of the item a check is about: "Baum 1". */
export function itemHeading(
  sections: Sections,
  item: { group: string; index: number } | undefined,
): string | undefined {
  if (!item) return undefined
  const prefix = `${item.group}.${item.index}.`
  return sections.flatMap(section => section.entries).find(entry => entry.field.startsWith(prefix))?.item
}
