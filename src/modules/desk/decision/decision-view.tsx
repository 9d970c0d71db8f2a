import type { ComponentChildren } from 'preact'
import { faultText, type NoticeFault } from '#modules/decisions/index.ts'
import { Button, DocumentView, Notification, TwoColumns } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { deskUrls } from '../urls.ts'
import { DecisionForm, type DecisionFormProps, decisionFormId } from './decision-form.tsx'
import { Returned } from './outcomes.page.tsx'

export interface DecisionPageProps extends DecisionFormProps {
  /** What is missing in the letter; shown once it was looked at. */
  faults?: readonly NoticeFault[] | undefined
  conflict?: ComponentChildren
  isSaved?: boolean | undefined
}

/** The form of a decision, and beside it the letter as it would go out. */
export function DecisionPage({ faults = [], conflict, isSaved, ...props }: DecisionPageProps) {
  const { visit, deciding, opened, errors = [] } = props
  const { t, language } = visit
  const { view, stored } = deciding
  const title = opened.outcome.title[language]
  const preview = deskUrls.outcomePreview(view.state.id, opened.outcome.id)
  return (
    <ActLayout
      {...{ visit, view, title, conflict }}
      errors={errors.map(({ field, text }) => ({ name: field, message: text[language] }))}
      width="wide"
    >
      <Returned {...{ visit, view }} />
      {isSaved && <Notification tone="success" title={t('done.entwurf')} live />}
      {faults.length > 0 && (
        <Notification tone="danger" title={t('decision.faults')} live>
          <ul>
            {faults.map(fault => {
              const text = faultText(fault, language)
              return <li key={text}>{text}</li>
            })}
          </ul>
        </Notification>
      )}
      <p>
        <a href={deskUrls.decision(view.state.id)}>{t('decision.other')}</a>
      </p>
      <TwoColumns
        even
        sideLabel={t('decision.letter')}
        side={
          <>
            <h2 id="vorschau">{t('decision.letter')}</h2>
            <p class="th-actions">
              <Button form={decisionFormId} kind="secondary" name="tun" value="vorschau">
                {t('decision.refresh')}
              </Button>
              <span class="th-muted th-small">{t('decision.letter_hint')}</span>
            </p>
            <DocumentView
              kind="pdf"
              // Another moment, another address: no browser then shows the letter of before.
              src={`${preview}?stand=${stored?.draftedAt.getTime() ?? 0}`}
              title={t('decision.letter')}
              link={t('decision.letter_open')}
            />
          </>
        }
      >
        <DecisionForm {...props} />
      </TwoColumns>
    </ActLayout>
  )
}
