import { isTest, moduleOf, type Project, type Rule, type Source, violation } from '../project.ts'

const NAMES = ['pure', 'store', 'action', 'edge'] as const

// By name: the edges of the system, the stores, and what must be pure.
const EDGE = /(\.(page|view|api|job)\.tsx?|-command\.ts|\/routes\.ts|\.tsx)$/
const STORE = /-store\.ts$/
const PURE = /\/(model|policy|events|errors)\.ts$/

// A file that uses one of these does something in the world; without them (and without a file that
// does) it only computes, and every level may use it.
const WORLD =
  /^(node:|pg$|kysely|fastify|src\/core\/(db|jobs|blobs|http|mail|letters|log|postgres|assets)\/)|-store\.ts$/

/** Inside a module files import their own level or lower: edge → action → store → pure. */
export const moduleLevels: Rule = project => {
  const files = project.sources.filter(({ path }) => moduleOf(path) !== undefined && !isTest(path))
  const levels = levelsOf({ ...project, sources: files })
  return files
    .filter(({ path }) => !isDoor(path))
    .flatMap(source => {
      const own = levels.get(source.path) ?? 0
      return source.imports.flatMap(({ target, from, start }) => {
        const level = levels.get(target)
        if (level === undefined || moduleOf(target) !== moduleOf(source.path) || level <= own) return []
        return [violation(source, start, `${NAMES[own]} file imports the ${NAMES[level]} file ${from}`)]
      })
    })
}

/** The level of each file: 0 pure, 1 store, 2 action, 3 edge. */
export function levelsOf({ sources }: Project): Map<string, number> {
  const byPath = new Map(sources.map(source => [source.path, source]))
  const levels = new Map<string, number>()
  for (const { path } of sources) levels.set(path, levelOf(path, byPath))
  return levels
}

function levelOf(path: string, files: ReadonlyMap<string, Source>): number {
  if (isDoor(path) || EDGE.test(path)) return 3
  if (STORE.test(path)) return 1
  if (PURE.test(path)) return 0
  return actsOnWorld(path, files, new Set()) ? 2 : 0
}

function actsOnWorld(path: string, files: ReadonlyMap<string, Source>, seen: Set<string>): boolean {
  if (seen.has(path)) return false
  seen.add(path)
  const targets = files.get(path)?.imports.map(({ target }) => target) ?? []
  return targets.some(target => WORLD.test(target) || EDGE.test(target) || actsOnWorld(target, files, seen))
}

function isDoor(path: string): boolean {
  return path === `src/modules/${moduleOf(path)}/index.ts`
}
