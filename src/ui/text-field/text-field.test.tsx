import { describe, expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { LongTextField, TextField } from './text-field.tsx'

const email = { name: 'contact.email', label: 'E-Mail-Adresse' }

describe('TextField', () => {
  test('is accessible, empty and with everything', () => {
    expect(faultsOf(<TextField {...email} />)).toEqual([])
    const full = { hint: 'Zum Beispiel a@b.de', why: 'Für Nachrichten', error: 'Geben Sie eine Adresse ein' }
    expect(faultsOf(<TextField {...email} {...full} type="email" autocomplete="email" />)).toEqual([])
  })

  test('names hint, reason and error in the order in which they stand', () => {
    const html = htmlOf(<TextField {...email} hint="h" why="w" error="e" />)
    expect(html).toContain(
      'aria-describedby="f-contact-email-hint f-contact-email-why f-contact-email-error"',
    )
    expect(html).toContain('aria-invalid="true"')
  })

  test('without an error it is not marked', () => {
    expect(htmlOf(<TextField {...email} />)).not.toMatch(/aria-invalid|aria-describedby/)
  })

  test('shows again what was typed, also where it looks like markup', () => {
    expect(htmlOf(<TextField {...email} value={'"><script>'} />)).toContain('value="&quot;>&lt;script>"')
  })

  test('switches the spelling check off where it is asked to', () => {
    expect(htmlOf(<TextField {...email} spellcheck={false} />)).toContain('spellcheck="false"')
  })

  test('carries the page title as a label', () => {
    const html = htmlOf(<TextField {...email} asHeading />)
    expect(html).toMatch(/<h1[^>]*><label[^>]*for="f-contact-email"/)
    expect(faultsOf(<TextField {...email} asHeading />)).toEqual([])
  })
})

describe('LongTextField', () => {
  test('is accessible and shows again what was typed', () => {
    const view = (
      <LongTextField name="reason" label="Grund" value={'Zeile 1\nZeile <2>'} error="Kürzer bitte" />
    )
    expect(faultsOf(view)).toEqual([])
    expect(htmlOf(view)).toContain('Zeile 1\nZeile &lt;2></textarea>')
  })
})
