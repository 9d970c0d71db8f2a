import { z } from 'zod'
import type { Raw } from '#flow/index.ts'
import type { UploadOutcome } from '../documents/receive-upload.ts'

/** A posted question page: answers by their HTML names, and which button was pressed. */
export interface PostedForm {
  readonly raw: Raw
  /** What became of the files that came along; only the server itself puts them there. */
  readonly outcomes: readonly UploadOutcome[]
  /** "Hochladen" was pressed: stay on the page. */
  readonly isUpload: boolean
  /** "Entfernen" was pressed at a file or an entry. */
  readonly remove: { readonly name: string; readonly id: string } | undefined
  /** Warnings that the page showed already. */
  readonly warned: readonly string[]
}

export const postedForm = z.record(z.string(), z.unknown()).transform(splitForm)

function splitForm(form: Record<string, unknown>): PostedForm {
  const raw: Record<string, string | string[]> = {}
  const outcomes: UploadOutcome[] = []
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') raw[name] = value
    else if (Array.isArray(value)) {
      const texts = value.filter(one => typeof one === 'string')
      if (texts.length > 0) raw[name] = texts
      outcomes.push(...value.filter(one => typeof one === 'object' && one !== null))
    }
  }
  const [, name, id] = /^([a-z_][a-z0-9_]*):([0-9a-f-]{36})$/.exec(String(raw.remove ?? '')) ?? []
  return {
    raw,
    outcomes,
    isUpload: raw.upload !== undefined,
    remove: name && id ? { name, id } : undefined,
    warned: [raw._warned ?? []].flat(),
  }
}
