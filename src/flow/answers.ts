// Answers as they are stored: plain JSON, one key a field.

export interface AddressAnswer {
  readonly street: string
  readonly house_number: string
  readonly addition?: string | undefined
  readonly postcode: string
  readonly town: string
  /** Amtlicher Regionalschlüssel, when the place was looked up */
  readonly ars?: string | undefined
}
/** A parcel of the land register: Gemarkung, Flur, Flurstück (numerator/denominator). */
export interface ParcelAnswer {
  readonly district: string
  readonly field: string
  readonly numerator: string
  readonly denominator?: string | undefined
}
export interface MapPointAnswer {
  readonly lat: number
  readonly lon: number
}
export interface UploadAnswer {
  readonly document: string
  readonly name: string
  readonly bytes: number
  readonly type: string
}
/** One entry of a repeatable group; `_id` stays the same for its life. */
export interface ItemAnswer {
  readonly _id: string
  readonly [field: string]: Answer | undefined
}
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | AddressAnswer
  | ParcelAnswer
  | MapPointAnswer
  | readonly UploadAnswer[]
  | readonly ItemAnswer[]
export type Answers = Readonly<Record<string, Answer | undefined>>

/** One posted page: HTML names to values, as a form parser yields them. */
export type Raw = Readonly<Record<string, string | readonly string[] | undefined>>
export type Shown = Record<string, string | string[]>

/** The first value under a name, or the empty text. */
export function rawText(raw: Raw, name: string): string {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined
  if (typeof value === 'string') return value
  const first = Array.isArray(value) ? value[0] : undefined
  return typeof first === 'string' ? first : ''
}
