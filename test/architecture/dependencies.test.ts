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

interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

// Without an address npm takes the registry that the operator has set; the checksum holds for each.
test('every package that is installed here has a checksum, and none has an address of its own', () => {
  const lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const packages = Object.entries(lockfile.packages as Record<string, Locked>).filter(([path]) => path !== '')
  expect(packages.length).toBeGreaterThan(100)
  const odd = packages.filter(([, { integrity, resolved = REGISTRY, ...entry }]) => {
    if (!resolved.startsWith(REGISTRY)) return true
    return !integrity?.startsWith('sha512-') && !isForElsewhere(entry)
  })
  expect(odd.map(([path]) => path)).toEqual([])
})

// Added by bin/lockfile.ts for platforms on which nobody has locked yet.
function isForElsewhere({ optional = false, os = ['linux'], cpu = ['x64'], ...entry }: Locked): boolean {
  const musl = 'libc' in entry && JSON.stringify(entry.libc) === '["musl"]'
  return optional && (musl || !os.includes('linux') || !cpu.includes('x64'))
}
