import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../manifest.ts'
import { DIST } from './places.ts'
import { stampInputs } from './stamp.ts'

const HOUR_MS = 3_600_000

export interface BuildResult {
  fresh: boolean
  files: { name: string; bytes: number; br: number }[]
}

/**
 * Builds dist/assets unless its inputs are unchanged.
 *
 *     await buildAssets({ force: false })   // { fresh: true, files: [] } on the second call
 */
export async function buildAssets({ force }: { force: boolean }): Promise<BuildResult> {
  const stamp = stampInputs()
  const previous = await readManifest()
  if (!force && previous?.stamp === stamp) return { fresh: true, files: [] }

  // The compilers are loaded only now: a fresh start must not pay for them.
  const { makeAssets } = await import('./make-assets.ts')
  const { storeAsset } = await import('./store-asset.ts')
  await mkdir(DIST, { recursive: true })

  const manifest: Manifest = { stamp, files: {} }
  for await (const asset of makeAssets(url => manifest.files[url]?.url)) {
    manifest.files[asset.name] = await storeAsset(asset)
  }
  await writeManifest(manifest)
  await removeStale(previous ? [manifest, previous] : [manifest])
  const files = Object.entries(manifest.files).map(([name, { bytes, br }]) => ({ name, bytes, br }))
  return { fresh: false, files }
}

async function readManifest(): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8')) as Manifest
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

// Renamed into place last: a build that is cut off leaves the old manifest and its files whole.
async function writeManifest(manifest: Manifest): Promise<void> {
  const draft = join(DIST, `manifest.${randomUUID()}.tmp`)
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(draft, join(DIST, 'manifest.json'))
}

// The build before this one stays: a process that has just read its manifest may still be loading its files.
// Half-written files belong to a build that runs beside this one, unless they are old.
async function removeStale(manifests: readonly Manifest[]): Promise<void> {
  const named = manifests.flatMap(({ files }) => Object.values(files))
  const kept = new Set(named.flatMap(({ file }) => [file, `${file}.br`, `${file}.gz`]))
  for (const name of await readdir(DIST)) {
    if (name === 'manifest.json' || kept.has(name)) continue
    if (name.endsWith('.tmp') && !(await isOld(name))) continue
    await rm(join(DIST, name), { force: true })
  }
}

async function isOld(name: string): Promise<boolean> {
  const facts = await stat(join(DIST, name)).catch(() => undefined) // its own build may have renamed it by now
  return facts !== undefined && Date.now() - facts.mtimeMs > HOUR_MS
}
