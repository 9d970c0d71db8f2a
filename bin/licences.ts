// `npx node bin/licences.ts` writes docs/third-party.md: everything that comes with Torhaus and its licence.
// With --check it only compares, and refuses licences that have not been looked at.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackages, type Package, unknownLicences } from './licences/packages.ts'
import { writeList } from './licences/write-list.ts'

const ROOT = join(import.meta.dirname, '..')
const LIST = join(ROOT, 'docs/third-party.md')

const packages: readonly Package[] = listPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
const list = writeList(packages)
const unknown = unknownLicences(packages)

for (const { name, licence } of unknown) {
  console.error(`${name}: the licence "${licence}" is not on the list in bin/licences/packages.ts`)
}
if (!process.argv.includes('--check')) writeFileSync(LIST, list)
else if (readFileSync(LIST, 'utf8') !== list) {
  console.error('docs/third-party.md does not match package-lock.json: run npx node bin/licences.ts')
  process.exitCode = 1
}
if (unknown.length > 0) process.exitCode = 1
