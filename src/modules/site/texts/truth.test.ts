import { expect, test } from 'vitest'
import { languages } from '#core/i18n/languages.ts'
import { sessionEnd } from '#modules/accounts/sessions/session-limits.ts'
import { keep_days } from '#modules/applications/drafts/model.ts'
import { texts as easyLanguage } from './easy-language/texts.ts'
import { texts as privacy } from './privacy/texts.ts'

// What the privacy page promises in numbers stands in the code of other modules: here both must agree.
const now = new Date('2026-11-03T09:00:00Z')
const session_h = (sessionEnd('basic', now).getTime() - now.getTime()) / 3_600_000

test.each(languages)('the privacy page keeps its word on drafts and sessions (%s)', language => {
  const text = JSON.stringify(privacy[language])
  expect(text).toMatch(new RegExp(`\\b${keep_days} (Tage|days)`))
  expect(text).toMatch(new RegExp(`\\b${session_h} (Stunden|hours)`))
})

test('German readers find the page in Leichte Sprache in Leichte Sprache', () => {
  expect(easyLanguage.de).toEqual(easyLanguage['de-leicht'])
})
