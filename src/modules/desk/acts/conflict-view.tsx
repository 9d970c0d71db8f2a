import { formatTime } from '#core/i18n/format.ts'
import { type ConflictReason, conflictText, type DeskCaseView } from '#modules/cases/index.ts'
import { Notification } from '#ui/index.ts'
import { sinceVersion } from '../case/stream.ts'
import type { DeskVisit } from '../desk-page.ts'

export interface ConflictViewProps {
  visit: DeskVisit
  /** The case as it stands now. */
  view: DeskCaseView
  reason: ConflictReason
  /** Version of the page that came too late; what came after it is told. */
  version?: number | undefined
  /** The page shows again what was typed. */
  hasTyped?: boolean | undefined
}

/** Somebody was faster: says what was not done, and who did what meanwhile. */
export function ConflictView({ visit, view, reason, version, hasTyped }: ConflictViewProps) {
  const { t, language } = visit
  // Seen from the desk, "decided" means that a colleague was faster.
  const title = reason === 'decided' ? t('conflict.decided') : conflictText(reason, language)
  const since = sinceVersion(view, version ?? view.state.version - 1, language)
  return (
    <Notification tone="danger" title={title} live>
      {since.length > 0 && (
        <>
          <p>{t('conflict.meanwhile')}</p>
          <ul>
            {since.map(({ seq, at, title }) => (
              <li key={seq}>
                {formatTime(at, language)}: {title}
              </li>
            ))}
          </ul>
        </>
      )}
      {hasTyped && <p>{t('conflict.kept')}</p>}
    </Notification>
  )
}
