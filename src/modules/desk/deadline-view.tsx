import { formatShortDate } from '#core/i18n/format.ts'
import type { Language } from '#core/i18n/languages.ts'
import { Tag } from '#ui/index.ts'
import type { Deadline } from './deadline.ts'

/** Date and days; the colour comes only when it is late, and the word says it too. */
export function DeadlineView({ deadline, language }: { deadline: Deadline; language: Language }) {
  return (
    <span>
      <time class="th-nobreak" datetime={deadline.day}>
        {formatShortDate(deadline.day, language)}
      </time>{' '}
      {deadline.isLate ? (
        <Tag tone="danger">{deadline.distance}</Tag>
      ) : (
        <span class="th-muted">{deadline.distance}</span>
      )}
    </span>
  )
}
