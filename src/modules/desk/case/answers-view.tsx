import type { Language } from '#core/i18n/languages.ts'
import type { CaseView } from '#modules/cases/index.ts'
import { SummaryList } from '#ui/index.ts'
import { type AnswerEntry, answersIn, groupByItem } from './answers-of.ts'

/** What was asked and answered, by section; each section can be linked to. */
export function AnswersView({ view, language }: { view: CaseView; language: Language }) {
  return (
    <>
      {answersIn(view, language).map(section => (
        <div key={section.section} id={answerAnchor(section.section)} class="th-stack">
          {groupByItem(section.entries).map(({ item, entries }) => (
            <SummaryList
              key={item ?? ''}
              level={3}
              dense
              title={item ? `${section.title}: ${item}` : section.title}
              rows={entries.map(toRow)}
            />
          ))}
        </div>
      ))}
    </>
  )
}

export const answerAnchor = (section: string) => `angaben-${section}`

const toRow = ({ label, value }: AnswerEntry) => ({ label, value })
