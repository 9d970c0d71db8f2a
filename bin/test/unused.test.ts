import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { capture, ROOT } from './command.ts'

test('under our settings a file, an export and a package that nobody uses are found', async () => {
  const project = mkdtempSync(join(tmpdir(), 'torhaus-unused-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(join(project, 'src'))
  copyFileSync(join(ROOT, 'knip.json'), join(project, 'knip.json'))
  const write = (path: string, text: string) => writeFileSync(join(project, path), text)
  write('package.json', '{ "name": "town", "type": "module", "dependencies": { "left-behind": "1.0.0" } }')
  write('src/cli.ts', "import { used } from './door.ts'\nused()\n")
  write('src/door.ts', 'export const used = () => 1\nexport const neverUsed = 2\n')
  write('src/orphan.ts', 'export const alone = 3\n')
  const { code, output } = await capture(['knip', '--no-config-hints', '--directory', project])
  expect(code).toBe(1)
  for (const word of ['src/orphan.ts', 'neverUsed', 'left-behind']) expect(output).toContain(word)
  expect(output).not.toMatch(/\bused\b.*door/)
})
