import type { Scope } from '#core/db/scope.ts'
import { formatTime } from '#core/i18n/format.ts'
import type { Language } from '#core/i18n/languages.ts'
import { Notification } from '#ui/index.ts'
import { messages } from '../messages.ts'

interface WaitNoticeProps {
  waitUntil: Date | undefined
  language: Language
  /** Another way that is open now. */
  otherwise?: string | undefined
}

/** Too many tries: says until when, in the flow of the same page, so that nothing typed is lost. */
export function WaitNotice({ waitUntil, language, otherwise }: WaitNoticeProps) {
  if (!waitUntil) return null
  const t = messages.in(language)
  return (
    <Notification tone="warning" title={t('wait.title')} live>
      <p>{t('wait.text', { time: formatTime(waitUntil, language) })}</p>
      {otherwise && <p>{otherwise}</p>}
    </Notification>
  )
}

const minute_ms = 60_000

/** When the next try counts, on the next full minute: clocks on pages show no seconds. */
export const untilOf = (scope: Scope, seconds: number): Date =>
  new Date(Math.ceil((scope.now.getTime() + seconds * 1000) / minute_ms) * minute_ms)
