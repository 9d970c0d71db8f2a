import { z } from 'zod'
import { file, html, redirect } from '#core/http/visit.ts'
import type { ApplicationId, NoticeId } from '#core/ids.ts'
import { type OpenedNotice, openNotice, openNoticePdf, tellDelivery } from '#modules/decisions/index.ts'
import { LinkButton, Notification } from '#ui/index.ts'
import { checkBelongs } from '../check-belongs.ts'
import { backToAll, OwnLayout } from '../own-layout.tsx'
import { applicationParams, type OwnVisit, ownPages, tenantParam, uuid } from '../own-page.ts'
import { NoticeText } from './notice-view.tsx'
import { OpeningForm } from './opening-form.tsx'

const paths = {
  account: '/konto/bescheide/:tenant/:notice',
  guest: '/:portal/status/:tenant/:application/bescheid/:notice',
}
const notice = uuid.transform(id => id as NoticeId)
const params = {
  account: z.object({ tenant: tenantParam, notice }),
  guest: applicationParams.extend({ notice }),
}
type Params = z.output<typeof params.account> & { application?: ApplicationId }

/** A notice: first what opening it means, then what it means for me, then its words. */
export const noticePages = ownPages({
  method: 'GET',
  paths,
  audit: 'notice.viewed',
  params,
  handle: async visit => {
    await checkNotice(visit)
    const opened = await openNotice(visit.services, visit.scope, { ...visit.params, retrieving: false })
    return html(<NoticePage {...{ visit, opened }} />)
  },
})

/** The press that counts as retrieval; then the page again, so that a reload opens nothing a second time. */
export const openNoticePages = ownPages({
  method: 'POST',
  paths,
  audit: 'notice.retrieved',
  params,
  form: z.object({}),
  handle: async visit => {
    await checkNotice(visit)
    await openNotice(visit.services, visit.scope, { ...visit.params, retrieving: true })
    return redirect(visit.urls.notice(keyOf(visit.params), visit.params.notice))
  },
})

export const noticePdfPages = ownPages({
  method: 'GET',
  paths: { account: `${paths.account}/bescheid.pdf`, guest: `${paths.guest}/bescheid.pdf` },
  audit: 'notice.downloaded',
  params,
  handle: async visit => {
    await checkNotice(visit)
    return file(await openNoticePdf(visit.services, visit.scope, visit.params))
  },
})

const checkNotice = (visit: OwnVisit<Params>) =>
  checkBelongs(visit, ({ kind, about }) => kind === 'notice' && about === visit.params.notice)

const keyOf = ({ tenant, application }: Params) => ({ tenant, id: application ?? '' })

interface NoticePageProps {
  visit: OwnVisit<Params>
  opened: OpenedNotice
}

function NoticePage({ visit, opened }: NoticePageProps) {
  const { t, urls, params: key, entrance } = visit
  const back =
    entrance === 'account'
      ? backToAll(visit)
      : { href: urls.application(keyOf(key)), label: t('back.application') }
  const title = opened.kind === 'open' ? opened.notice.words.kind : t('notice.title')
  return (
    <OwnLayout {...{ visit, title, back }}>
      <h1>{title}</h1>
      {opened.kind === 'sealed' && (
        <OpeningForm {...{ visit }} notice={opened} action={urls.notice(keyOf(key), key.notice)} />
      )}
      {opened.kind === 'by_post' && (
        <Notification
          tone="info"
          title={t(opened.delivery.status === 'lapsed' ? 'notice.lapsed' : 'notice.by_post')}
        />
      )}
      {opened.kind === 'open' && <OpenNotice {...{ visit, opened }} />}
    </OwnLayout>
  )
}

function OpenNotice({
  visit,
  opened,
}: NoticePageProps & { opened: Extract<OpenedNotice, { kind: 'open' }> }) {
  const { t, urls, language, params: key } = visit
  const told = tellDelivery(opened, { language, audience: 'resident' })
  return (
    <>
      <Notification tone="success" title={t('notice.meaning')} level={2}>
        <p>{opened.notice.summary[language]}</p>
      </Notification>
      <Notification tone="info" title={t('notice.dates')} level={2}>
        {told.lines.map(line => (
          <p key={line}>{line}</p>
        ))}
        {told.cites.length > 0 && <p class="th-muted">({told.cites.join('; ')})</p>}
      </Notification>
      <LinkButton kind="secondary" icon="download" href={urls.noticePdf(keyOf(key), key.notice)}>
        {t('notice.pdf')}
      </LinkButton>
      <NoticeText words={opened.notice.words} />
    </>
  )
}
