import type { UploadAnswer } from '../answers.ts'
import { contextOf, listOf, NUMBER, TEXT } from '../feel/shape.ts'
import type { UploadType } from '../format.ts'
import type { CompiledField, Kind, Problem } from '../model.ts'
import { readableBytes } from '../readable.ts'

const MEDIA_TYPES: Readonly<Record<UploadType, readonly string[]>> = {
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  heic: ['image/heic', 'image/heif'],
  pdf: ['application/pdf'],
}
const DEFAULT_TYPES: readonly UploadType[] = ['jpeg', 'png', 'pdf']

/** More files than any field may take (catalogue/schema/field.json). */
const MAX_FILES = 50

/** Limits of an upload field with what holds when the package does not say. */
export function uploadLimits(field: CompiledField) {
  const { accept = DEFAULT_TYPES, min_files = 1, max_files = 5, max_mb = 10 } = field.field
  return { accept, mediaTypes: accept.flatMap(type => MEDIA_TYPES[type]), min_files, max_files, max_mb }
}

function isUpload(value: unknown): value is UploadAnswer {
  const { document, name, bytes, type } = (value ?? {}) as Partial<UploadAnswer>
  return [document, name, type].every(text => typeof text === 'string') && Number.isFinite(bytes)
}

function checkFiles(field: CompiledField, files: readonly UploadAnswer[]): Problem[] {
  const { accept, mediaTypes, min_files, max_files, max_mb } = uploadLimits(field)
  const problems: Problem[] = []
  if (files.length > max_files)
    problems.push({ code: 'max_files', values: { most: max_files, over: files.length - max_files } })
  // What may be handed in later needs not be complete now.
  if (files.length < min_files && !field.field.later)
    problems.push({ code: 'min_files', values: { least: min_files } })
  for (const { name, bytes, type } of files) {
    if (bytes > max_mb * 1_000_000) problems.push({ code: 'file_size', values: { name, most: max_mb } })
    if (!mediaTypes.includes(type))
      problems.push({ code: 'file_type', values: { name, accept: accept.join(', ').toUpperCase() } })
  }
  return problems
}

export const upload: Kind = {
  shape: () => listOf(contextOf({ document: TEXT, name: TEXT, bytes: NUMBER, type: TEXT })),
  isWell: value => Array.isArray(value) && value.length <= MAX_FILES && value.every(isUpload),
  read: () => ({ value: undefined }),
  check: (field, value) => checkFiles(field, value as UploadAnswer[]),
  show: () => ({}),
  tell: (_field, value, lang) =>
    (value as UploadAnswer[]).map(file => `${file.name} (${readableBytes(file.bytes, lang)})`).join(', '),
  feel: value => value,
  unanswered: [],
  parts: [],
}
