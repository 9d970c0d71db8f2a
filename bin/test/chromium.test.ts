import { expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

test('the browser that is named wins, and a wrong name is a fault, not a reason to take another', () => {
  expect(findChromium('/bin/sh', ['/bin/cat'])).toBe('/bin/sh')
  expect(findChromium('', ['/not/there', '/bin/cat'])).toBe('/bin/cat')
  expect(() => findChromium('/not/there', ['/bin/cat'])).toThrow('/not/there')
})
