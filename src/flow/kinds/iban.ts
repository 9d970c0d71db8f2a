import { rawText } from '../answers.ts'
import type { Kind } from '../model.ts'
import { textBasis } from './text.ts'

// Lengths by country (ISO 13616 register) of the SEPA countries; others are taken by their check digits.
const LENGTHS: Readonly<Record<string, number>> = {
  ...{
    AD: 24,
    AT: 20,
    BE: 16,
    BG: 22,
    CH: 21,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    EE: 20,
    ES: 24,
    FI: 18,
    FR: 27,
  },
  ...{
    GB: 22,
    GI: 23,
    GR: 27,
    HR: 21,
    HU: 28,
    IE: 22,
    IS: 26,
    IT: 27,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    MC: 27,
  },
  ...{ MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
}

/** Check digits by ISO 7064 mod 97-10, over the number without blanks. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return false
  const length = LENGTHS[iban.slice(0, 2)]
  if (length !== undefined && iban.length !== length) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export const iban: Kind = {
  ...textBasis,
  read: (field, raw) => ({
    value:
      rawText(raw, field.id)
        .replace(/[\s.-]/g, '')
        .toUpperCase()
        .slice(0, 60) || undefined,
  }),
  check: (_field, value) => (isIban(String(value)) ? [] : [{ code: 'iban' }]),
  tell: (_field, value) => String(value).replace(/(.{4})(?=.)/g, '$1 '),
}
