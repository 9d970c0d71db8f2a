import type { ReadForm, Shown } from '#flow/index.ts'
import type { FieldNote } from './asking.ts'
import type { PostedForm } from './posted-form.ts'

/** How a posted page goes on: shown again, opened anew, or left. */
export type Verdict =
  | {
      readonly kind: 'again'
      readonly status: 200 | 422
      readonly errors: readonly FieldNote[]
      readonly hasAppeared: boolean
    }
  | { readonly kind: 'stay' }
  | { readonly kind: 'onward' }

export interface Post {
  readonly form: Pick<PostedForm, 'isUpload' | 'remove' | 'warned'>
  readonly read: Pick<ReadForm, 'errors' | 'appeared'>
  /** Files that were not kept. */
  readonly refused: readonly FieldNote[]
  /** The read errors as the page says them. */
  readonly wrong: readonly FieldNote[]
  readonly warnings: readonly FieldNote[]
}

/** What is stored is stored; this only says which page comes next. */
export function judgePost({ form, read, refused, wrong, warnings }: Post): Verdict {
  const again = (status: 200 | 422, errors: readonly FieldNote[]): Verdict => ({
    kind: 'again',
    status,
    errors,
    hasAppeared: read.appeared.length > 0,
  })
  if (form.isUpload || form.remove) {
    // Only the file was meant; the other fields are judged at "Weiter". What cannot be stored must not get lost.
    if (refused.length > 0) return again(422, refused)
    return read.errors.length === 0 ? { kind: 'stay' } : again(200, [])
  }
  const errors = [...refused, ...wrong]
  if (errors.length > 0) return again(422, errors)
  if (read.appeared.length > 0) return again(200, [])
  // A warning is shown once and does not block.
  return warnings.some(({ name }) => !form.warned.includes(name)) ? again(200, []) : { kind: 'onward' }
}

/** Fields that were not posted, because they have just appeared, show the package's proposal. */
export function shownAgain(posted: Shown, stored: Shown): Shown {
  return { ...stored, ...posted }
}
