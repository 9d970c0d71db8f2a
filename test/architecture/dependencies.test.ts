import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './project.ts'

type Versions = Record<string, string>

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Versions>
const REGISTRY = 'https://registry.npmjs.org/'
const kinds = ['dependencies', 'optionalDependencies', 'devDependencies']
const versions = Object.assign({}, ...kinds.map(kind => manifest[kind])) as Versions

test('every dependency has its line in docs/decisions/dependencies.md, and no other has', () => {
  const page = readFileSync(join(ROOT, 'docs/decisions/dependencies.md'), 'utf8')
  const lines = [...page.matchAll(/^\| ([@a-z][^ ]*) \| .+ \| .+ \|$/gm)].map(([, name]) => name)
  expect(lines.sort()).toEqual(Object.keys(versions).sort())
})

// npm runs on the machine's own Node and would silently choose older versions for a range (decision 1).
test('versions are exact', () => {
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([])
})

// Without an address npm takes the registry that the operator has set; the checksum holds for each.
test('every package in the lockfile has a checksum and none has an address of its own', () => {
  const lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; resolved?: string }>
  }
  const packages = Object.entries(lockfile.packages).filter(([path]) => path !== '')
  expect(packages.length).toBeGreaterThan(100)
  const odd = packages.filter(([, { integrity, resolved = REGISTRY }]) => {
    return !integrity?.startsWith('sha512-') || !resolved.startsWith(REGISTRY)
  })
  expect(odd.map(([path]) => path)).toEqual([])
})
