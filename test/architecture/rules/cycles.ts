import { isTest, type Rule, type Violation } from '../project.ts'

/** No file needs itself at run time, by whatever detour. Types alone are never loaded and may refer back. */
export const cycles: Rule = ({ sources }) => {
  const needs = new Map(
    sources
      .filter(({ path }) => !isTest(path))
      .map(({ path, imports }) => [
        path,
        imports.filter(taken => !taken.typeOnly).map(taken => taken.target),
      ]),
  )
  return [...needs.keys()].sort().flatMap((path): Violation[] => {
    const way = wayBack(path, needs)
    // Each circle is told once, by its first file in the alphabet.
    if (way === undefined || way.some(step => step < path)) return []
    return [{ path, line: 1, words: `a circle of imports: ${[path, ...way].join(' → ')}` }]
  })
}

// The shortest way from a file back to itself.
function wayBack(start: string, needs: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>()
  let ways: string[][] = [[]]
  while (ways.length > 0) {
    const longer: string[][] = []
    for (const way of ways) {
      for (const next of needs.get(way.at(-1) ?? start) ?? []) {
        if (next === start) return [...way, next]
        if (seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return undefined
}
