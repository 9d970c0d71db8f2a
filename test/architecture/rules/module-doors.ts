import { isTest, moduleOf, type Rule, violation } from '../project.ts'

/** A module is entered through its index.ts; its own files never go out and in again through that door. */
export const moduleDoors: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => !isTest(path))
    .flatMap(source =>
      source.imports.flatMap(({ target, from, start }) => {
        const entered = moduleOf(target)
        if (entered === undefined) return []
        const isDoor = target === `src/modules/${entered}/index.ts` || isCommand(source.path, target)
        const isOwn = entered === moduleOf(source.path)
        if (isOwn && isDoor) return [violation(source, start, `${from} is the door for other modules`)]
        if (isOwn || isDoor) return []
        return [violation(source, start, `${from} is inside of ${entered}: use #modules/${entered}/index.ts`)]
      }),
    )

// The command line loads one command alone, so that `torhaus check` waits for no database driver.
function isCommand(path: string, target: string): boolean {
  return path === 'src/cli.ts' && target.endsWith('-command.ts')
}
