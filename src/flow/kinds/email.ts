import { rawText } from '../answers.ts'
import type { Kind } from '../model.ts'
import { textBasis, textProblems } from './text.ts'

// What mail servers take: one @, a name before it, a host with a dot behind it. No quoting, no address literals.
const NAME = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u

function isEmail(address: string): boolean {
  const at = address.lastIndexOf('@')
  const name = address.slice(0, at)
  const labels = address.slice(at + 1).split('.')
  if (at < 1 || address.length > 254 || name.length > 64 || labels.length < 2) return false
  return (
    NAME.test(name) &&
    labels.every(label => label.length <= 63 && LABEL.test(label)) &&
    (labels.at(-1)?.length ?? 0) >= 2
  )
}

export const email: Kind = {
  ...textBasis,
  read: (field, raw) => ({ value: rawText(raw, field.id).normalize('NFC').replace(/\s+/g, '') || undefined }),
  check(field, value) {
    const problems = textProblems(field, String(value), 'line')
    return problems.length === 0 && !isEmail(String(value)) ? [{ code: 'email' }] : problems
  },
}
