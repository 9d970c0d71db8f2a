import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { capture, type Result } from './command.ts'

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

let found: Promise<string | undefined> | undefined

/** The browser for the tests: the one named, one that is there, or one installed now; looked for once a run. */
export function findOrInstallChromium(): Promise<string | undefined> {
  found ??= findChromium() === undefined ? installChromium() : Promise.resolve(findChromium())
  return found
}

/** CHROMIUM_PATH wins; then the system's; then what Playwright has downloaded earlier. */
export function findChromium(
  named = process.env.CHROMIUM_PATH,
  usual: readonly string[] = USUAL,
): string | undefined {
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names a file that is not there: ${named}`)
    return named
  }
  return usual.find(path => existsSync(path)) ?? downloaded()
}

function downloaded(): string | undefined {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright')
  return globSync(join(cache, 'chromium*/chrome*/{chrome,headless_shell,chrome-headless-shell}'))
    .sort()
    .at(-1)
}

async function installChromium(): Promise<string | undefined> {
  console.log('  no Chromium found: installing one for the tests')
  const { code, output } = process.getuid?.() === 0 ? await fromDebian() : await fromPlaywright()
  const path = findChromium()
  if (path !== undefined) return path
  console.log(
    `${output.trim()}\n  Chromium could not be installed (code ${code}). Install it by hand and name it:`,
  )
  console.log('    sudo apt-get install chromium        (Debian, Ubuntu: chromium-browser)')
  console.log('    CHROMIUM_PATH=/path/to/chromium npm test')
  return undefined
}

async function fromDebian(): Promise<Result> {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  if (!existsSync('/usr/bin/apt-get')) return fromPlaywright()
  await capture(['apt-get', 'update', '-q'], quiet)
  return capture(
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    quiet,
  )
}

function fromPlaywright(): Promise<Result> {
  return capture(['node', 'node_modules/playwright-core/cli.js', 'install', 'chromium-headless-shell'])
}
