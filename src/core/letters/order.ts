import type { Arms, LetterTemplate } from './model.ts'

/** What press.ts sends to typst-child.ts. */
export interface Order {
  id: number
  template: LetterTemplate
  data: Readonly<Record<string, unknown>>
  arms?: Arms | undefined
  /** Seconds since 1970, as the PDF's own date. */
  created_s: number
}

export type Reply = { id: number; pdf: Uint8Array } | { id: number; refused: string }
