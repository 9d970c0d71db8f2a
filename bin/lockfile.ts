// `npx node bin/lockfile.ts`, after every change of dependencies: completes package-lock.json.
// With --check it only tells what is missing.
//
// Tools bring one package for each platform. npm writes down only those that the registry answered for
// at that moment; a registry that mirrors a selection leaves some out, and `npm ci` then refuses the
// whole file on every machine. What is added here names version and platform, so npm ci is content and
// leaves the package alone on machines it is not for.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completeLockfile } from './lockfile/complete.ts'

const path = join(import.meta.dirname, '../package-lock.json')
const { added, text } = completeLockfile(readFileSync(path, 'utf8'))

if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (added.length > 0) {
  console.error(`package-lock.json lacks ${added.length} packages: run npx node bin/lockfile.ts`)
  for (const name of added) console.error(`  ${name}`)
  process.exitCode = 1
}
