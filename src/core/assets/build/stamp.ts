import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { place } from './places.ts'

// What decides the result: our sources, and the lock file for every package that takes part.
const FOLDERS = ['src/ui', 'src/modules', 'client', 'src/core/assets/build']
const FILES = ['package-lock.json']
const ENDINGS = /\.(tsx?|css|svg)$/
const TESTS = /\.test\.tsx?$/

/**
 * One hash over all inputs of the asset build; equal stamps mean equal assets. Reads synchronously: every start
 * waits for it, and hundreds of small files are read several times faster that way.
 */
export function stampInputs(): string {
  const hash = createHash('sha256')
  for (const path of [...listInputs(), ...FILES]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(place(path)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

function listInputs(): string[] {
  const found: string[] = []
  for (const folder of FOLDERS.filter(path => existsSync(place(path)))) {
    for (const path of readdirSync(place(folder), { recursive: true, encoding: 'utf8' })) {
      // Of the modules only views can hold class names.
      const counts = folder === 'src/modules' ? path.endsWith('.tsx') : ENDINGS.test(path)
      if (counts && !TESTS.test(path)) found.push(join(folder, path))
    }
  }
  return found.sort()
}
