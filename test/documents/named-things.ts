import { type Document, lineAt } from './documents.ts'
import type { Fault, Tree } from './links.ts'

const TOP = ['bench', 'bin', 'catalogue', 'client', 'db', 'docs', 'packages', 'regions', 'src', 'test'].join(
  '|',
)

// What the reader of a guide makes.
const MADE = ['catalogue/bauen-umwelt/brauchtumsfeuer']

/** Files and folders named in `code` that are not there. Names with `<…>`, `…` or `*` stand for any. */
export function unknownFiles({ path, text }: Document, tree: Tree): Fault[] {
  const named = new RegExp(`\`(?:\\.\\/)?((?:${TOP})\\/[^\`\\s]*)[^\`\\n]*\``, 'g')
  return [...text.matchAll(named)].flatMap(found => {
    const file = (found[1] ?? '').replace(/[/:,]$/, '')
    if (/[<>*…{]/.test(file) || tree.has(file) || MADE.includes(file)) return []
    return [{ path, line: lineAt(text, found.index), words: `${file}: there is no such file` }]
  })
}

// What npm does by itself, without a script of ours.
const OF_NPM = ['ci', 'install', 'run']

/** `npm run x`, `npm start` and `npm test` as commands, of which package.json knows nothing. */
export function unknownScripts({ path, text }: Document, scripts: readonly string[]): Fault[] {
  return [...text.matchAll(/(?<=^|&& |`|[$#] )npm (?:run(?: -s| --silent)? )?([a-z][a-z:-]*)/gm)].flatMap(
    found => {
      const name = found[1] ?? ''
      const isRun = found[0].startsWith('npm run ')
      if (scripts.includes(name) || (!isRun && OF_NPM.includes(name))) return []
      return [{ path, line: lineAt(text, found.index), words: `npm has no script "${name}"` }]
    },
  )
}

/** `bin/torhaus x` that the command line does not know. */
export function unknownCommands({ path, text }: Document, commands: readonly string[]): Fault[] {
  return [...text.matchAll(/bin\/torhaus ([a-z-]+)/g)].flatMap(found => {
    const name = found[1] ?? ''
    if (commands.includes(name) || name.startsWith('--')) return []
    return [{ path, line: lineAt(text, found.index), words: `torhaus has no command "${name}"` }]
  })
}
