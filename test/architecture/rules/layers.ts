import { isTest, type Rule, type Source, violation } from '../project.ts'

/** What the files of an area may import: other areas, and libraries where only some are allowed. */
interface Area {
  readonly areas: readonly string[]
  readonly libraries?: readonly string[]
}

// The engines are pure: no HTTP, no database, no files. So they name the few libraries they may use.
const AREAS: Readonly<Record<string, Area>> = {
  packages: { areas: ['packages'] },
  flow: { areas: ['flow', 'packages'], libraries: ['feelin', 're2js'] },
  process: { areas: ['process', 'packages'], libraries: ['feelin', 'bpmn-moddle'] },
  core: { areas: ['core', 'packages'] },
  ui: { areas: ['ui', 'core', 'packages'] },
  modules: { areas: ['modules', 'core', 'flow', 'process', 'ui', 'packages'] },
  client: { areas: ['client'] },
  src: { areas: ['src', 'modules', 'core', 'flow', 'process', 'ui', 'packages'] },
}

/** Core, engines, components and packages import no module, and nothing imports upwards. */
export const layers: Rule = ({ sources }) => sources.filter(({ path }) => !isTest(path)).flatMap(check)

function check(source: Source) {
  const own = areaOf(source.path)
  const rules = own === undefined ? undefined : AREAS[own]
  if (rules === undefined) return [] // bin: commands may use everything
  return source.imports.flatMap(({ target, from, start }) => {
    const area = areaOf(target)
    if (area === undefined) {
      const allowed = rules.libraries === undefined || rules.libraries.includes(libraryOf(from))
      return allowed ? [] : [violation(source, start, `${own} is pure and may not use ${from}`)]
    }
    return rules.areas.includes(area)
      ? []
      : [violation(source, start, `${own} may not import ${area} (${from})`)]
  })
}

// Undefined for libraries and for files outside of all areas.
function areaOf(path: string): string | undefined {
  const [, area] =
    /^src\/(core|flow|process|ui|modules)\//.exec(path) ??
    /^(packages|client|src|bin|test|bench)\//.exec(path) ??
    []
  return area
}

function libraryOf(from: string): string {
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/')
}
