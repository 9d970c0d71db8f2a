import { formatDateTime } from '#core/i18n/format.ts'
import type { DeskCaseView } from '#modules/cases/index.ts'
import { Actions, Button, Chips, Form, LongTextField, Prose, Timeline, uiWords } from '#ui/index.ts'
import { csrfOf, type Errors, errorOf } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { type StreamFilter, streamFilters } from './case-address.ts'
import { streamOf } from './stream.ts'

export interface StreamViewProps {
  visit: DeskVisit
  view: DeskCaseView
  filter: StreamFilter
}

/** What happened and what was noted, in one stream that can be filtered. */
export function StreamView({ visit, view, filter }: StreamViewProps) {
  const { t, language } = visit
  const entries = streamOf(view, filter, language)
  return (
    <>
      <NoteForm visit={visit} view={view} />
      <Chips
        words={uiWords(language)}
        chips={(Object.keys(streamFilters) as StreamFilter[])
          .filter(key => key !== 'all')
          .map(key => ({
            label: t(`stream.${key}`),
            href: deskUrls.stream(view.state.id, streamFilters[key === filter ? 'all' : key]),
            active: key === filter,
            count: String(streamOf(view, key, language).length),
          }))}
      />
      {entries.length === 0 ? (
        <p>{t('stream.empty')}</p>
      ) : (
        <Timeline
          label={t('stream.title')}
          entries={entries.map(({ at, title, detail, seq }) => ({
            when: formatDateTime(at, language),
            datetime: at.toISOString(),
            title,
            current: seq === view.state.version,
            children: detail && <Prose text={detail} />,
          }))}
        />
      )}
    </>
  )
}

interface NoteFormProps {
  visit: DeskVisit
  view: DeskCaseView
  value?: string | undefined
  errors?: Errors | undefined
}

export function NoteForm({ visit, view, value, errors = [] }: NoteFormProps) {
  const { t } = visit
  return (
    <Form action={deskUrls.note(view.state.id)} csrf={csrfOf(visit)} sending={uiWords(visit.language).saving}>
      <LongTextField
        name="text"
        label={t('note.label')}
        hint={t('note.hint')}
        rows={3}
        value={value}
        error={errorOf(errors, 'text')}
      />
      <Actions>
        <Button kind="secondary">{t('note.save')}</Button>
      </Actions>
    </Form>
  )
}
