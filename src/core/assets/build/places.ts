// Where the asset build reads and writes. Everything is relative to the checkout, never to the caller's folder.
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../../../', import.meta.url)

/** Absolute path of a file or folder of the checkout, e.g. `place('src/ui')`. */
export function place(path: string): string {
  return fileURLToPath(new URL(path, ROOT))
}

export const DIST = place('dist/assets/')
