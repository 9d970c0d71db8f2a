import { openBrowser } from '../test/visitor/browser.ts'
import { type Figure, rateFigure } from './figure.ts'
import { applyLoad } from './load.ts'
import type { Subjects } from './subjects.ts'

const clients = 16
const seconds = 5
const rounds = 2

/** (a) The first form page, shown, against a bare Fastify and Preact page of the same bytes. */
export async function measureFormPage({ portal, bare, webPid, formPage }: Subjects): Promise<Figure> {
  let ours = 0
  let theirs = 0
  let cpu_ms = 0
  // In turns, so that a busy moment of the machine meets both.
  for (let round = 0; round < rounds; round++) {
    const browsers = Array.from({ length: clients }, () => openBrowser(portal.url))
    for (const browser of browsers) await formPage.visit(browser)
    const shown = await applyLoad({ pid: webPid(), clients, seconds }, async client => {
      const seen = await browsers[client]!.get(formPage.pathOf(browsers[client]!))
      if (seen.status !== 200) throw new Error(`form page answered ${seen.status}`)
    })
    const reference = await measureBare(bare, clients)
    ours += shown.per_second / rounds
    theirs += reference / rounds
    cpu_ms += shown.cpu_ms / rounds
    for (const browser of browsers) browser.close()
  }
  const figure = rateFigure('form page per second', { value: ours, reference: theirs, atLeast: 0.6 })
  return { ...figure, beside: { cpu_ms_per_request: Number(cpu_ms.toPrecision(3)) } }
}

async function measureBare(bare: Subjects['bare'], count: number): Promise<number> {
  const browsers = Array.from({ length: count }, () => openBrowser(bare.url))
  const load = await applyLoad({ pid: bare.pid, clients: count, seconds }, async client => {
    await browsers[client]!.get('/page')
  })
  for (const browser of browsers) browser.close()
  return load.per_second
}
