import { expect, test } from 'vitest'
import { completeLockfile } from './complete.ts'

const lockfile = (packages: Record<string, unknown>) => JSON.stringify({ lockfileVersion: 3, packages })

const optionalDependencies = {
  '@tool/linux-x64': '1.2.3',
  '@tool/darwin-arm64': '1.2.3',
  '@tool/linux-arm64-musl': '1.2.3',
}

test('adds what the registry did not have, with version, platform and licence', () => {
  const { added, text } = completeLockfile(
    lockfile({
      'node_modules/tool': { version: '1.2.3', dev: true, license: 'MIT', optionalDependencies },
      'node_modules/@tool/linux-x64': { version: '1.2.3', integrity: 'sha512-abc' },
    }),
  )
  expect(added).toEqual(['@tool/darwin-arm64', '@tool/linux-arm64-musl'])
  const { packages } = JSON.parse(text)
  const common = { version: '1.2.3', dev: true, license: 'MIT', optional: true, cpu: ['arm64'] }
  expect(packages['node_modules/@tool/darwin-arm64']).toEqual({ ...common, os: ['darwin'] })
  expect(packages['node_modules/@tool/linux-arm64-musl']).toEqual({
    ...common,
    os: ['linux'],
    libc: ['musl'],
  })
  expect(packages['node_modules/@tool/linux-x64'].integrity).toBe('sha512-abc')
  expect(completeLockfile(text).added).toEqual([])
})

test('a complete lockfile stays as it is, also with packages inside of packages', () => {
  const text = lockfile({
    'node_modules/a/node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: { '@tool/linux-x64': '1.2.3' },
    },
    'node_modules/a/node_modules/@tool/linux-x64': { version: '1.2.3' },
  })
  expect(completeLockfile(text)).toEqual({ added: [], text })
})

test('a package whose name tells no platform is not guessed', () => {
  const packages = { 'node_modules/tool': { version: '1.0.0', optionalDependencies: { extras: '1.0.0' } } }
  expect(() => completeLockfile(lockfile(packages))).toThrow('no platform')
})
