import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import type { InboxCount, InboxFilter } from '#modules/cases/index.ts'
import { officesOf } from '#modules/cases/index.ts'
import { EmptyState, SearchBox, Tabs } from '#ui/index.ts'
import { DeskLayout } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { type InboxView, inboxQuery, inboxUrl, readInboxView } from './address.ts'
import { InboxTable } from './inbox-table.tsx'
import { type Inbox, readInbox } from './read-inbox.ts'

const order: readonly InboxFilter[] = ['all', 'unassigned', 'mine', 'waiting', 'overdue', 'closed']

export const inboxPage = deskPage({
  method: 'GET',
  path: '/amt',
  audience: 'staff',
  audit: 'inbox.viewed',
  params: z.object({}),
  query: inboxQuery,
  handle: async visit => {
    const view = readInboxView(visit.query)
    const inbox = await readInbox(visit.services, visit.scope, view)
    return html(<InboxPage {...{ visit, view, inbox }} />)
  },
})

interface InboxPageProps {
  visit: DeskVisit
  view: InboxView
  inbox: Inbox
}

function InboxPage({ visit, view, inbox }: InboxPageProps) {
  const { t } = visit
  const title = view.search ? t('inbox.found', { search: view.search }) : t('inbox.title')
  return (
    <DeskLayout visit={visit} title={title}>
      <h1>{title}</h1>
      <SearchBox
        action={deskUrls.inbox}
        name="suche"
        label={t('inbox.search')}
        hint={t('inbox.search_hint')}
        value={view.search}
        button={t('inbox.search_button')}
      />
      {view.search ? (
        <p>
          <a href={inboxUrl({})}>{t('inbox.all_again')}</a>
        </p>
      ) : (
        <Tabs label={t('inbox.lists')} tabs={order.map(list => tabOf(visit, { list, view, inbox }))} />
      )}
      <InboxList {...{ visit, view, inbox }} />
    </DeskLayout>
  )
}

function tabOf(
  { t, language }: DeskVisit,
  { list, view, inbox }: { list: InboxFilter; view: InboxView; inbox: Inbox },
) {
  return {
    label: t(`list.${list}`),
    href: inboxUrl({ list }),
    current: list === view.list,
    count: countText(inbox.counts[list], language),
  }
}

function countText({ n, isMore }: InboxCount, language: string): string {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE').format(n)
  return isMore ? `> ${number}` : number
}

function InboxList({ visit, view, inbox }: InboxPageProps) {
  const { t } = visit
  if (inbox.cases.length === 0) return <NothingHere {...{ visit, view }} />
  const caption = view.search ? t('inbox.found', { search: view.search }) : t(`list.${view.list}`)
  return (
    <>
      <InboxTable {...{ visit, inbox, view, caption }} />
      {(view.after || inbox.next) && (
        <nav class="th-actions" aria-label={t('inbox.pages')}>
          {view.after && <a href={inboxUrl({ ...asked(view), after: undefined })}>{t('inbox.first')}</a>}
          {inbox.next && (
            <a href={inboxUrl({ ...asked(view), after: inbox.next })} rel="next">
              {t('inbox.next')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

/** What of a view stands in the address of its further pages. */
function asked(view: InboxView): Partial<InboxView> {
  return view.search ? { search: view.search } : view
}

function NothingHere({ visit, view }: { visit: DeskVisit; view: InboxView }) {
  const { t } = visit
  if (officesOf(visit.scope.staff).length === 0)
    return (
      <EmptyState title={t('empty.no_office')}>
        <p>{t('empty.no_office_text')}</p>
      </EmptyState>
    )
  if (view.search)
    return (
      <EmptyState title={t('empty.search')}>
        <p>{t('empty.search_text')}</p>
      </EmptyState>
    )
  return (
    <EmptyState title={t(`empty.${view.list}`)}>
      {view.list !== 'all' && (
        <p>
          <a href={inboxUrl({})}>{t('inbox.to_open')}</a>
        </p>
      )}
    </EmptyState>
  )
}
