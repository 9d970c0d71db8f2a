import { expect, test } from 'vitest'
import { checkNewPassword, countParts } from './policy.ts'

test.each([
  ['', 'missing'],
  ['kurz', 'short'],
  ['elf Zeichen', 'short'],
  ['x'.repeat(201), 'long'],
])('%s is refused for its length', (password, fault) => {
  expect(checkNewPassword(password, [])).toBe(fault)
})

test.each([
  'passwort1234',
  'P4ssw0rt!2026',
  'Sommer2026!!',
  'qwertzuiop12',
  '123456789012',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'Leuna2026Leuna',
  'Michael24121985',
  'ichliebedich',
  'SchatzSchatzSchatz',
  'Fußball04Schalke',
  'MeinPasswort1',
  'xyxyxyxyxyxyxyxy',
])('%s is too easy', password => {
  expect(checkNewPassword(password, [])).toBe('easy')
})

test.each([
  'Pinsel Lampe Wolke Gurke',
  'Treppe-7-Kaktus-Nebel',
  'drei Äxte im Nähkorb',
  'gT5#kk0qLw9z',
  'пароль тихой реки',
  '🦊🌧️ zwölf Eimer',
])('%s is accepted', password => {
  expect(checkNewPassword(password, [])).toBeUndefined()
})

test('what strangers know of the person counts little', () => {
  const about = ['ines.hartwig@leuna.example', 'Ines Hartwig']
  expect(checkNewPassword('InesHartwig#7', [])).toBeUndefined()
  expect(checkNewPassword('InesHartwig#7', about)).toBe('easy')
})

test('every sign counts once, a known word twice, a repetition once', () => {
  expect(countParts('vkpzr', [])).toBe(5)
  expect(countParts('sommer', [])).toBe(2)
  expect(countParts('sommersommer', [])).toBe(3)
  expect(countParts('s0mm3r', [])).toBe(2)
})

test('64 signs and more are taken, with umlauts, spaces and emoji', () => {
  expect(
    checkNewPassword('Ein langer Satz über zwölf grüne Krokodile am Kiosk 🐊 '.repeat(2), []),
  ).toBeUndefined()
})
