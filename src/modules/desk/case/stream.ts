import type { Language } from '#core/i18n/languages.ts'
import { type DeskCaseView, type FactType, type TimelineEntry, timeline } from '#modules/cases/index.ts'
import type { StreamFilter } from './case-address.ts'

const types: Readonly<Record<Exclude<StreamFilter, 'all'>, readonly FactType[]>> = {
  notes: ['note.added'],
  letters: [
    'submitted',
    'information.requested',
    'information.answered',
    'notice.provided',
    'notice.notified',
    'notice.retrieved',
    'notice.posted',
    'withdrawn',
  ],
}

/** History and notes in one stream, the newest first. */
export function streamOf(view: DeskCaseView, filter: StreamFilter, language: Language): TimelineEntry[] {
  const wanted = filter === 'all' ? undefined : types[filter]
  return timeline(view, 'staff', language)
    .filter(({ seq }) => !wanted || wanted.includes(view.state.facts[seq - 1]!.type))
    .reverse()
}

/** What others did since a page was shown: told to whoever came too late. */
export function sinceVersion(view: DeskCaseView, version: number, language: Language): TimelineEntry[] {
  return timeline(view, 'staff', language).filter(({ seq }) => seq > version)
}
