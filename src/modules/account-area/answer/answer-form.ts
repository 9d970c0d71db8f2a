import { z } from 'zod'
import { uuidPattern } from '#core/ids.ts'
import type { UploadOutcome } from '#modules/applications/index.ts'

/** Name of the file field. */
export const filesField = 'dateien'
export const longestAnswer = 8_000
export const mostFiles = 20

export interface AnswerForm {
  readonly text: string
  /** What became of the files that came along; only the server itself puts them there. */
  readonly outcomes: readonly UploadOutcome[]
  /** "Hochladen" was pressed: stay on the page. */
  readonly isUpload: boolean
  /** File at which "Entfernen" was pressed. */
  readonly remove: string | undefined
}

export const answerForm = z.record(z.string(), z.unknown()).transform((form): AnswerForm => {
  const files = form[filesField]
  const outcomes = Array.isArray(files) ? files.filter(one => typeof one === 'object' && one !== null) : []
  const [name, document = ''] = String(form.remove ?? '').split(':')
  return {
    text: typeof form.text === 'string' ? form.text : '',
    outcomes,
    isUpload: form.upload !== undefined,
    remove: name === filesField && uuidPattern.test(document) ? document : undefined,
  }
})

/** As it is kept: line ends as one, nothing around it. */
export function readAnswer(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
