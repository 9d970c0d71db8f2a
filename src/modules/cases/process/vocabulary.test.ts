import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkProcess } from '#process/index.ts'
import { type Desk, openDesk } from '../cases.fixture.ts'
import { modelOf } from './models.ts'
import { vocabulary } from './vocabulary.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const folder = path.join(import.meta.dirname, '../../../../catalogue/processes')
const files = (await readdir(folder)).filter(name => name.endsWith('.bpmn'))

test.each(files)('%s is sound and names nothing that the portal cannot do', async name => {
  const bpmn = await readFile(path.join(folder, name), 'utf8')
  expect(checkProcess(await modelOf(bpmn), vocabulary)).toEqual([])
  const strange = bpmn.replace('torhaus:effect="close-case"', 'torhaus:effect="fly"')
  expect(checkProcess(await modelOf(strange), vocabulary).map(fault => fault.code)).toContain(
    'effect-unknown',
  )
})

test('every effect that a process may name is wired', () => {
  expect(desk.wired.toSorted()).toEqual([...vocabulary.effects].sort())
})

test('a process that cannot run is refused by name', async () => {
  await expect(modelOf('<definitions/>')).rejects.toThrow('process cannot run')
})
