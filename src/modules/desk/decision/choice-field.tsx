import { type ChoiceList, decisionNames, type OfferedChoice, standardText } from '#modules/decisions/index.ts'
import { Checkbox, LongTextField } from '#ui/index.ts'
import { DecisionFields } from './decision-fields.tsx'
import type { DecisionFormProps } from './decision-form.tsx'

export interface ChoiceFieldProps extends DecisionFormProps {
  list: ChoiceList
  choice: OfferedChoice
  /** Fields that are asked with it. */
  own: ReadonlySet<string>
}

/** A text to choose, its wording for this one letter, and the values it needs. */
export function ChoiceField({ list, choice, own, ...props }: ChoiceFieldProps) {
  const { visit, opened, typed } = props
  const { t } = visit
  const changed = opened.decision.texts?.[choice.id]
  const isReworded = typed ? typed[decisionNames.reworded(choice.id)] === 'yes' : changed !== undefined
  const text = typed?.[decisionNames.text(choice.id)]
  return (
    <div class="th-stack th-stack--small">
      {choice.isLocked ? (
        <p>
          <strong>{choice.label}</strong> <span class="th-muted">({t('decision.locked')})</span>
        </p>
      ) : (
        <Checkbox
          name={decisionNames.chosen(list)}
          value={choice.id}
          label={choice.label}
          checked={choice.isChosen}
        />
      )}
      {own.size > 0 && <DecisionFields {...props} names={own} />}
      {/* Small on purpose: most letters keep the package's words. */}
      <details open={isReworded}>
        <summary>
          {t('decision.wording')}
          <span class="th-hidden">: {choice.label}</span>
        </summary>
        <div class="th-stack th-stack--small">
          <Checkbox
            name={decisionNames.reworded(choice.id)}
            value="yes"
            label={t('decision.reword')}
            checked={isReworded}
          />
          <LongTextField
            name={decisionNames.text(choice.id)}
            label={t('decision.own_wording')}
            rows={6}
            value={(typeof text === 'string' ? text : undefined) ?? changed ?? standardText(opened, choice)}
          />
        </div>
      </details>
    </div>
  )
}
