import { PurgeCSS } from 'purgecss'
import { place } from './places.ts'

// Classes are read from the sources of everything that renders: component views, pages, islands.
const RENDERERS = ['src/ui/**/*.tsx', 'src/ui/**/*.ts', 'src/modules/**/*.tsx', 'client/**/*.ts']

/**
 * Takes out of a style sheet what no view uses. `keep` is the part that must survive whole: a rule of it that
 * would go is either forgotten or written in a way that purgecss cannot read, and the build stops and names it.
 */
export async function purge(css: string, keep: string): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: RENDERERS.map(place),
    css: [{ raw: css }],
    variables: true,
    keyframes: true,
    rejected: true,
  })
  if (!result) throw new Error('purgecss gave no style sheet back')
  const kept = selectorsOf(keep)
  const lost = (result.rejected ?? []).map(selector => selector.trim()).filter(selector => kept.has(selector))
  if (lost.length > 0) throw new Error(`Rules of src/ui that no view uses: ${lost.join(', ')}`)
  return result.css
}

function selectorsOf(css: string): Set<string> {
  const bare = css.replace(/\/\*.*?\*\//gs, '')
  return new Set(bare.split(/[{},;]/).map(part => part.trim()))
}
