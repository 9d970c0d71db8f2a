import { z } from 'zod'
import { html } from '#core/http/visit.ts'
import { formatBytes, formatDateTime } from '#core/i18n/format.ts'
import type { MessageId, NoticeId } from '#core/ids.ts'
import { type CaseView, openRequest, readOwnCase } from '#modules/cases/index.ts'
import { type OpenedNotice, openNotice } from '#modules/decisions/index.ts'
import { type Message, openMessage } from '#modules/mailbox/index.ts'
import { urls as commonUrls } from '#modules/tenants/index.ts'
import { FileList, LinkButton, Prose } from '#ui/index.ts'
import { checkBelongs } from '../check-belongs.ts'
import { OpeningForm } from '../notice/opening-form.tsx'
import { OwnLayout } from '../own-layout.tsx'
import { applicationParams, type OwnVisit, ownPages, tenantParam, uuid } from '../own-page.ts'

const message = uuid.transform(id => id as MessageId)

/** One message; a notice is not opened by reading it, but by its own button. */
export const messagePages = ownPages({
  method: 'GET',
  paths: {
    account: '/konto/postfach/:tenant/:message',
    guest: '/:portal/status/:tenant/:application/nachricht/:message',
  },
  audit: 'message.opened',
  params: {
    account: z.object({ tenant: tenantParam, message }),
    guest: applicationParams.extend({ message }),
  },
  handle: async visit => {
    const { services, scope, params, language } = visit
    await checkBelongs(visit, message => message.id === params.message)
    const read = await openMessage(services, scope, { ...params, language })
    const view = await readOwnCase(services, scope, { tenant: params.tenant, case: read.case })
    const notice =
      read.kind === 'notice' && read.about
        ? await openNotice(services, scope, {
            tenant: params.tenant,
            notice: read.about as NoticeId,
            retrieving: false,
          })
        : undefined
    return html(<MessagePage {...{ visit, view, notice }} message={read} />)
  },
})

interface MessagePageProps {
  visit: OwnVisit
  message: Message
  view: CaseView
  notice: OpenedNotice | undefined
}

function MessagePage({ visit, message: read, view, notice }: MessagePageProps) {
  const { t, urls, language, entrance } = visit
  const key = { tenant: view.state.tenant, id: view.state.application }
  const isOwn = read.direction === 'to_office'
  const back =
    entrance === 'account'
      ? { href: commonUrls.accountMailbox, label: t('back.mailbox') }
      : { href: urls.application(key), label: t('back.application') }
  const files = view.documents.filter(file => read.documents.some(id => id === file.id))
  return (
    <OwnLayout {...{ visit, back }} title={read.subject} context={view.state.fileNumber}>
      <div class="th-stack th-stack--small">
        <h1>{read.subject}</h1>
        <p class="th-muted">
          {t(isOwn ? 'message.by_you' : 'message.by', {
            authority: view.authority,
            date: formatDateTime(read.sentAt, language),
          })}
        </p>
      </div>
      <Prose text={read.body} />
      <FileList
        label={t('message.files')}
        files={files.map(file => ({
          id: file.id,
          name: file.name,
          size: formatBytes(file.size_bytes, language),
          href: urls.document(key, file.id),
        }))}
      />
      <Next {...{ visit, view, notice }} message={read} />
      <p>
        <a href={urls.application(key)}>{t('message.to_application')}</a>
      </p>
    </OwnLayout>
  )
}

/** What can be done about a message: answer, open the notice, or nothing. */
function Next({ visit, message: read, view, notice }: MessagePageProps) {
  const { t, urls } = visit
  const key = { tenant: view.state.tenant, id: view.state.application }
  if (read.kind === 'request' && openRequest(view.state)?.data.request === read.about)
    return <LinkButton href={urls.answer(key)}>{t('answer.button')}</LinkButton>
  if (notice?.kind === 'sealed')
    return <OpeningForm {...{ visit, notice }} action={urls.notice(key, read.about!)} />
  if (notice?.kind === 'open')
    return <LinkButton href={urls.notice(key, read.about!)}>{t('notice.read')}</LinkButton>
  return null
}
