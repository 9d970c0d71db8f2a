import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'
import { place } from './places.ts'
import type { Asset } from './store-asset.ts'

/** Each client/<name>.ts becomes one module script `<name>.js` without further requests. */
export async function* makeScripts(): AsyncGenerator<Asset> {
  const entries = (await readdir(place('client'))).filter(isEntry).sort()
  const { outputFiles } = await build({
    entryPoints: entries.map(name => place(`client/${name}`)),
    outdir: place('dist'),
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'inline',
    logLevel: 'warning',
  })
  for (const file of outputFiles) yield { name: basename(file.path), content: file.contents }
}

function isEntry(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts')
}
