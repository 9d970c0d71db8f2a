import { FieldView } from '#modules/applications/index.ts'
import { decisionNames, fieldsOf, type OpenedItem } from '#modules/decisions/index.ts'
import { DescriptionList, Details } from '#ui/index.ts'
import { answersIn, itemHeading } from '../case/answers-of.ts'
import { askingOf } from './decision-fields.tsx'
import type { DecisionFormProps } from './decision-form.tsx'

/** What is decided on one tree, dog or booth, with what was said of it at hand. */
export function ItemFields({ item, ...props }: DecisionFormProps & { item: OpenedItem }) {
  const { visit, deciding, opened, typed, errors } = props
  const { t, language } = visit
  if (!item.fields) return null
  const group = opened.definition.items!.of
  const sections = answersIn(deciding.view, language)
  const prefix = decisionNames.item(group, item.index)
  // On the page each field carries group and place before its own name.
  const fields = fieldsOf(item.fields).map(field => ({ ...field, id: prefix + field.id }))
  const asking = askingOf(item.fields, { language, fields, typed, errors })
  const told = sections.flatMap(section => section.entries).filter(entry => entry.field.startsWith(prefix))
  return (
    <section class="th-stack">
      <h3>{itemHeading(sections, { group, index: item.index }) ?? String(item.index + 1)}</h3>
      {told.length > 0 && (
        <Details title={t('check.evidence')}>
          <DescriptionList items={told.map(({ label, value }) => ({ label, value }))} stacked />
        </Details>
      )}
      {fields.map(field => (
        <FieldView key={field.id} {...{ field, asking }} />
      ))}
    </section>
  )
}
