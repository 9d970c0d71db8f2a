import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../test/machine/free-port.ts'
import { type MailSink, openMailSink } from '../test/machine/mail-sink.ts'
import { type PortalProcess, portalProcess } from '../test/machine/portal-process.ts'
import { type Browser, openBrowser } from '../test/visitor/browser.ts'
import { treePermit } from '../test/visitor/tree-permit.ts'
import type { Journey } from '../test/visitor/walk.ts'
import { type Bare, startBare } from './bare.ts'

/** The portal and the bare server, both running, both on the same PostgreSQL. */
export interface Subjects {
  readonly portal: PortalProcess
  readonly bare: Bare
  readonly journey: Journey
  readonly formPage: FormPage
  readonly dataDir: string
  webPid(): number
  /** Milliseconds from the start command to the first answered page, on data that are there. */
  readonly start_ms: number
  stop(): Promise<void>
}

/** The first question page: each browser begins a draft of its own. */
export interface FormPage {
  visit(browser: Browser): Promise<void>
  pathOf(browser: Browser): string
  /** Bytes of its HTML. */
  readonly size: number
}

export async function startSubjects(): Promise<Subjects> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-bench-'))
  const sink = await openMailSink()
  const portal = portalProcess({ dataDir, port: await freePort(), smtpUrl: sink.url })
  // The first start makes the database; the second is the one that operators see.
  await portal.start()
  await portal.stop()
  const before = performance.now()
  await portal.start()
  await openBrowser(portal.url).get('/leuna/')
  const start_ms = performance.now() - before
  const formPage = await openFormPage(portal.url)
  const bare = await startBare({ ...portal.admin(), database: 'postgres' }, formPage.size)
  const journey = await treePermit('tobias-ruhland-robinie')
  return {
    portal,
    bare,
    journey,
    formPage,
    dataDir,
    start_ms,
    webPid: portal.pid,
    stop: () => stopAll({ portal, bare, sink, dataDir }),
  }
}

async function openFormPage(url: string): Promise<FormPage> {
  const paths = new Map<Browser, string>()
  const visit = async (browser: Browser) => {
    await browser.get('/leuna/antrag/baumfaellung')
    paths.set(browser, (await browser.submit('/leuna/antrag/baumfaellung', {})).path)
  }
  const first = openBrowser(url)
  await visit(first)
  const pathOf = (browser: Browser) => paths.get(browser)!
  const { body } = await first.get(pathOf(first))
  first.close()
  return { visit, pathOf, size: Buffer.byteLength(body) }
}

async function stopAll(all: {
  portal: PortalProcess
  bare: Bare
  sink: MailSink
  dataDir: string
}): Promise<void> {
  await all.bare.stop()
  await all.portal.stop()
  await all.sink.close()
  await rm(all.dataDir, { recursive: true, force: true })
}
