import type { CaseView } from '#modules/cases/index.ts'
import { Details, SummaryList } from '#ui/index.ts'
import type { OwnVisit } from '../own-page.ts'

type Sections = CaseView['readable']['own']
type Entry = Sections[number]['entries'][number]

/** My answers as I read them when I sent them; folded, because they do not change any more. */
export function AnswersView({ visit, view }: { visit: OwnVisit; view: CaseView }) {
  const { own, german } = view.readable
  const sections = own.length > 0 ? own : german
  return (
    <Details title={visit.t('answers.title')} level={2}>
      {sections.flatMap(section =>
        byItem(section.entries).map(({ item, entries }) => (
          <SummaryList
            key={`${section.section} ${item ?? ''}`}
            level={3}
            title={item ? `${section.title}: ${item}` : section.title}
            rows={entries.map(({ label, value }) => ({ label, value }))}
          />
        )),
      )}
    </Details>
  )
}

function byItem(entries: readonly Entry[]): { item: string | undefined; entries: Entry[] }[] {
  const groups = new Map<string | undefined, Entry[]>()
  for (const entry of entries) groups.set(entry.item, [...(groups.get(entry.item) ?? []), entry])
  return [...groups].map(([item, list]) => ({ item, entries: list }))
}
