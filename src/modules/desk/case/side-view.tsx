import { mayAssign, submission } from '#modules/cases/index.ts'
import { type NoticeView, tellDelivery } from '#modules/decisions/index.ts'
import { type Description, DescriptionList } from '#ui/index.ts'
import { deadlineOf } from '../deadline.ts'
import { DeadlineView } from '../deadline-view.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import type { CasePageView } from './read-case-page.ts'

export interface SideProps {
  visit: DeskVisit
  view: CasePageView
}

/** The narrow column: who acts next and until when, who has it, who applied, how the notice goes out. */
export function SideView(props: SideProps) {
  const { t } = props.visit
  return (
    <>
      <SideBox title={t('side.next')} items={nextItems(props)} />
      <SideBox title={t('side.assignee')} items={assigneeItems(props)} />
      <SideBox title={t('side.applicant')} items={applicantItems(props)} />
      <SideBox title={t('side.delivery')} items={deliveryItems(props)} />
    </>
  )
}

function SideBox({ title, items }: { title: string; items: readonly Description[] }) {
  return (
    <section class="th-stack th-stack--small">
      <h2>{title}</h2>
      <DescriptionList items={items} boxed stacked />
    </section>
  )
}

function nextItems({ visit, view }: SideProps): Description[] {
  const { t, language, scope } = visit
  const { process, phase, clock } = view.state
  if (phase === 'closed') return [{ label: t('side.state'), value: t('phase.closed') }]
  const tasks = process.tasks.map(task => {
    const due = task.dueAt && deadlineOf(dayBefore(task.dueAt), scope.now, t)
    return {
      label: t(task.role === 'supervisor' ? 'role.supervisor' : 'role.clerk'),
      value: (
        <>
          {task.name}
          {due && (
            <>
              <br />
              <DeadlineView deadline={due} language={language} />
            </>
          )}
        </>
      ),
    }
  })
  const waits = phase === 'waiting' ? [{ label: t('role.applicant'), value: t('side.waits') }] : []
  const portal = process.effects.length > 0 ? [{ label: t('role.portal'), value: t('side.works') }] : []
  return [...tasks, ...waits, ...portal, ...(clock ? [clockItem({ visit, view })] : [])]
}

/** The clock of law, with the paragraph that sets it and what happens when it runs out. */
function clockItem({ visit, view }: SideProps): Description {
  const { t, language, scope } = visit
  const clock = view.state.clock!
  const due = clock.due && deadlineOf(clock.due, scope.now, t)
  return {
    label: t('side.clock'),
    value: (
      <>
        {due ? <DeadlineView deadline={due} language={language} /> : t('side.clock_paused')}
        {clock.onExpiry === 'deemed_granted' && (
          <>
            <br />
            {t('side.deemed_granted')}
          </>
        )}
        {clock.cite && (
          <>
            <br />
            <span class="th-muted">({clock.cite})</span>
          </>
        )}
      </>
    ),
  }
}

function assigneeItems({ visit, view }: SideProps): Description[] {
  const { t, scope } = visit
  const { state, names } = view
  const name = state.assignee ? (names.get(state.assignee) ?? t('assignee.unknown')) : t('assignee.none')
  return [
    {
      label: t('column.assignee'),
      value: (
        <>
          {name}
          {state.phase !== 'closed' && mayAssign(scope.staff, state) && (
            <>
              <br />
              <a href={deskUrls.assignment(state.id)}>{t('action.assign')}</a>
            </>
          )}
        </>
      ),
    },
    { label: t('side.office'), value: view.office?.name ?? '' },
  ]
}

function applicantItems({ visit, view }: SideProps): Description[] {
  const { t } = visit
  const { email, address, language } = submission(view.state.facts).data
  const street = [address?.street, address?.house_number].filter(Boolean).join(' ')
  const town = [address?.postcode, address?.town].filter(Boolean).join(' ')
  return [
    { label: t('side.name'), value: view.state.applicant },
    ...(email ? [{ label: t('side.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(street || town
      ? [
          {
            label: t('side.address'),
            value: (
              <>
                {street}
                <br />
                {town}
              </>
            ),
          },
        ]
      : []),
    { label: t('side.language'), value: t(`language.${language}`) },
  ]
}

function deliveryItems({ visit, view }: SideProps): Description[] {
  const { t } = visit
  const { facts, account } = view.state
  const { electronicDelivery } = submission(facts).data
  const channel = electronicDelivery ? (account ? 'delivery.account' : 'delivery.code') : 'delivery.post'
  return [
    { label: t('delivery.channel'), value: t(channel) },
    ...view.notices.map(notice => noticeItem({ visit, view }, notice)),
  ]
}

/** Where a notice stands, with the paragraphs that say so. */
function noticeItem({ visit, view }: SideProps, notice: NoticeView): Description {
  const { t, language } = visit
  const told = tellDelivery(notice, { language, audience: 'staff' })
  return {
    label: notice.notice.words.kind,
    value: (
      <>
        {told.lines.map(line => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        {told.cites.length > 0 && (
          <span class="th-muted">
            ({told.cites.join('; ')})
            <br />
          </span>
        )}
        <a href={deskUrls.notice(view.state.id, notice.notice.id)}>{t('delivery.open')}</a>
      </>
    ),
  }
}

/** The process counts to an instant; people count days. Midnight of the 11th means "until the 10th". */
function dayBefore(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(Date.parse(instant) - 1)
}
