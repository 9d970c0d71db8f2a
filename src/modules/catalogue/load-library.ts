import { basename, join } from 'node:path'
import type { Block, Codelist, FlowLibrary } from '#flow/index.ts'
import { type PackageFile, readFolder } from './package-files.ts'

/** Blocks and code lists, which all services of a catalogue share. */
export interface Library extends Pick<FlowLibrary, 'blocks' | 'codelists'> {
  /** The catalogue's folder */
  readonly root: string
  readonly blockFiles: readonly PackageFile[]
  readonly codelistFiles: readonly PackageFile[]
}

/** Reads `blocks/` and `codelists/` of a catalogue. Files that are no YAML are left to `torhaus check`. */
export async function loadLibrary(root: string): Promise<Library> {
  const blockFiles = await readFolder(join(root, 'blocks'))
  const codelistFiles = await readFolder(join(root, 'codelists'))
  return {
    root,
    blockFiles,
    codelistFiles,
    blocks: byName<Block>(blockFiles),
    codelists: byName<Codelist>(codelistFiles),
  }
}

function byName<T>(files: readonly PackageFile[]): Record<string, T> {
  const readable = files.filter(file => file.broken.length === 0)
  return Object.fromEntries(readable.map(file => [basename(file.file, '.yaml'), file.data as T]))
}
