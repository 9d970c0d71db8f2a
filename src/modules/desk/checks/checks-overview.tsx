import { type DeskCaseView, openChecks } from '#modules/cases/index.ts'
import { LinkButton, Table, Tag } from '#ui/index.ts'
import { answersIn, itemHeading } from '../case/answers-of.ts'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { checkState } from './check-state.ts'

/** What is to be checked and how it stands; answered on a page of its own, with the evidence beside. */
export function ChecksOverview({ visit, view }: { visit: DeskVisit; view: DeskCaseView }) {
  const { t, language } = visit
  if (view.checks.length === 0) return <p>{t('checks.none')}</p>
  const open = openChecks(view.checks).length
  const sections = answersIn(view, language)
  return (
    <>
      <p>{open === 0 ? t('checks.all_done') : t('checks.open', { n: open })}</p>
      <Table
        caption={t('checks.title')}
        captionHidden
        dense
        rowHeader="question"
        columns={[
          { key: 'question', label: t('checks.question') },
          { key: 'state', label: t('checks.state') },
          { key: 'about', label: t('checks.about') },
        ]}
        rows={view.checks.flatMap(group =>
          group.checks.map(check => {
            const state = checkState(check, t)
            const heading = itemHeading(sections, check.item)
            return {
              key: check.key,
              cells: {
                question: heading ? `${heading}: ${check.question[language]}` : check.question[language],
                state: <Tag tone={state.tone}>{state.text}</Tag>,
                about:
                  check.answer?.note ?? (check.answer ? '' : (check.automatic?.because?.[language] ?? '')),
              },
            }
          }),
        )}
      />
      {view.state.phase !== 'closed' && (
        <LinkButton kind="secondary" href={deskUrls.checks(view.state.id)}>
          {t('checks.edit')}
        </LinkButton>
      )}
    </>
  )
}
