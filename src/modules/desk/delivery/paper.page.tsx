import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { type DeskCaseView, postPaperNotice, processOutcomes, readCase } from '#modules/cases/index.ts'
import { listNotices, type NoticeView, tellDelivery } from '#modules/decisions/index.ts'
import { Actions, Button, DocumentView, Form, Notification, uiWords } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { ConflictView } from '../acts/conflict-view.tsx'
import { tryAct } from '../acts/try-act.ts'
import { caseParams, versionField } from '../case/case-address.ts'
import { csrfOf } from '../desk-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'

const path = '/amt/vorgang/:case/papierversand'

/** The letter to print, and the word that it is in the post. */
export const paperPage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'notice.posting_begun',
  params: caseParams,
  handle: async visit => {
    const { services, scope, params } = visit
    const view = await readCase(services, scope, params.case)
    const notices = await listNotices(services, scope, params.case)
    return html(<PaperPage {...{ visit, view }} notice={notices[0]} />)
  },
})

export const postedPage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'notice.posted',
  params: caseParams,
  form: z.object({ version: versionField }),
  handle: async visit => {
    const { services, scope, params } = visit
    const { version } = visit.form
    const reason = await tryAct(() => postPaperNotice(services, scope, { case: params.case, version }))
    if (!reason) return redirect(`${deskUrls.case(params.case)}?getan=versandt`)
    const view = await readCase(services, scope, params.case)
    const notices = await listNotices(services, scope, params.case)
    const conflict = <ConflictView {...{ visit, view, reason, version }} />
    return html(<PaperPage {...{ visit, view, conflict }} notice={notices[0]} />, 409)
  },
})

interface PaperPageProps {
  visit: DeskVisit
  view: DeskCaseView
  notice: NoticeView | undefined
  conflict?: ComponentChildren
}

function PaperPage({ visit, view, notice, conflict }: PaperPageProps) {
  const { t, language } = visit
  const { state } = view
  const isOpen = state.process.tasks.some(task => task.outcomes.includes(processOutcomes.posted))
  const told = notice && tellDelivery(notice, { language, audience: 'staff' })
  return (
    <ActLayout {...{ visit, view, conflict }} title={t('paper.title')} width="wide">
      {told && (
        <Notification tone="info" title={told.lines[0] ?? ''}>
          {told.cites.length > 0 && <p class="th-muted">({told.cites.join('; ')})</p>}
        </Notification>
      )}
      {notice && (
        <DocumentView
          kind="pdf"
          src={deskUrls.notice(state.id, notice.notice.id)}
          title={t('paper.letter')}
          link={t('paper.open')}
        />
      )}
      {isOpen ? (
        <Form
          action={deskUrls.paper(state.id)}
          csrf={csrfOf(visit)}
          hidden={{ version: String(state.version) }}
          sending={uiWords(language).sending}
        >
          <p>{t('paper.what')}</p>
          <Actions>
            <Button>{t('paper.done')}</Button>
          </Actions>
        </Form>
      ) : (
        !conflict && <Notification tone="info" title={t('paper.nothing')} />
      )}
    </ActLayout>
  )
}
