import { type FieldState, fillText, type ItemState, itemTitle } from '#flow/index.ts'
import { type FieldProps, GroupList } from '#ui/index.ts'
import type { Asking } from './asking.ts'

/** The first answers tell entries apart; more would be a second review page. */
const most_facts = 3

/** What was entered so far, each with change and remove, and the way to one more. */
export function GroupView({
  field,
  asking,
  base,
}: {
  field: FieldState
  asking: Asking
  base: Omit<FieldProps, 'value'>
}) {
  const { t, words } = asking
  const { max } = field.compiled.field
  const isFull = max !== undefined && field.items.length >= max
  return (
    <GroupList
      name={field.id}
      label={base.label}
      hint={base.hint}
      error={base.error}
      items={field.items.map(item => ({
        id: item.id,
        title: itemTitle(field.compiled, item, asking.filling),
        facts: factsOf(item, asking),
        href: asking.itemHref(field.id, item.id),
        problem: item.complete ? undefined : t('group.incomplete'),
      }))}
      empty={t('group.empty')}
      add={
        isFull
          ? undefined
          : { href: asking.newItemHref(field.id), label: t('group.add', { item: nextTitle(field, asking) }) }
      }
      changeLabel={words.group_change}
      removeLabel={words.group_remove}
    />
  )
}

/** "Baum 3", for the button that adds it. */
function nextTitle({ compiled, items }: FieldState, { filling, say }: Asking): string {
  const item = { group: compiled, values: {}, index: items.length }
  const { item: title, label } = compiled.field
  return title ? fillText(title, { ...filling, item }) : (say(label) ?? compiled.id)
}

function factsOf(item: ItemState, { language }: Asking): string[] {
  return item.fields
    .filter(field => field.value !== undefined && field.compiled.field.type !== 'upload')
    .slice(0, most_facts)
    .map(field => field.compiled.kind.tell(field.compiled, field.value!, language))
}
