import type { RawForm } from '#core/http/page.ts'
import {
  type ChoiceList,
  choiceLists,
  type DecisionError,
  fieldsOf,
  type OpenedDecision,
} from '#modules/decisions/index.ts'
import { Actions, Button, Form, uiWords } from '#ui/index.ts'
import { csrfOf } from '../desk-layout.tsx'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ChoiceField } from './choice-field.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { ItemFields } from './item-fields.tsx'
import type { Deciding } from './read-deciding.ts'

export interface DecisionFormProps {
  visit: DeskVisit
  deciding: Deciding
  opened: OpenedDecision
  /** What was typed, where it is shown again. */
  typed?: RawForm | undefined
  errors?: readonly DecisionError[] | undefined
}

export const decisionFormId = 'entscheidung'

/** What is entered for a decision: values, item by item, and the texts of the letter. */
export function DecisionForm(props: DecisionFormProps) {
  const { visit, deciding, opened } = props
  const { t, language } = visit
  const { id, version } = deciding.view.state
  const loose = looseFields(opened)
  return (
    <Form
      id={decisionFormId}
      action={deskUrls.outcome(id, opened.outcome.id)}
      csrf={csrfOf(visit)}
      hidden={{ version: String(version) }}
      sending={uiWords(language).saving}
    >
      {loose.length > 0 && (
        <section class="th-stack">
          <h2>{t('decision.fields')}</h2>
          <DecisionFields {...props} names={new Set(loose)} />
        </section>
      )}
      {opened.items.length > 0 && (
        <section class="th-stack">
          <h2>{t('decision.items')}</h2>
          {opened.items.map(item => (
            <ItemFields key={item.id} {...props} item={item} />
          ))}
        </section>
      )}
      {choiceLists.map(list => (
        <Choices key={list} {...props} list={list} />
      ))}
      <Actions>
        <Button name="tun" value="entscheiden">
          {t('decision.go')}
        </Button>
        <Button kind="secondary" name="tun" value="vorschau">
          {t('decision.preview')}
        </Button>
        <Button kind="tertiary" name="tun" value="entwurf">
          {t('decision.save')}
        </Button>
      </Actions>
    </Form>
  )
}

/** Fields that belong to no text stand first; the others under the text that needs them. */
function looseFields({ fields, choices }: OpenedDecision): string[] {
  const tied = new Set(choiceLists.flatMap(list => choices[list].flatMap(one => one.fields ?? [])))
  return fieldsOf(fields)
    .map(field => field.id)
    .filter(id => !tied.has(id))
}

function Choices({ list, ...props }: DecisionFormProps & { list: ChoiceList }) {
  const { visit, opened } = props
  const offered = opened.choices[list]
  if (offered.length === 0) return null
  return (
    <section class="th-stack th-stack--small" aria-labelledby={`texte-${list}`}>
      <h2 id={`texte-${list}`}>{visit.t(`decision.${list}`)}</h2>
      {offered.map(choice => (
        <ChoiceField key={choice.id} {...props} {...{ list, choice }} own={ownFields(opened, choice.id)} />
      ))}
    </section>
  )
}

/** Fields asked under this text; where several name one field, it stands under the first. */
function ownFields({ choices }: OpenedDecision, id: string): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const one of choiceLists.flatMap(list => choices[list])) {
    const own = (one.fields ?? []).filter(field => !taken.has(field))
    if (one.id === id) return new Set(own)
    for (const field of own) taken.add(field)
  }
  return new Set()
}
