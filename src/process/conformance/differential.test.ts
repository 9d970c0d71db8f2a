import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProcess, type Fact, type ProcessModel, readProcess, runProcess } from '../index.ts'
import { type Block, block, choices, toBpmn } from './block.fixture.ts'
import { OtherEngine } from './bpmn-engine.fixture.ts'

type Answers = Record<string, boolean>

/** One thing that happens: an open task or a possible message is taken, with new answers. */
interface Happening {
  readonly pick: number
  readonly answers: Answers
}

const answers: fc.Arbitrary<Answers> = fc
  .array(fc.boolean(), { minLength: choices, maxLength: choices })
  .map(values => Object.fromEntries(values.map((value, index) => [`c${index}`, value])))
const happenings = fc.array(fc.record({ pick: fc.nat(), answers }), { minLength: 1, maxLength: 14 })

const several = fc
  .array(block, { minLength: 2, maxLength: 4 })
  .map((blocks): Block => ({ kind: 'seq', blocks }))
const totals = { models: 0, steps: 0 }

interface Story {
  readonly part: Block
  readonly first: Answers
  readonly happenings: readonly Happening[]
}

const story = fc.record({ part: several, first: answers, happenings })

async function compare({ part, first, happenings }: Story, model: ProcessModel): Promise<void> {
  const xml = toBpmn(part, {
    condition: index => `\${environment.variables.choice.c${index}}`,
    sheltered: true,
  })
  const other = await OtherEngine.start(xml, first)
  const facts: Fact[] = []
  const tell = (type: string, data: Fact['data']) =>
    facts.push({ seq: facts.length + 1, at: '2026-11-03T09:00:00Z', type, data })
  const look = () => runProcess(model, facts, new Date('2026-11-03'), {})
  const heard = new Set<string>()
  tell('choice', first)
  totals.models += 1
  for (const { pick, answers: now } of [...happenings, { pick: -1, answers: first }]) {
    const state = look()
    const open = state.tasks.map(task => task.node).sort()
    expect(other.open, `open tasks of ${xml}`).toEqual(open)
    expect(other.ended, `end of ${xml}`).toBe(state.ended)
    // bpmn-engine hears a message beside the work once, BPMN as often as it comes: it comes once here.
    const events = [...state.tasks, ...state.waits.filter(wait => !heard.has(wait.id))]
    if (pick < 0 || events.length === 0) return
    const event = events[pick % events.length]
    if (!event) return
    totals.steps += 1
    if ('message' in event) {
      heard.add(event.id)
      tell('message.received', { name: event.message })
      other.receive(event.message)
    } else {
      tell('choice', now)
      tell('task.completed', { task: event.id })
      other.complete(event.node, now)
    }
  }
}

async function read(part: Block, change = (xml: string) => xml): Promise<ProcessModel> {
  const xml = toBpmn(part, { condition: index => `choice.c${index}`, sheltered: false })
  const model = await readProcess(change(xml))
  if (Array.isArray(model)) throw new Error(`${JSON.stringify(model)} ${xml}`)
  return model
}

// The same drawings every time, so that a failure is ours; more of them with another seed when the engine changes.
const numRuns = 80
const seed = 20_261_103

test('the same tasks are open as in bpmn-engine, whatever is drawn and whatever happens', async () => {
  const agree = fc.asyncProperty(story, async told => compare(told, await read(told.part)))
  await fc.assert(agree, { numRuns, seed, endOnFailure: true })
  console.log(`compared with bpmn-engine: ${totals.models} models, ${totals.steps} steps`)
  expect(totals.steps).toBeGreaterThan(numRuns * 2)
}, 120_000)

test.each([
  ['a fork that takes one way only', (xml: string) => xml.replaceAll('parallelGateway', 'exclusiveGateway')],
  [
    'an interruption that does not interrupt',
    (xml: string) => xml.replaceAll('cancelActivity="true"', 'cancelActivity="false"'),
  ],
  [
    'a loop that never comes back',
    (xml: string) => xml.replaceAll(/(id="x(\d+)_x\d+".*?<conditionExpression>).*?</g, '$1false<'),
  ],
])(
  'the comparison sees %s',
  async (_, change) => {
    const disagree = fc.asyncProperty(story, async told => compare(told, await read(told.part, change)))
    const { errorInstance } = await fc.check(disagree, { numRuns: 300, seed, endOnFailure: true })
    expect(String(errorInstance)).toMatch(/AssertionError: (open tasks|end) of/)
  },
  120_000,
)

test('what is well nested passes the soundness check, and every case comes to its end', async () => {
  await fc.assert(
    fc.asyncProperty(several, answers, async (part, choice) => {
      const model = await read(part)
      const faults = checkProcess(model).filter(fault => fault.code !== 'too-many-states')
      expect(faults).toEqual([])
      const facts: Fact[] = [
        { seq: 1, at: '2026-11-03T09:00:00Z', type: 'choice', data: { ...choice, ...never } },
      ]
      for (let step = 0; step < 200; step += 1) {
        const state = runProcess(model, facts, new Date('2026-11-03'), {})
        if (state.ended) return
        const task = state.tasks[0]?.id
        facts.push({
          seq: facts.length + 1,
          at: '2026-11-03T09:00:00Z',
          type: 'task.completed',
          data: { task },
        })
      }
      throw new Error('did not end')
    }),
    { numRuns: 40, seed },
  )
}, 120_000)

/** No answer is yes, so that nothing is repeated. */
const never = Object.fromEntries(Array.from({ length: choices }, (_, index) => [`c${index}`, false]))
