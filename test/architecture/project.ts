import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Import, importsOf, type Node, parse } from './syntax.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** One source file, read once for all rules. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly program: Node
  readonly imports: readonly (Import & { readonly target: string })[]
}

export interface Project {
  readonly sources: readonly Source[]
  /** Files that are no TypeScript, by path, as far as rules read them (`ARCHITECTURE.md`, messages). */
  readonly texts: ReadonlyMap<string, string>
}

export interface Violation {
  readonly path: string
  readonly line: number
  readonly words: string
}

/** A rule looks at a whole project and says every place that breaks it. */
export type Rule = (project: Project) => readonly Violation[]

const CODE = '{src,packages,client,bin,bench,test}/**/*.{ts,tsx}'
const TEXTS = ['ARCHITECTURE.md', '{src,packages,client}/**/*.json', 'src/modules/*/README.md']

// Wrong on purpose, for the test of another tool.
const BROKEN = 'test/architecture/broken/'

/** The project on disk. */
export function readProject(): Project {
  const read = (patterns: string | string[]) => {
    const paths = globSync(patterns, { cwd: ROOT, exclude: ['**/node_modules/**'] })
    const kept = paths.filter(path => !path.startsWith(BROKEN)).sort()
    return kept.flatMap((path): [string, string][] =>
      existsSync(join(ROOT, path)) ? [[path, readText(path)]] : [],
    )
  }
  return projectOf(Object.fromEntries([...read(CODE), ...read(TEXTS)]))
}

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** A project from path → text; the tests of the rules write theirs by hand. */
export function projectOf(files: Readonly<Record<string, string>>): Project {
  const entries = Object.entries(files)
  const sources = entries.filter(([path]) => /\.tsx?$/.test(path)).map(([path, text]) => sourceOf(path, text))
  return { sources, texts: new Map(entries.filter(([path]) => !/\.tsx?$/.test(path))) }
}

function sourceOf(path: string, text: string): Source {
  const program = parse(text, path)
  const imports = importsOf(program).map(found => ({ ...found, target: targetOf(path, found.from) }))
  return { path, text, program, imports }
}

// package.json#imports: `#core/x` is src/core/x, `#packages/x` and `#test/x` lie at the top, `#src/x` is src/x.
function targetOf(path: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from)
  if (!from.startsWith('#')) return from
  const inside = from.slice(1)
  return /^(packages|test|src)\//.test(inside) ? inside : `src/${inside}`
}

/** Where in the file, and what is wrong there. */
export function violation(source: Source, start: number, words: string): Violation {
  return { path: source.path, line: source.text.slice(0, start).split('\n').length, words }
}

/** Tests and what only tests use: they may reach where the program may not. */
export function isTest(path: string): boolean {
  return (
    /(\.test|\.fixture|\/fixture|-example)\.tsx?$|[-/]fixtures\//.test(path) || /^(test|bench)\//.test(path)
  )
}

/** The module that owns the file: `cases` for src/modules/cases/close-case.ts. */
export function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}
