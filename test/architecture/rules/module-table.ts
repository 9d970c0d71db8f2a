import { isTest, moduleOf, type Project, type Rule, type Violation, violation } from '../project.ts'

const PAPER = 'ARCHITECTURE.md'

/** Calls between modules go down the table that ARCHITECTURE.md publishes. */
export const moduleTable: Rule = project => {
  const modules = new Set(project.sources.flatMap(({ path }) => moduleOf(path) ?? []))
  if (modules.size === 0) return []
  const table = readTable(project.texts.get(PAPER) ?? '')
  if (table.size === 0) return [onPaper('has no table "| Module | May call |"')]
  return [...checkRows(table, modules), ...calls(project, table)]
}

/** Rows of the table by module; the names may stand in backticks, a dash means none. */
export function readTable(text: string): Map<string, string[]> {
  const [, rows = ''] = /^\|\s*Module\s*\|\s*May call\s*\|.*\n\|[-| :]+\|\n((?:\|.*\n?)+)/im.exec(text) ?? []
  const cells = rows
    .split('\n')
    .filter(Boolean)
    .map(row => row.split('|').slice(1, 3))
  return new Map(cells.map(([name = '', may = '']) => [namesIn(name)[0] ?? '', namesIn(may)]))
}

function namesIn(cell: string): string[] {
  return cell.match(/[a-z][a-z-]*/g) ?? []
}

function checkRows(table: ReadonlyMap<string, readonly string[]>, modules: ReadonlySet<string>): Violation[] {
  const rows = [...table.keys()]
  const missing = [...modules]
    .filter(name => !table.has(name))
    .map(name => onPaper(`does not list the module ${name}`))
  const gone = rows
    .filter(name => !modules.has(name))
    .map(name => onPaper(`lists ${name}, which is not there`))
  // "Down" means: only modules further below. So the table alone shows that there is no circle.
  const upward = rows.flatMap((name, place) =>
    (table.get(name) ?? [])
      .filter(called => rows.indexOf(called) <= place)
      .map(called => onPaper(`lets ${name} call ${called}, which does not stand below it`)),
  )
  return [...missing, ...gone, ...upward]
}

function calls({ sources }: Project, table: ReadonlyMap<string, readonly string[]>): Violation[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap(source => {
      const own = moduleOf(source.path)
      if (own === undefined) return []
      return source.imports.flatMap(({ target, start }) => {
        const called = moduleOf(target)
        if (called === undefined || called === own || table.get(own)?.includes(called)) return []
        return [violation(source, start, `${own} may not call ${called} (${PAPER})`)]
      })
    })
}

function onPaper(words: string): Violation {
  return { path: PAPER, line: 1, words }
}
