import { type CompiledField, uploadLimits } from '#flow/index.ts'

/** What a question takes. */
export interface FileLimits {
  readonly mediaTypes: readonly string[]
  readonly max_bytes: number
}

/** Why a file is not kept, in a word that the message files know. */
export interface FileProblem {
  readonly problem:
    | 'empty'
    | 'type'
    | 'too_large'
    | 'too_many'
    | 'draft_full'
    | 'damaged'
    | 'pdf_active'
    | 'pdf_encrypted'
    | 'pdf_unreadable'
}

/** All files of one draft together. */
export const draftLimits = { files: 60, bytes: 200_000_000 } as const

/** Above what the web server lets through in one part, nothing is promised (core/http/multipart.ts). */
const server_max_bytes = 26_214_400

export function limitsOf(field: CompiledField): FileLimits & { max_files: number } {
  const { mediaTypes, max_mb, max_files } = uploadLimits(field)
  return { mediaTypes, max_files, max_bytes: Math.min(max_mb * 1_000_000, server_max_bytes) }
}

/** The name as it is kept: without folders and control characters, not longer than a file system takes. */
export function plainFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Bidirectional controls could make "photo_exe.jpg" out of something else.
  const clean = base.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').trim()
  if (clean === '' || clean === '.' || clean === '..') return 'file'
  return clean.length <= 120 ? clean : `${clean.slice(0, 100)}…${clean.slice(-19)}`
}
