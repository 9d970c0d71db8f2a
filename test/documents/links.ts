import { posix } from 'node:path'
import { type Document, lineAt, withoutCode } from './documents.ts'

export interface Fault {
  readonly path: string
  readonly line: number
  readonly words: string
}

export interface Tree {
  /** Whether a file or folder is there, by its path from the top */
  has(path: string): boolean
  /** The text of a page, for links to its headings */
  text(path: string): string | undefined
}

/** Links and pictures that lead nowhere in the checkout. Links to other machines are left alone. */
export function brokenLinks({ path, text }: Document, tree: Tree): Fault[] {
  const prose = withoutCode(text)
  return [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)|src="([^"]+)"/g)].flatMap(found => {
    const target = found[1] ?? found[2] ?? ''
    if (/^[a-z]+:/.test(target)) return []
    const why = fault(path, target, tree)
    return why ? [{ path, line: lineAt(prose, found.index), words: `${target}: ${why}` }] : []
  })
}

function fault(from: string, target: string, tree: Tree): string | undefined {
  const [file = '', heading] = target.split('#')
  const to = file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file))
  if (!tree.has(to.replace(/\/$/, ''))) return 'there is no such file'
  if (heading === undefined) return undefined
  const text = tree.text(to)
  return text !== undefined && anchorsOf(text).includes(heading) ? undefined : 'there is no such heading'
}

/** Anchors as GitHub makes them from headings. */
export function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)]
  return headings.map(found =>
    (found[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
