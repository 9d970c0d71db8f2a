import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build, type Plugin } from 'esbuild'
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
    plugins: [leafletWithoutHtmlText],
  })
  for (const file of outputFiles) yield { name: basename(file.path), content: file.contents }
}

// Leaflet tries out SVG by assigning HTML text as it loads, which `require-trusted-types-for 'script'` stops.
// Its answer is known for every browser we serve. Should the sentence change, the build says so.
const leafletWithoutHtmlText: Plugin = {
  name: 'leaflet-without-html-text',
  setup({ onLoad }) {
    onLoad({ filter: /leaflet-src\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source.replace(
        /var inlineSvg = !!svg\$1 && \(function \(\) \{[^}]*\}\)\(\);/,
        'var inlineSvg = true;',
      )
      if (contents === source) throw new Error('Leaflet changed how it tries out SVG: look at scripts.ts')
      return { contents, loader: 'js' }
    })
  },
}

function isEntry(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts')
}
