import { fieldId } from '../field/field-id.ts'
import { Icon } from '../icon/icon.tsx'

export interface SearchBoxProps {
  /** Where the search goes (GET). */
  action: string
  name?: string | undefined
  /** "Was möchten Sie erledigen?" */
  label: string
  hint?: string | undefined
  value?: string | undefined
  button: string
  /** Values kept in the address, such as filters. */
  hidden?: Readonly<Record<string, string>> | undefined
}

/** A search form; its result is a page with an address. */
export function SearchBox({ action, name = 'q', label, hint, value, button, hidden = {} }: SearchBoxProps) {
  const id = fieldId(name)
  return (
    <search class="th-search">
      <form method="get" action={action}>
        {Object.entries(hidden).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        <label class="th-search__label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="th-muted" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div class="th-search__row">
          <input
            class="kern-form-input__input"
            {...{ id, name }}
            type="search"
            value={value ?? ''}
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <button type="submit" class="kern-btn kern-btn--primary">
            <Icon name="search" />
            <span class="kern-label">{button}</span>
          </button>
        </div>
      </form>
    </search>
  )
}
