import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { draw } from '../drawing.fixture.ts'
import { explainFault } from '../fault.ts'
import { readProcess } from './read-process.ts'

const line = 'start s\n task a\n end e\n s -> a\n a -> e'

async function refusals(xml: string): Promise<string[]> {
  const read = await readProcess(xml)
  return Array.isArray(read)
    ? read.map(({ code, element, detail }) => `${code} ${element} ${detail ?? ''}`.trim())
    : []
}

describe('what cannot run is refused by name', () => {
  test.each([
    ['<scriptTask id="x" name="Rechnen" />', 'element-unsupported x ScriptTask'],
    ['<task id="x" />', 'element-unsupported x Task'],
    ['<businessRuleTask id="x" />', 'element-unsupported x BusinessRuleTask'],
    ['<callActivity id="x" />', 'element-unsupported x CallActivity'],
    ['<transaction id="x" />', 'element-unsupported x Transaction'],
    ['<complexGateway id="x" />', 'element-unsupported x ComplexGateway'],
    [
      '<endEvent id="x"><errorEventDefinition /></endEvent>',
      'element-unsupported x EndEvent ErrorEventDefinition',
    ],
    [
      '<startEvent id="x"><timerEventDefinition /></startEvent>',
      'element-unsupported x StartEvent TimerEventDefinition',
    ],
    [
      '<userTask id="x"><multiInstanceLoopCharacteristics /></userTask>',
      'element-unsupported x UserTask MultiInstanceLoopCharacteristics',
    ],
    ['<receiveTask id="x" instantiate="true" />', 'element-unsupported x ReceiveTask'],
    [
      '<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>R3/P7D</timeCycle></timerEventDefinition></intermediateCatchEvent>',
      'due-unreadable x R3/P7D',
    ],
    [
      '<userTask id="x" xmlns:torhaus="urn:torhaus:process:1" torhaus:workingDays="bald" />',
      'due-unreadable x bald',
    ],
  ])('%s', async (element, refusal) => {
    expect(await refusals(draw(line).replace('</process>', `${element}</process>`))).toEqual([refusal])
  })

  test('everything at once, each with a sentence', async () => {
    const xml = draw(line).replace(
      '</process>',
      '<scriptTask id="x" name="Rechnen" /><task id="y" /></process>',
    )
    const read = await readProcess(xml)
    const sentences = Array.isArray(read) ? read.map(fault => explainFault(fault, 'de')) : []
    expect(sentences).toHaveLength(2)
    expect(sentences[0]).toMatch(/„Rechnen“.*ScriptTask/)
  })
})

describe('broken files', () => {
  test.each([
    ['no XML', 'Guten Tag', /^file-unreadable/],
    ['cut off', draw(line).slice(0, -40), /^file-unreadable/],
    ['no process', draw('').replace(/<process[\s\S]*<\/process>/, ''), /^process-missing/],
    [
      'two processes',
      draw(line).replace('</definitions>', '<process id="q" isExecutable="true" /></definitions>'),
      /^several-processes q/,
    ],
    ['a flow to nowhere', draw(line).replace('targetRef="e"', 'targetRef="nowhere"'), /^reference-broken/],
    [
      'a misspelt word of ours',
      draw(line).replace('torhaus:role', 'torhaus:rolle'),
      /^reference-broken.*rolle/,
    ],
    [
      'a condition which is none',
      draw(line).replace('targetRef="e">', 'targetRef="e"><conditionExpression>a b</conditionExpression>'),
      /^condition-unreadable a_e a b/,
    ],
    [
      'a flow out of a sub-process',
      draw('start s\n sub u {\n start s1\n end e1\n s1 -> e1\n s1 -> e\n }\n end e\n s -> u\n u -> e'),
      /^flow-leaves-scope/,
    ],
  ])('%s', async (_, xml, refusal) => {
    expect((await refusals(xml))[0]).toMatch(refusal)
  })

  test('a file larger than any drawing is not read', async () => {
    expect(await refusals(' '.repeat(2_000_001))).toEqual(['file-too-long'])
  })

  test('entities are not expanded, outside files not read', async () => {
    const xml = `<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>${draw(line).replace('name="a"', 'name="&f;"')}`
    expect(JSON.stringify(await readProcess(xml))).not.toContain('root:')
  })
})

describe('lanes', () => {
  test('give their role to the tasks in them, nested ones first', async () => {
    const lanes = `<laneSet id="l"><lane id="l1" name="Amt" torhaus:role="office"><flowNodeRef>a</flowNodeRef>
      <childLaneSet id="l2"><lane id="l3" name="Leitung" torhaus:role="head"><flowNodeRef>a</flowNodeRef></lane></childLaneSet></lane></laneSet>`
    const xml = draw(line.replace('task a', 'task a {x="1"}'))
      .replace(/torhaus:role="clerk"/, '')
      .replace('isExecutable="true">', `isExecutable="true">${lanes}`)
    const read = await readProcess(xml)
    expect(Array.isArray(read) ? read : read.nodes.get('a')?.role).toBe('head')
    expect(Array.isArray(read) ? read : read.roleNames.get('head')).toBe('Leitung')
  })
})

// The reference models of the BPMN Model Interchange Working Group, where they lie beside the checkout.
const models = new URL('../../../../shared/data/bpmn-miwg/', import.meta.url)
describe.skipIf(!existsSync(models))('reference models of other tools', () => {
  const files = existsSync(models) ? readdirSync(models).filter(file => file.endsWith('.bpmn')) : []

  test('are there', () => expect(files.length).toBeGreaterThan(15))

  test.each(files)('%s is read, or refused by the name of an element', async file => {
    const xml = readFileSync(new URL(file, models), 'utf8')
    for (const refusal of await refusals(xml)) {
      expect(refusal).toMatch(
        /^(element-unsupported \S+ [A-Z]|due-unreadable|condition-unreadable|several-processes)/,
      )
    }
  })
})
