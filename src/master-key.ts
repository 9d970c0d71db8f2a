import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from './config.ts'

/**
 * The key above all keys. A real installation brings its own (MASTER_KEY); the demo makes a random one at its first
 * start and keeps it beside its data.
 */
export async function masterKeyOf(config: Config): Promise<Buffer> {
  if (config.masterKey) return config.masterKey
  if (!config.demo) throw new Error('MASTER_KEY is missing')
  const file = path.join(config.dataDir, 'demo-master-key')
  await mkdir(config.dataDir, { recursive: true })
  // 'wx' lets one of two processes win; both then read what was written.
  await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 }).catch(ignoreExisting)
  return Buffer.from(await readFile(file, 'utf8'), 'base64')
}

function ignoreExisting(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EEXIST') throw cause
}
