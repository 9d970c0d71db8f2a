import { formatShortDate } from '#core/i18n/format.ts'
import type { CaseHead, InboxSort } from '#modules/cases/index.ts'
import { type Column, type Row, Table, Tag } from '#ui/index.ts'
import { deadlineOf } from '../deadline.ts'
import { DeadlineView } from '../deadline-view.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { phaseState } from '../phase-state.ts'
import { deskUrls } from '../urls.ts'
import { type InboxView, inboxUrl } from './address.ts'
import type { Inbox } from './read-inbox.ts'

export interface InboxTableProps {
  visit: DeskVisit
  inbox: Inbox
  view: InboxView
  caption: string
}

/** The cases as a table; in it j and k lead from row to row (client/islands/row-keys.ts). */
export function InboxTable({ visit, inbox, view, caption }: InboxTableProps) {
  return (
    <div class="th-stack th-stack--small" data-island="row-keys">
      <Table
        caption={caption}
        captionHidden
        dense
        rowHeader="number"
        columns={columnsOf(visit, view)}
        rows={inbox.cases.map(head => rowOf(visit, inbox, head))}
      />
      <p class="th-muted th-small" data-row-keys-hint hidden>
        {visit.t('inbox.keys')}
      </p>
    </div>
  )
}

function columnsOf({ t }: DeskVisit, view: InboxView): Column[] {
  return [
    { key: 'number', label: t('column.number'), sort: sortOf(view, 'number') },
    { key: 'subject', label: t('column.subject') },
    { key: 'applicant', label: t('column.applicant') },
    { key: 'received', label: t('column.received'), sort: sortOf(view, 'received') },
    { key: 'state', label: t('column.state') },
    { key: 'due', label: t('column.due'), sort: view.list === 'closed' ? undefined : sortOf(view, 'due') },
    { key: 'assignee', label: t('column.assignee') },
  ]
}

/** A search tells the newest first; it cannot be sorted otherwise. */
function sortOf(view: InboxView, sort: InboxSort): Column['sort'] {
  if (view.search) return undefined
  const isCurrent = view.sort === sort
  const direction = isCurrent && view.direction === 'asc' ? 'desc' : 'asc'
  const href = inboxUrl({ list: view.list, sort, direction })
  if (!isCurrent) return { href }
  return { href, direction: view.direction === 'asc' ? 'ascending' : 'descending' }
}

function rowOf({ t, language, scope }: DeskVisit, { people }: Inbox, head: CaseHead): Row {
  const state = phaseState(head.phase, t)
  const deadline = head.dueOn ? deadlineOf(head.dueOn, scope.now, t) : undefined
  return {
    key: head.id,
    cells: {
      number: (
        <a class="th-nobreak" href={deskUrls.case(head.id)}>
          {head.fileNumber}
        </a>
      ),
      subject: head.subject,
      applicant: head.applicant,
      received: (
        <time class="th-nobreak" datetime={head.receivedAt.toISOString()}>
          {formatShortDate(head.receivedAt, language)}
        </time>
      ),
      state: <Tag tone={state.tone}>{state.text}</Tag>,
      due: deadline ? <DeadlineView {...{ deadline, language }} /> : t('due.none'),
      assignee: head.assignee ? (
        people.get(head.assignee)
      ) : (
        <span class="th-muted">{t('assignee.none')}</span>
      ),
    },
  }
}
