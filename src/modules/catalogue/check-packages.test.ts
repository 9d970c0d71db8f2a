import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import flowDe from '#flow/faults.de.json' with { type: 'json' }
import flowEn from '#flow/faults.en.json' with { type: 'json' }
import de from './check-faults.de.json' with { type: 'json' }
import en from './check-faults.en.json' with { type: 'json' }
import { BREAKAGES, type Breakage } from './check-fixtures/breakages.ts'
import { checkPackages } from './check-packages.ts'

const GOOD = join(import.meta.dirname, 'check-fixtures/good')
const scratch = await mkdtemp(join(tmpdir(), 'torhaus-check-'))
afterAll(() => rm(scratch, { recursive: true }))

/** A copy of the good catalogue with one text changed. */
async function broken({ file, from, to }: Breakage, index: number): Promise<string> {
  const dir = join(scratch, String(index))
  await cp(GOOD, dir, { recursive: true })
  const text = await readFile(join(dir, file), 'utf8')
  if (text.split(from).length < 2) throw new Error(`${file} does not hold: ${from}`)
  await writeFile(
    join(dir, file),
    text.replace(from, () => to),
  )
  return dir
}

async function beginOf({ file, from }: Breakage): Promise<number> {
  return (await readFile(join(GOOD, file), 'utf8')).indexOf(from)
}

test('the good catalogue has no faults', async () => {
  expect(await checkPackages(GOOD)).toEqual({ packages: 1, errors: [], warnings: [] })
})

test('the packages of Torhaus have no faults', async () => {
  const { packages, errors } = await checkPackages(join(import.meta.dirname, '../../../catalogue'))
  expect(errors).toEqual([])
  expect(packages).toBeGreaterThan(0)
})

describe('each breakage is found at its line, with a remedy', () => {
  test.each(BREAKAGES.map((breakage, index) => ({ ...breakage, index })))(
    '$code in $file ($index)',
    async ({ index, ...breakage }) => {
      const dir = await broken(breakage, index)
      const report = await checkPackages(dir)
      const found = breakage.severity === 'warning' ? report.warnings : report.errors
      const text = await readFile(join(dir, breakage.file), 'utf8')
      const fault = found.find(one => one.code === breakage.code)
      expect(fault, JSON.stringify(report, null, 2)).toBeDefined()
      expect(fault?.message.length).toBeGreaterThan(10)
      expect(`${fault?.message} ${fault?.remedy}`).not.toMatch(/\{(?!n\}|owner_name\})\w+\}/)
      if (fault?.file === breakage.file) {
        // The edit begins where the replaced text began; `at` names another line of the edited file.
        const begin = breakage.at === undefined ? await beginOf(breakage) : text.indexOf(breakage.at)
        expect(fault.line).toBe(text.slice(0, begin).split('\n').length)
      }
    },
  )
})

test('missing files are told', async () => {
  const dir = join(scratch, 'missing')
  await cp(GOOD, dir, { recursive: true })
  await rm(join(dir, 'sector/dog/form.yaml'))
  expect((await checkPackages(dir)).errors).toMatchObject([
    { code: 'file_missing', file: 'sector/dog/form.yaml' },
  ])
})

test('every fault has a breakage that shows it, and words in both languages', () => {
  const shown = new Set(BREAKAGES.map(breakage => breakage.code))
  // Shown elsewhere: the schema stands before these, so only compileFlow alone meets them.
  const elsewhere = ['file_missing', 'bad_id', 'no_fields', 'no_sure_page']
  const codes = [...Object.keys(flowEn), ...Object.keys(en)]
  expect(codes.filter(code => !shown.has(code) && !elsewhere.includes(code))).toEqual([])
  expect(Object.keys(flowDe)).toEqual(Object.keys(flowEn))
  expect(Object.keys(de)).toEqual(Object.keys(en))
})

test('the faults are told in German too', async () => {
  const dir = await broken(BREAKAGES[2]!, 9000)
  const { errors } = await checkPackages(dir, 'de')
  expect(errors[0]?.message).toBe('„kindd“ ist hier nicht bekannt.')
  expect(errors[0]?.remedy).toContain('Gemeint: kind?')
})
