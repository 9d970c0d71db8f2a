import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { place } from './places.ts'

// What decides the result: our sources, and the lock file for every package that takes part.
const FOLDERS = ['src/ui', 'src/modules', 'client', 'src/core/assets/build']
const FILES = ['package-lock.json']
const ENDINGS = /\.(tsx?|css|svg|json)$/
const TESTS = /\.test\.tsx?$/

/** One hash over all inputs of the asset build; equal stamps mean equal assets. */
export async function stampInputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [...(await listInputs()), ...FILES]) {
    hash.update(path).update('\0')
    hash.update(await readFile(place(path))).update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

async function listInputs(): Promise<string[]> {
  const found: string[] = []
  for (const folder of FOLDERS) {
    const entries = await readdir(place(folder), { recursive: true, withFileTypes: true }).catch(
      missingFolder,
    )
    for (const entry of entries) {
      if (!entry.isFile() || !ENDINGS.test(entry.name) || TESTS.test(entry.name)) continue
      found.push(join(entry.parentPath, entry.name).slice(place('').length))
    }
  }
  return found.sort()
}

function missingFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
