import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Document, ROOT, readDocuments } from './documents.ts'
import { anchorsOf, brokenLinks, type Tree } from './links.ts'
import { unknownCommands, unknownFiles, unknownScripts } from './named-things.ts'

const documents = readDocuments()
const tree: Tree = {
  has: path => existsSync(join(ROOT, path)),
  text: path => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined),
}
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const help = spawnSync(join(ROOT, 'bin/torhaus'), ['--help'], { encoding: 'utf8' }).stdout
const commands = [...help.matchAll(/^ {2}([a-z-]+)/gm)].map(found => found[1]!)

/** A page and a checkout made up for a test of the rules themselves. */
const page = (text: string): Document => ({ path: 'docs/page.md', text })
const small: Tree = {
  has: path => ['README.md', 'docs/page.md', 'src/cli.ts'].includes(path),
  text: path => (path === 'README.md' ? '# Torhaus\n\n## Not yet\n' : undefined),
}

test('there are documents to check, and commands to compare with', () => {
  expect(documents.map(one => one.path)).toEqual(
    expect.arrayContaining(['README.md', 'docs/operator.md', 'src/flow/README.md']),
  )
  expect(commands).toContain('start')
})

describe('every link leads to a file', () => {
  test.each(documents)('$path', document => {
    expect(brokenLinks(document, tree)).toEqual([])
  })
  test('a link to a missing file or heading is caught, one to another machine is not', () => {
    const text = [
      '[good](../README.md#not-yet) [web](https://example.org/x) `[code](nowhere.md)`',
      '[gone](nowhere.md)',
      '![picture](pictures/gone.png) <img src="gone.png">',
      '[heading](../README.md#yet)',
    ].join('\n')
    expect(brokenLinks(page(text), small).map(fault => [fault.line, fault.words.split(':')[0]])).toEqual([
      [2, 'nowhere.md'],
      [3, 'pictures/gone.png'],
      [3, 'gone.png'],
      [4, '../README.md#yet'],
    ])
  })
  test('anchors are those of GitHub', () => {
    expect(anchorsOf('# Was Sie brauchen?\n```\n# no heading\n```\n### Ein `torhaus/receipt/1`\n')).toEqual([
      'was-sie-brauchen',
      'ein-torhausreceipt1',
    ])
  })
})

describe('every file, npm script and command that is named exists', () => {
  test.each(documents)('$path', document => {
    expect(unknownFiles(document, tree)).toEqual([])
    expect(unknownScripts(document, Object.keys(scripts))).toEqual([])
    expect(unknownCommands(document, commands)).toEqual([])
  })
  test('what does not exist is caught', () => {
    const text =
      '`src/cli.ts` `src/gone.ts` `bin/torhaus backup`\nnpm ci && npm start\n`npm run gone` and npm alone, `src/<any>/x`'
    expect(unknownFiles(page(text), small).map(fault => fault.words)).toEqual([
      'src/gone.ts: there is no such file',
      'bin/torhaus: there is no such file',
    ])
    expect(unknownScripts(page(text), ['start']).map(fault => fault.words)).toEqual([
      'npm has no script "gone"',
    ])
    expect(unknownCommands(page(text), ['start']).map(fault => fault.words)).toEqual([
      'torhaus has no command "backup"',
    ])
  })
})
