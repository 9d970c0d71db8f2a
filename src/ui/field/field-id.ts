/**
 * Id of the control of a field, derived from its name, so that it is unique where names are.
 *
 *     fieldId('trees.0.height_m')   // 'f-trees-0-height_m'
 */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

/** Link to a field, for the error summary: `fieldHref('email')` is '#f-email'. */
export function fieldHref(name: string): string {
  return `#${fieldId(name)}`
}

export interface Described {
  name: string
  hint?: string | undefined
  why?: string | undefined
  error?: string | undefined
}

/** Value of aria-describedby: hint, reason and error, as far as they are shown. */
export function describedBy({ name, hint, why, error }: Described): string | undefined {
  const id = fieldId(name)
  const parts = [hint && `${id}-hint`, why && `${id}-why`, error && `${id}-error`]
  return parts.filter(Boolean).join(' ') || undefined
}
