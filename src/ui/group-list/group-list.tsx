import { Button, LinkButton } from '../button/button.tsx'
import { FieldError } from '../field/field.tsx'
import { fieldId } from '../field/field-id.ts'

export interface GroupListProps {
  /** Name of the group field: the error summary leads here. */
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** What has been entered: "Baum 1", with its main answers; `problem` marks an item that needs another look. */
  items: readonly {
    id: string
    title: string
    facts: readonly string[]
    href: string
    problem?: string | undefined
  }[]
  /** Said when the list is empty. */
  empty: string
  /** "Baum hinzufügen" / "Weiteren Baum hinzufügen"; leave out when no more may be added. */
  add?: { href: string; label: string } | undefined
  changeLabel: string
  removeLabel: string
}

/** List of repeated entries with change and remove; "remove" posts `remove=<name>:<id>`. */
export function GroupList(props: GroupListProps) {
  const { name, label, hint, error, items, empty, add } = props
  const id = fieldId(name)
  return (
    <section class={`th-group${error ? ' kern-fieldset--error' : ''}`} aria-labelledby={id}>
      <h2 id={id} tabindex={-1} class="th-group__title">
        {label}
      </h2>
      {hint && <p>{hint}</p>}
      <FieldError name={name} error={error} />
      {items.length === 0 ? (
        <p class="th-muted">{empty}</p>
      ) : (
        <ol class="th-group__list">
          {items.map(item => (
            <li key={item.id} id={fieldId(`${name}.${item.id}`)} tabindex={-1}>
              <div class="th-group__item">
                <h3>{item.title}</h3>
                <p>{item.facts.join(' · ')}</p>
                {item.problem && <FieldError name={`${name}.${item.id}`} error={item.problem} />}
              </div>
              <div class="th-group__tools">
                <LinkButton kind="tertiary" href={item.href} about={item.title}>
                  {props.changeLabel}
                </LinkButton>
                <Button kind="tertiary" name="remove" value={`${name}:${item.id}`} about={item.title}>
                  {props.removeLabel}
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {add && (
        <LinkButton kind="secondary" icon="add" href={add.href}>
          {add.label}
        </LinkButton>
      )}
    </section>
  )
}
