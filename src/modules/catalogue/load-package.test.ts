import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openFlow } from '#flow/index.ts'
import { checkCommand } from './check-command.ts'
import { loadLibrary } from './load-library.ts'
import { loadCatalogue, loadPackage, PackageError } from './load-package.ts'

const GOOD = join(import.meta.dirname, 'check-fixtures/good')
const scratch = await mkdtemp(join(tmpdir(), 'torhaus-load-'))
afterAll(() => rm(scratch, { recursive: true }))

async function broken(name: string, change: (form: string) => string): Promise<string> {
  const dir = join(scratch, name)
  await cp(GOOD, dir, { recursive: true })
  const file = join(dir, 'sector/dog/form.yaml')
  await writeFile(file, change(await readFile(file, 'utf8')))
  return dir
}

test('a package is loaded with its form compiled and all its files', async () => {
  const loaded = await loadPackage(join(GOOD, 'sector/dog'), await loadLibrary(GOOD))
  expect(loaded).toMatchObject({ id: 'dog', version: '1.0.0', sector: 'sector' })
  expect(loaded.service.outcomes.map(outcome => outcome.id)).toEqual(['granted'])
  expect(Object.keys(loaded.notices)).toEqual(['granted'])
  expect(loaded.noticeBlocks).toMatchObject({ format: 'torhaus/notice-blocks/1' })
  expect(loaded.walks.map(walk => walk.name)).toEqual(['guard-dog'])
  expect(loaded.checks?.checks).toHaveLength(2)
  expect(openFlow(loaded.flow, {}, { today: '2026-11-21', param: {} }).first.id).toBe('person')
  expect((await loadCatalogue(GOOD)).map(one => one.id)).toEqual(['dog'])
})

test('a faulty form, faulty YAML and missing files are refused', async () => {
  const faulty = await broken('faulty', form => form.replace('kind = "guard"', 'kindd = "guard"'))
  await expect(loadCatalogue(faulty)).rejects.toThrow(/pages\.1\.when: “kindd” is not known here/)
  const torn = await broken('torn', form => `${form}\n  - [`)
  await expect(loadCatalogue(torn)).rejects.toThrow(PackageError)
  await expect(loadPackage(join(GOOD, 'sector/cat'), await loadLibrary(GOOD))).rejects.toThrow(
    /service\.yaml is missing/,
  )
})

test('torhaus check answers with an exit code, for people and for machines', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const faulty = await broken('command', form => form.replace('kind = "guard"', 'kindd = "guard"'))
  expect(await checkCommand([GOOD, '--json'])).toBe(0)
  expect(JSON.parse(String(print.mock.lastCall?.[0]))).toEqual({ packages: 1, errors: [], warnings: [] })
  expect(await checkCommand([faulty])).toBe(1)
  expect(print.mock.lastCall?.[0]).toMatch(
    /^error sector\/dog\/form\.yaml:\d+ “kindd” is not known here\.\n +→ Use the id/,
  )
  expect(await checkCommand(['--lang', 'de', join(faulty, 'sector/dog')])).toBe(1)
  expect(print.mock.lastCall?.[0]).toContain('„kindd“ ist hier nicht bekannt.')
  expect(await checkCommand(['--help'])).toBe(0)
  print.mockRestore()
})
