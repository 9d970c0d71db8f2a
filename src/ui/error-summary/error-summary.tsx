import { fieldHref } from '../field/field-id.ts'
import { Icon } from '../icon/icon.tsx'

export interface ErrorSummaryProps {
  title: string
  /** The same words as beside the field, in the order of the page. `name` is the field's name. */
  errors: readonly { name: string; message: string }[]
}

/**
 * What has to be mended, on top of the page above the h1. It takes the focus when the page opens: by the
 * `islands.js` island, and without JavaScript it is simply the first thing in `main`.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="th-errors" role="alert" tabindex={-1} data-island="error-summary">
      <h2 class="th-errors__title">
        <Icon name="danger" />
        <span>{title}</span>
      </h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a href={fieldHref(name)}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
