import { readdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { browserslistToTargets, transform } from 'lightningcss'
import { fontFaces } from './fonts.ts'
import { place } from './places.ts'
import { purge } from './purge.ts'
import type { Asset } from './store-asset.ts'

const TARGETS = browserslistToTargets(['chrome 111', 'firefox 115', 'safari 16.4'])

/** styles.css: KERN without what no view uses, then our own rules, so that ours win in every case. */
export async function makeStyles(urlOf: (name: string) => string | undefined): Promise<Asset> {
  const kern = readable(await readFile(place('node_modules/@kern-ux/native/dist/kern.css'), 'utf8'))
  const paths = await listStyles()
  const own = await readStyles(paths)
  // layout.css is a set of tools: which of them pages use may change from day to day.
  const components = await readStyles(paths.filter(path => path !== 'styles/layout.css'))
  const purged = await purge(`@layer base, kern;\n@layer kern {\n${kern}\n}\n${own}`, components)
  return { name: 'styles.css', content: minify(`${fontFaces(urlOf)}\n${purged}`) }
}

// purgecss cannot read the selector that carries KERN's contextual colours, and would take them all away;
// without them every component falls back to fixed light colours. We use that one level only.
const CONTEXT = /^:is\(body, [^{]*\):not\(\[class\*=["']?kern-level-["']?\]\)/m

function readable(kern: string): string {
  if (!CONTEXT.test(kern))
    throw new Error('KERN changed where it sets its contextual colours: look at styles.ts')
  return kern.replace(CONTEXT, 'body').replace(/^\uFEFF?@charset[^;]*;/, '')
}

/** map.css: Leaflet's own rules, only linked where a map is shown. */
export async function makeMapStyles(): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [place('node_modules/leaflet/dist/leaflet.css')],
    bundle: true,
    write: false,
    loader: { '.png': 'dataurl' },
  })
  return { name: 'map.css', content: minify(outputFiles[0]?.text ?? '') }
}

async function readStyles(paths: readonly string[]): Promise<string> {
  const parts = await Promise.all(paths.map(path => readFile(place(`src/ui/${path}`), 'utf8')))
  return parts.join('\n')
}

// styles/ comes first (theme, base, layout), the components by name, print at the very end.
async function listStyles(): Promise<string[]> {
  const all = (await readdir(place('src/ui'), { recursive: true }))
    .filter(path => path.endsWith('.css'))
    .sort()
  const rank = (path: string) => (path === 'styles/print.css' ? 2 : path.startsWith('styles/') ? 0 : 1)
  return all.sort((a, b) => rank(a) - rank(b))
}

function minify(css: string): Uint8Array {
  const { code, warnings } = transform({
    filename: 'styles.css',
    code: new TextEncoder().encode(css),
    minify: true,
    targets: TARGETS,
  })
  for (const warning of warnings) console.warn(`styles.css: ${warning.message}`)
  return code
}
