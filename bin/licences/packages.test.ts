import { expect, test } from 'vitest'
import { listPackages, unknownLicences } from './packages.ts'

const lockfile = JSON.stringify({
  packages: {
    '': { version: '0.1.0' },
    'node_modules/pg': { version: '8.0.0', license: 'MIT' },
    'node_modules/a/node_modules/pg': { version: '8.0.0', license: 'MIT' },
    'node_modules/@kern-ux/native': { version: '2.0.0', license: 'EUPL-1.2' },
    'node_modules/vitest': { version: '5.0.0', license: 'MIT', dev: true },
  },
})

test('lists each package once, without the tools', () => {
  expect(listPackages(lockfile)).toEqual([
    { name: '@kern-ux/native', version: '2.0.0', licence: 'EUPL-1.2' },
    { name: 'pg', version: '8.0.0', licence: 'MIT' },
  ])
})

test.each([
  ['MIT', true],
  ['MIT AND Zlib', true],
  ['GPL-3.0-only OR MIT', true],
  ['GPL-3.0-only', false],
  ['MIT AND SSPL-1.0', false],
  ['', false],
])('the licence "%s" is known: %s', (licence, known) => {
  expect(unknownLicences([{ name: 'x', version: '1', licence }])).toHaveLength(known ? 0 : 1)
})
