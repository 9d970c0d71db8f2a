import { formatDate } from '#core/i18n/format.ts'
import { openRequest } from '#modules/cases/index.ts'
import { Actions, LinkButton, Notification, Prose } from '#ui/index.ts'
import type { OwnVisit } from '../own-page.ts'
import type { OwnApplication } from './read-own-application.ts'

export interface OwnApplicationProps {
  visit: OwnVisit
  own: OwnApplication
}

/** What I have to do, or who acts next and until when: the first thing on the page. */
export function SituationView({ visit, own }: OwnApplicationProps) {
  const { t, urls } = visit
  const { view, notice, next } = own
  const key = keyOf(own)
  const asked = openRequest(view.state)
  if (asked)
    return (
      <Notification tone="warning" title={t('situation.answer')} level={2}>
        <Prose text={asked.data.text} />
        <Until {...{ visit, own }} />
        <Actions>
          <LinkButton href={urls.answer(key)}>{t('answer.button')}</LinkButton>
        </Actions>
      </Notification>
    )
  if (notice?.opened.kind === 'sealed')
    return (
      <Notification tone="warning" title={t('situation.notice')} level={2}>
        <Until {...{ visit, own }} />
        <Actions>
          <LinkButton href={urls.notice(key, notice.id)}>{t('notice.to_sealed')}</LinkButton>
        </Actions>
      </Notification>
    )
  if (notice?.opened.kind === 'open')
    return (
      <Notification tone="success" title={t('situation.notice_open')} level={2}>
        <p>{notice.opened.notice.summary[visit.language]}</p>
        <Actions>
          <LinkButton href={urls.notice(key, notice.id)}>{t('notice.read')}</LinkButton>
        </Actions>
      </Notification>
    )
  return (
    <Notification tone={next.actor === 'nobody' ? 'success' : 'info'} title={next.title} level={2}>
      {next.actor === 'office' && <p>{t('situation.nothing_to_do')}</p>}
      <Until {...{ visit, own }} />
    </Notification>
  )
}

function Until({ visit, own: { next } }: OwnApplicationProps) {
  const { t, language } = visit
  if (!next.until) return null
  const date = formatDate(next.until, language)
  if (next.actor === 'resident') return <p>{t('card.until_you', { date })}</p>
  return <p>{t(next.untilBy === 'law' ? 'card.until_law' : 'card.until', { date })}</p>
}

export const keyOf = ({ view: { state } }: OwnApplication) => ({
  tenant: state.tenant,
  id: state.application,
})
