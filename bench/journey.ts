import { hiddenFields } from '../test/faults/applicant.ts'
import { type Browser, type Fields, openBrowser } from '../test/visitor/browser.ts'
import { type Journey, walkToReview } from '../test/visitor/walk.ts'
import { type Figure, limitFigure, rateFigure } from './figure.ts'
import { applyLoad } from './load.ts'
import type { Subjects } from './subjects.ts'

const clients = 16
const seconds = 8
const rounds = 2

interface Step {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly fields: Fields
}

/** A journey as the requests that a browser made, with the draft's address left open. */
interface Recording {
  readonly draft: string
  readonly steps: readonly Step[]
}

/**
 * (b) Whole journeys: every page of the tree permit with cookies and token, then the durable submission, against a
 * bare server doing the same number of requests with one durable insert at the end.
 */
export async function measureJourney({ portal, bare, webPid, journey }: Subjects): Promise<Figure[]> {
  const recording = await record(portal.url, journey)
  let ours = 0
  let theirs = 0
  let cpu_ms = 0
  for (let round = 0; round < rounds; round++) {
    const load = await applyLoad({ pid: webPid(), clients, seconds }, () => replay(portal.url, recording))
    const reference = await applyLoad({ pid: bare.pid, clients, seconds }, () => imitate(bare.url, recording))
    ours += load.per_second / rounds
    theirs += reference.per_second / rounds
    cpu_ms += load.cpu_ms / recording.steps.length / rounds
  }
  const rate = rateFigure('journeys per second', { value: ours, reference: theirs, atLeast: 0.4 })
  const beside = { requests_per_journey: recording.steps.length }
  return [
    { ...rate, beside },
    limitFigure('CPU per request of the journey', { value: cpu_ms, atMost: 0.6, unit: 'ms' }),
  ]
}

async function record(url: string, journey: Journey): Promise<Recording> {
  const steps: Step[] = []
  const browser = openBrowser(url)
  const noted: Browser = {
    ...browser,
    get: path => {
      steps.push({ method: 'GET', path, fields: {} })
      return browser.get(path)
    },
    post: (path, fields) => {
      steps.push({ method: 'POST', path, fields })
      return browser.post(path, fields)
    },
    submit: async (path, fields) => {
      const answer = await noted.post(path, fields)
      return answer.location ? noted.get(answer.location) : answer
    },
  }
  const { draft, review } = await walkToReview(noted, journey)
  await noted.submit(`${draft}/absenden`, hiddenFields(review.body))
  browser.close()
  return { draft, steps }
}

/** One journey: a new browser, the same requests, the draft that the portal gave it. */
async function replay(url: string, { draft, steps }: Recording): Promise<void> {
  const browser = openBrowser(url)
  let own = draft
  let fields: Fields = {}
  for (const step of steps) {
    const path = step.path.replace(draft, own)
    const answer =
      step.method === 'GET'
        ? await browser.get(path)
        : await browser.post(path, path.endsWith('/absenden') ? fields : step.fields)
    if (answer.status >= 400) throw new Error(`${step.method} ${path} answered ${answer.status}`)
    const begun = step.path.startsWith(draft) ? undefined : answer.location
    if (begun) own = begun.split('/').slice(0, 5).join('/')
    if (path.endsWith('/pruefen')) fields = hiddenFields(answer.body)
  }
  browser.close()
}

async function imitate(url: string, { steps }: Recording): Promise<void> {
  const browser = openBrowser(url)
  for (const step of steps) {
    if (step.method === 'GET') await browser.get('/page')
    else await browser.post(step.path.endsWith('/absenden') ? '/end' : '/page', step.fields)
  }
  browser.close()
}
