import type { RawForm } from '#core/http/page.ts'
import type { CheckAnswer, CheckView, DeskCaseView } from '#modules/cases/index.ts'
import { DescriptionList, Radios, Tag, TextField } from '#ui/index.ts'
import { type AnswerEntry, answersIn, evidenceFor, itemHeading } from '../case/answers-of.ts'
import { type Errors, errorOf } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { checkState } from './check-state.ts'
import { checkWords, noteName, resultName } from './read-checks-form.ts'

export interface CheckFieldProps {
  visit: DeskVisit
  view: DeskCaseView
  check: CheckView
  typed?: RawForm | undefined
  errors: Errors
}

/** One question with what the answers say to it, the worker's answer and a remark. */
export function CheckField({ visit, view, check, typed, errors }: CheckFieldProps) {
  const { t, language } = visit
  const sections = answersIn(view, language)
  const evidence = evidenceFor(sections, check)
  const heading = itemHeading(sections, check.item)
  const question = check.question[language]
  const note = typed ? one(typed[noteName(check.key)]) : check.answer?.note
  return (
    <div class="th-columns">
      <div class="th-columns__main th-stack th-stack--small">
        <Radios
          name={resultName(check.key)}
          label={heading ? `${heading}: ${question}` : question}
          hint={[check.help?.[language], check.cite.length > 0 && `(${check.cite.join(', ')})`]
            .filter(Boolean)
            .join(' ')}
          options={Object.keys(checkWords).map(value => ({
            value,
            label: t(`check.${checkWords[value as keyof typeof checkWords]}`),
          }))}
          value={typed ? one(typed[resultName(check.key)]) : preselected(check)}
          inline
        />
        <Automatic {...{ visit, check }} />
        <TextField
          name={noteName(check.key)}
          label={t('check.note')}
          value={note}
          error={errorOf(errors, noteName(check.key))}
        />
      </div>
      <div class="th-columns__side">
        <Evidence {...{ visit, evidence }} />
      </div>
    </div>
  )
}

/** The answers that the question is about, beside it. */
function Evidence({ visit, evidence }: { visit: DeskVisit; evidence: readonly AnswerEntry[] }) {
  if (evidence.length === 0) return <p class="th-muted th-small">{visit.t('check.no_evidence')}</p>
  return <DescriptionList items={evidence.map(({ label, value }) => ({ label, value }))} boxed stacked />
}

/** What the answers say by themselves; missing where only a person can tell. */
function Automatic({ visit, check }: Pick<CheckFieldProps, 'visit' | 'check'>) {
  const { t, language } = visit
  if (!check.automatic) return null
  const state = checkState({ ...check, answer: undefined }, t)
  return (
    <p>
      <Tag tone={state.tone}>{state.text}</Tag> {check.automatic.because?.[language]}
    </p>
  )
}

/** What is recorded; else "yes" where the answers say that all is in order. The worker looks and overrules. */
function preselected({ answer, automatic }: CheckView): string | undefined {
  const result: CheckAnswer | undefined =
    answer?.result ?? (automatic?.result === 'in_order' ? 'yes' : undefined)
  return Object.entries(checkWords).find(([, meaning]) => meaning === result)?.[0]
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
