import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** One page of documentation. */
export interface Document {
  /** From the top of the checkout: `docs/operator.md` */
  readonly path: string
  readonly text: string
}

const WRITTEN = ['*.md', 'docs/**/*.md', '{src,packages,catalogue,client,bench,test}/**/*.md']

// Written by a command, and checked by it.
const GENERATED = ['docs/third-party.md']

/** All pages that people wrote. */
export function readDocuments(): Document[] {
  const paths = globSync(WRITTEN, { cwd: ROOT, exclude: ['**/node_modules/**'] })
  return paths
    .filter(path => !GENERATED.includes(path))
    .sort()
    .map(readDocument)
}

export function readDocument(path: string): Document {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

/** What is not to be read as prose: blocks of code and `spans` of it, kept as blanks so that lines stay. */
export function withoutCode(text: string): string {
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ')
  return text.replaceAll(/^```[\s\S]*?^```$/gm, blank).replaceAll(/`[^`\n]+`/g, blank)
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
