import type { Kind } from '../model.ts'
import { textBasis } from './text.ts'

const WRITTEN = /^\+?[0-9 ()/.-]{3,40}$/

/** Written as people write it, with 5 to 15 digits (E.164 has at most 15). */
function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '').length
  return WRITTEN.test(number) && digits >= 5 && digits <= 15
}

export const phone: Kind = {
  ...textBasis,
  check: (_field, value) => (isPhone(String(value)) ? [] : [{ code: 'phone' }]),
}
