import { formatDate } from '#core/i18n/format.ts'
import type { OpenedNotice } from '#modules/decisions/index.ts'
import { Actions, Button, Form, Notification } from '#ui/index.ts'
import { csrfOf } from '../own-layout.tsx'
import type { OwnVisit } from '../own-page.ts'

export interface OpeningFormProps {
  visit: OwnVisit
  notice: Extract<OpenedNotice, { kind: 'sealed' }>
  action: string
}

/**
 * The button that opens a notice, and before it what opening means: the first retrieval is what § 41 Abs. 2a VwVfG
 * counts from, so nobody does it by accident.
 */
export function OpeningForm({ visit, notice, action }: OpeningFormProps) {
  const { t, language } = visit
  const { law } = notice.delivery
  return (
    <>
      <Notification tone="info" title={t('opening.title')} level={2}>
        <p>{t('opening.text')}</p>
        <p>
          {law?.deadlineForRetrieval
            ? t('opening.until', { date: formatDate(law.deadlineForRetrieval, language) })
            : t('opening.ten_days')}
        </p>
        {law && <p class="th-muted">({law.cite})</p>}
      </Notification>
      <Form action={action} csrf={csrfOf(visit)}>
        <Actions>
          <Button>{t('opening.button')}</Button>
        </Actions>
      </Form>
    </>
  )
}
