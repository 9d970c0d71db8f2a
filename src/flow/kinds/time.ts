import { rawText } from '../answers.ts'
import { feelTime } from '../feel/program.ts'
import { TIME } from '../feel/shape.ts'
import type { Kind } from '../model.ts'
import { say } from '../say.ts'

const WRITTEN = /^(\d{1,2})(?:[:.\s]?(\d{2}))?(?:\s*(?:Uhr|h))?$/i

export const time: Kind = {
  shape: () => TIME,
  isWell: value => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  read(field, raw) {
    const written = rawText(raw, field.id).trim()
    if (written === '') return { value: undefined }
    const match = WRITTEN.exec(written)
    const [hours, minutes] = [match?.[1] ?? '99', match?.[2] ?? '00']
    const value = `${hours.padStart(2, '0')}:${minutes}`
    return time.isWell(value) ? { value } : { value: undefined, problem: { code: 'time' } }
  },
  check: () => [],
  show: (id, value) => ({ [id]: String(value) }),
  tell: (_field, value, lang) => say(lang, 'tell.time', { time: String(value) }),
  feel: value => feelTime(String(value)),
  unanswered: null,
  parts: [],
}
