import { readdir, readFile } from 'node:fs/promises'
import { makeFonts } from './fonts.ts'
import { place } from './places.ts'
import { makeScripts } from './scripts.ts'
import type { Asset } from './store-asset.ts'
import { makeMapStyles, makeStyles } from './styles.ts'

/**
 * All assets, in the order in which they refer to each other: fonts before the style sheet that names them.
 * `urlOf` gives the final address of a file that was handed out before.
 */
export async function* makeAssets(urlOf: (name: string) => string | undefined): AsyncGenerator<Asset> {
  yield* makeFonts()
  yield* makeImages()
  yield await makeStyles(urlOf)
  yield await makeMapStyles()
  yield* makeScripts()
}

async function* makeImages(): AsyncGenerator<Asset> {
  for (const name of (await readdir(place('client/images'))).sort())
    yield { name, content: await readFile(place(`client/images/${name}`)) }
}
