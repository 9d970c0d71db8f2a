import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml'

export type Path = readonly (string | number)[]

/** One YAML file of the catalogue, with the way back from a value to its line. */
export interface PackageFile {
  readonly file: string
  readonly data: unknown
  /** Faults of the YAML itself; `data` is then not to be used. */
  readonly broken: readonly { readonly line: number; readonly reason: string }[]
  /** The line (from 1) of the value at a path, or of the nearest thing above it. */
  lineOf(path: Path): number
}

async function readPackageFile(file: string): Promise<PackageFile> {
  const counter = new LineCounter()
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: counter })
  const line = (offset: number) => Math.max(1, counter.linePos(offset).line)
  const broken = document.errors.map(error => ({
    line: line(error.pos[0]),
    reason: error.message.split('\n')[0] ?? '',
  }))
  return {
    file,
    data: broken.length > 0 ? undefined : document.toJS(),
    broken,
    lineOf: path => line(offsetOf(document, path)),
  }
}

/** Where the key (or list entry) at the end of a path begins. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        one => String((one.key as { value?: unknown } | null)?.value) === String(step),
      )
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] | null } | null | undefined)?.range?.[0]
}

/** All files of one service; what is not there is undefined or empty. */
export interface PackageFiles {
  readonly dir: string
  readonly id: string
  readonly service: PackageFile | undefined
  readonly form: PackageFile | undefined
  readonly checks: PackageFile | undefined
  readonly noticeBlocks: PackageFile | undefined
  readonly notices: readonly PackageFile[]
  readonly walks: readonly PackageFile[]
}

export async function readPackageFiles(dir: string): Promise<PackageFiles> {
  const here = await filesIn(dir)
  const read = async (name: string) => (here.includes(name) ? readPackageFile(join(dir, name)) : undefined)
  const notices = await readFolder(join(dir, 'notices'))
  return {
    dir,
    id: basename(dir),
    service: await read('service.yaml'),
    form: await read('form.yaml'),
    checks: await read('checks.yaml'),
    noticeBlocks: notices.find(one => basename(one.file) === 'blocks.yaml'),
    notices: notices.filter(one => basename(one.file) !== 'blocks.yaml'),
    walks: await readFolder(join(dir, 'walks')),
  }
}

/** The YAML files of a folder, by name; none when there is no such folder. */
export async function readFolder(dir: string): Promise<PackageFile[]> {
  const names = (await filesIn(dir)).filter(name => name.endsWith('.yaml')).sort()
  return Promise.all(names.map(name => readPackageFile(join(dir, name))))
}

async function filesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Folders of all services below a catalogue: those that hold a service.yaml or a form.yaml. */
export async function findPackages(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const dirs = entries
    .filter(one => one.isFile() && ['service.yaml', 'form.yaml'].includes(one.name))
    .map(one => one.parentPath)
  return [...new Set(dirs)].sort()
}

/** The catalogue a folder belongs to: the nearest one above that has blocks or code lists. */
export async function findCatalogue(dir: string): Promise<string> {
  for (let at = dir; ; at = dirname(at)) {
    const names = await filesIn(at)
    if (names.includes('blocks') || names.includes('codelists')) return at
    if (dirname(at) === at) return dir
  }
}
