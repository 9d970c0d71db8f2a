import { type ChildProcess, execFileSync, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, onTestFinished } from 'vitest'
import { type Connection, type Postgres, startPostgres } from './index.ts'
import type { Report } from './launch.fixture.ts'

export const quiet = { debug() {}, info() {}, warn() {} }
export const isRoot = process.getuid?.() === 0

/** An empty folder of this test, taken away at its end; `mode` as a closed or an open home folder has it. */
export function folder(mode = 0o700): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'torhaus-test-')))
  chmodSync(path, mode)
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

let prepared: Promise<string> | undefined

afterAll(async () => {
  if (prepared !== undefined) rmSync(await prepared, { recursive: true, force: true })
})

/** A data folder with a database that was already started once: a copy, since making one takes a second. */
export async function usedFolder(): Promise<string> {
  prepared ??= prepare()
  const dataDir = join(folder(), 'data')
  execFileSync('cp', ['-a', await prepared, dataDir])
  return dataDir
}

async function prepare(): Promise<string> {
  const dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'torhaus-test-')))
  const postgres = await startPostgres({ dataDir, log: quiet })
  await postgres.stop()
  return dataDir
}

/** Starts in this process; stopped at the end of the test, whatever happens in it. */
export async function start(dataDir: string, settings: Record<string, string> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, log: quiet, settings })
  onTestFinished(() => postgres.stop())
  return postgres
}

export interface Launched {
  readonly child: ChildProcess
  readonly report: Report
  stop(): Promise<void>
}

/** Starts in another process, as another user where `uid` is given. */
export async function launch(
  args: string[],
  options: { uid?: number; program?: string } = {},
): Promise<Launched> {
  const program = options.program ?? join(import.meta.dirname, 'launch.fixture.ts')
  const who = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }
  const child = fork(program, args, { cwd: '/', ...who })
  const exited = once(child, 'exit')
  onTestFinished(() => end(child))
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)])
  if (first === undefined) throw new Error('the process ended without a word')
  return {
    child,
    report: first[0] as Report,
    async stop() {
      child.send('stop')
      await exited
    },
  }
}

/** The numbers of a successful launch; a refusal fails the test with its words. */
export function started(launched: Launched): { pid: number; url: string } {
  if ('refused' in launched.report) throw new Error(launched.report.refused)
  return launched.report
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** One statement over a connection of its own. */
export async function ask(
  connection: Connection | string,
  query: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

/** True where the account can read this checkout; a closed home folder hides it. */
export function mayRead(uid: number): boolean {
  const who = { uid, gid: uid, cwd: '/' }
  return isRoot && spawnSync(process.execPath, ['--version'], who).status === 0
}
