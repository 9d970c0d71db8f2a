import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AssetFile, Manifest } from './manifest.ts'

export const ASSETS_FOLDER = fileURLToPath(new URL('../../../dist/assets/', import.meta.url))

let manifest: Manifest | undefined

/**
 * Address of a built file, with its content hash.
 *
 *     assetUrl('styles.css')   // '/assets/styles.3f2a9c1b77aa.css'
 *
 * Throws when the name is unknown or nothing has been built (`npm run build`).
 */
export function assetUrl(name: string): string {
  const file = assetFiles()[name]
  if (!file) throw new Error(`There is no asset "${name}". Known: ${Object.keys(assetFiles()).join(', ')}`)
  return file.url
}

/** All built files by logical name; read once per process. */
export function assetFiles(): Readonly<Record<string, AssetFile>> {
  manifest ??= readManifest()
  return manifest.files
}

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(`${ASSETS_FOLDER}manifest.json`, 'utf8')) as Manifest
  } catch (cause) {
    throw new Error('The assets have not been built yet: run `npm run build`', { cause })
  }
}
