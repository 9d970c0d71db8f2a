import { type Browser, openBrowser, type Seen } from '../visitor/browser.ts'
import { type Journey, walkToReview } from '../visitor/walk.ts'

/** What a resident was told: this draft was received under this number. */
export interface Acknowledged {
  readonly draft: string
  readonly fileNumber: string
}

/**
 * Applies again and again until told to stop. Lost connections are what happens here: a submission is then sent
 * again, as a person would press the button again, and half of them twice at once, as a double click.
 */
export async function applyUntil(
  isOver: () => boolean,
  { url, journey, told }: { url: string; journey: Journey; told: (one: Acknowledged) => void },
): Promise<void> {
  for (let round = 0; !isOver(); round++) {
    const browser = patient(openBrowser(url))
    const { draft, review } = await walkToReview(browser, journey)
    await sendUntilTold(browser, { draft, review, isDouble: round % 2 === 0, told })
    browser.close()
  }
}

interface Sending {
  readonly draft: string
  readonly review: Seen
  readonly isDouble: boolean
  readonly told: (one: Acknowledged) => void
}

async function sendUntilTold(browser: Browser, { draft, review, isDouble, told }: Sending): Promise<void> {
  const fields = hiddenFields(review.body)
  const press = () => browser.post(`${draft}/absenden`, fields)
  for (let attempt = 0; attempt < 100; attempt++) {
    const presses = await Promise.allSettled(isDouble ? [press(), press()] : [press()])
    const isTaken = presses.some(
      one => one.status === 'fulfilled' && one.value.location?.endsWith('/eingang'),
    )
    const receipt = isTaken ? await browser.get(`${draft}/eingang`) : undefined
    const fileNumber = receipt && /LEU-\d{4}-\d+/.exec(receipt.body)?.[0]
    if (fileNumber) return told({ draft: draft.split('/').at(-1)!, fileNumber })
    await pause(100)
  }
  throw new Error('a submission was never answered')
}

/** Presses again when the connection is lost or the portal is just coming up, as people do; two minutes at most. */
function patient(browser: Browser): Browser {
  const again = async (work: () => Promise<Seen>): Promise<Seen> => {
    for (let attempt = 1; ; attempt++) {
      const seen = await work().catch(() => undefined)
      if (seen && seen.status < 500) return seen
      if (attempt === 1200)
        throw new Error(`no answer after ${attempt} attempts (${seen?.status ?? 'no connection'})`)
      await pause(100)
    }
  }
  const get: Browser['get'] = path => again(() => browser.get(path))
  const post: Browser['post'] = (path, fields, files) => again(() => browser.post(path, fields, files))
  return {
    ...browser,
    get,
    post,
    submit: async (path, fields, files) => {
      const answer = await post(path, fields, files)
      return answer.location ? get(answer.location) : answer
    },
  }
}

/** What the review page's form carries beside the token, e.g. the revision that the resident saw. */
export function hiddenFields(body: string): Record<string, string> {
  const form = /<form[^>]*absenden"[\s\S]*?<\/form>/.exec(body)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*type="(?:hidden|checkbox)"[^>]*>/g)].map(match => match[0])
  const pairs = inputs.map(input => [
    /name="([^"]+)"/.exec(input)?.[1],
    /value="([^"]*)"/.exec(input)?.[1] ?? 'on',
  ])
  return Object.fromEntries(pairs.filter(([name]) => name && name !== '_csrf'))
}

const pause = (time_ms: number) => new Promise(resolve => setTimeout(resolve, time_ms))
