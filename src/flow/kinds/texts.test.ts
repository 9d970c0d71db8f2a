import { describe, expect, test } from 'vitest'
import { ask } from '../fixtures/ask-one.ts'
import { text } from '../fixtures/tree-form.ts'
import { isIban } from './iban.ts'

describe('texts', () => {
  test('trimmed, NFC, limited in length and characters', () => {
    expect(ask({ type: 'text' }, '  Mu\u0308ller ').value).toBe('Müller')
    expect(ask({ type: 'text', max_length: 3 }, 'abcd')).toMatchObject({
      codes: ['too_long'],
      said: ['„Frage“ darf höchstens 3 Zeichen haben. Es sind 4.'],
    })
    expect(ask({ type: 'text', min_length: 3 }, 'ab').codes).toEqual(['too_short'])
    expect(ask({ type: 'text' }, 'Hallo 😀').said).toEqual([
      'Bei „Frage“ kann das Zeichen „😀“ nicht verarbeitet werden. Entfernen oder ersetzen Sie es.',
    ])
    expect(ask({ type: 'text' }, 'a\u202Eb').said[0]).toContain('U+202E')
    expect(ask({ type: 'text', characters: 'name' }, 'Anna 1').codes).toEqual(['characters'])
    expect(ask({ type: 'longtext' }, 'eins\r\nzwei').value).toBe('eins\nzwei')
    expect(ask({ type: 'text' }, 'eins\nzwei').codes).toEqual(['characters'])
  })

  test('a pattern speaks with the package’s words and cannot be made slow', () => {
    const plate = { type: 'text', pattern: '(a+)+', pattern_message: text('Nur a.') } as const
    expect(ask(plate, `${'a'.repeat(150)}b`)).toMatchObject({ codes: ['pattern'], said: ['Nur a.'] })
    expect(ask(plate, 'aaa').codes).toEqual([])
  })

  test.each(['erika@leuna.de', 'e.m+x@sub.example.org', 'a@müller.de'])('e-mail %s', address =>
    expect(ask({ type: 'email' }, address)).toMatchObject({ value: address, codes: [] }),
  )
  test.each([
    'erika',
    'erika@',
    '@leuna.de',
    'a b@c.de@',
    'a@localhost',
    'a..b@c.de',
    'a@-c.de',
    'a@c.d',
    `${'a'.repeat(70)}@c.de`,
  ])('no e-mail: %s', address => expect(ask({ type: 'email' }, address).codes).toEqual(['email']))
  test.each(['03461 123456', '+49 (0)3461/12-34', '112233'])('telephone %s', number =>
    expect(ask({ type: 'phone' }, number).codes).toEqual([]),
  )
  test.each(['12', 'ruf an', '+', '1'.repeat(16)])('no telephone: %s', number =>
    expect(ask({ type: 'phone' }, number).codes).toEqual(['phone']),
  )
})

describe('IBAN', () => {
  test.each(['DE02 1203 0000 0000 2020 51', 'at611904300234573201', 'GB82-WEST-1234-5698-7654-32'])(
    '%s',
    iban => expect(ask({ type: 'iban' }, iban).codes).toEqual([]),
  )
  test.each([
    'DE02 1203 0000 0000 2020 52',
    'DE02 1203 0000 0000 2020 5',
    'DE',
    'XX00',
    '12',
    'DE02120300000000202051000',
  ])('not %s', iban => expect(ask({ type: 'iban' }, iban).codes).toEqual(['iban']))
  test('any two digits exchanged are found', () => {
    const good = 'DE02120300000000202051'
    for (let at = 4; at < good.length - 1; at += 1) {
      if (good[at] === good[at + 1]) continue
      const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2)
      expect(isIban(swapped)).toBe(false)
    }
  })
})
