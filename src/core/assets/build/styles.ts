import { readdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { browserslistToTargets, transform } from 'lightningcss'
import { PurgeCSS } from 'purgecss'
import { fontFaces } from './fonts.ts'
import { place } from './places.ts'
import type { Asset } from './store-asset.ts'

const TARGETS = browserslistToTargets(['chrome 111', 'firefox 115', 'safari 16.4'])
// Classes are read from the sources of everything that renders: component views, pages, islands.
const RENDERERS = ['src/ui/**/*.tsx', 'src/modules/**/*.tsx', 'client/**/*.ts', 'src/ui/**/*.ts']

/** styles.css: KERN without what no view uses, then our own rules, so that ours win in every case. */
export async function makeStyles(urlOf: (name: string) => string | undefined): Promise<Asset> {
  const kern = readable(await readFile(place('node_modules/@kern-ux/native/dist/kern.css'), 'utf8'))
  const raw = ['@layer base, kern, torhaus;', `@layer kern {\n${kern}\n}`, await ownStyles()].join('\n')
  const purged = await purge(raw)
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

async function ownStyles(): Promise<string> {
  const parts: string[] = []
  for (const path of await listStyles()) parts.push(await readFile(place(`src/ui/${path}`), 'utf8'))
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

async function purge(raw: string): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: RENDERERS.map(place),
    css: [{ raw }],
    variables: true,
    keyframes: true,
  })
  if (!result) throw new Error('purgecss gave no style sheet back')
  return result.css
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
