import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkProcess, type ProcessModel, readProcess } from './index.ts'
import { Play } from './play.fixture.ts'

let model: ProcessModel

beforeAll(async () => {
  const file = new URL('../../catalogue/processes/permit.bpmn', import.meta.url)
  const read = await readProcess(readFileSync(file, 'utf8'))
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  model = read
})

const weber = { by: 'weber' }
const work = (play: Play) => play.open.filter(node => node !== 'withdrawn')
const permit = () => new Play(model)

/** Decided by Weber; the facts around the decision are those which the office records. */
function decided(cosign = false, play = permit().done('check', 'entscheiden', weber)): Play {
  play.tell({ type: 'decision.drafted', data: { outcome: 'grant', cosign } })
  return play.done('decide', 'entschieden', { ...weber, data: { kind: 'grant' } })
}

function provided(channel?: string): Play {
  const it = decided()
  if (channel) it.tell({ type: 'notice.provided', data: { channel } })
  return it.confirm('provide_notice')
}

test('is sound', () => {
  const vocabulary = {
    roles: new Set(['clerk', 'supervisor']),
    effects: new Set(['request-information', 'remind-applicant', 'provide-notice', 'close-case']),
  }
  expect(checkProcess(model, vocabulary)).toEqual([])
})

test('every element is drawn, so that it can be shown and edited', () => {
  const xml = readFileSync(new URL('../../catalogue/processes/permit.bpmn', import.meta.url), 'utf8')
  const drawn = new Set([...xml.matchAll(/bpmnElement="(\w+)"/g)].map(([, id]) => id))
  const missing = [...model.nodes.keys(), ...model.flows.keys()].filter(id => !drawn.has(id))
  expect(missing).toEqual([])
  expect(drawn.size).toBeGreaterThan(model.nodes.size + model.flows.size)
})

describe('the ends of a permit', () => {
  test('granted and retrieved in the portal', () => {
    const it = permit()
    expect(it.state.tasks).toMatchObject([
      { name: 'Antrag prüfen', role: 'clerk', outcomes: ['nachfordern', 'entscheiden'] },
    ])
    decided(false, it.done('check', 'entscheiden', weber))
    expect(it.state.effects).toMatchObject([{ name: 'provide-notice', data: { kind: 'grant' } }])
    it.tell({ type: 'notice.provided', data: { channel: 'portal' } })
    expect(work(it.confirm('provide_notice'))).toEqual(['await_retrieval', 'not_retrieved'])
    expect(work(it.message('notice.retrieved'))).toEqual(['close_case'])
    expect(it.confirm('close_case').state).toMatchObject({ ended: true, waits: [], stuck: [] })
  })

  test('not retrieved within ten days: on paper', () => {
    const it = provided('portal')
    // Provided on Tuesday the 3rd; the tenth day is Friday the 13th.
    expect(it.state.timers).toMatchObject([{ node: 'not_retrieved', dueAt: '2026-11-13T23:00:00.000Z' }])
    expect(work(it.fire('not_retrieved'))).toEqual(['send_paper'])
    expect(it.message('notice.retrieved').ignored).toEqual(['nobody-waits'])
    expect(it.done('send_paper', 'versandt').confirm('close_case').state.ended).toBe(true)
  })

  test.each([['post'], [undefined]])(
    'channel %s: on paper at once, for the portal needs consent',
    channel => {
      expect(provided(channel).state.tasks).toMatchObject([
        { name: 'Papierversand', role: 'clerk', outcomes: ['versandt'] },
      ])
    },
  )

  test('withdrawn at any time', () => {
    const before = [
      permit(),
      permit().done('check', 'nachfordern'),
      decided(),
      decided(true),
      provided('portal'),
    ]
    for (const it of before) {
      expect(it.message('application.withdrawn', { reason: 'erledigt' }).state).toMatchObject({
        tasks: [],
        timers: [],
        waits: [],
        effects: [{ name: 'close-case', node: 'close_withdrawn', data: { reason: 'erledigt' } }],
      })
      expect(it.confirm('close_withdrawn').state.ended).toBe(true)
    }
  })
})

describe('asking back', () => {
  test('asks, waits, reminds once and checks again with the answer', () => {
    const it = permit().done('check', 'nachfordern', { ...weber, data: { missing: ['Foto'] } })
    expect(it.state.effects).toMatchObject([{ name: 'request-information', data: { missing: ['Foto'] } }])
    expect(work(it.confirm('request_information'))).toEqual(['answer_late', 'await_answer'])
    expect(work(it.fire('answer_late'))).toEqual(['await_answer', 'remind'])
    expect(work(it.confirm('remind'))).toEqual(['await_answer'])
    expect(it.message('information.answered').state.tasks).toMatchObject([{ id: 'check:2' }])
    expect(it.state.pauses).toMatchObject([{ node: 'await_answer', until: it.facts.at(-1)?.at }])
  })

  test('a reminder on its way does not stop the answer', () => {
    const it = permit().done('check', 'nachfordern').confirm('request_information').fire('answer_late')
    expect(work(it.message('information.answered'))).toEqual(['check', 'remind'])
  })
})

describe('four eyes', () => {
  test('another person signs too, or sends the decision back', () => {
    const it = decided(true)
    expect(it.state.tasks).toMatchObject([{ name: 'Mitzeichnen', role: 'supervisor', excluded: ['weber'] }])
    expect(it.done('cosign', 'einverstanden', weber).ignored).toEqual(['same-person'])
    expect(work(it.done('cosign', 'zurück', { by: 'kern' }))).toEqual(['decide'])
    expect(work(decided(true, it).done('cosign', 'einverstanden', { by: 'kern' }))).toEqual([
      'provide_notice',
    ])
  })

  test('a decision changed after it came back may need no second signature; the first one still did', () => {
    const it = decided(true).done('cosign', 'zurück', { by: 'kern' })
    expect(work(decided(false, it))).toEqual(['provide_notice'])
    expect(it.ignored).toEqual([])
  })

  test('the decision may go back to the check', () => {
    expect(work(permit().done('check', 'entscheiden').done('decide', 'zurück'))).toEqual(['check'])
  })
})
