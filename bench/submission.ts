import { createHash } from 'node:crypto'
import pg from 'pg'
import { freezeScope } from '#core/db/scope.ts'
import type { DraftId, TenantId } from '#core/ids.ts'
import { submitDraft } from '#modules/applications/submission/submit-draft.ts'
import { composeServices } from '../src/compose.ts'
import { readConfig } from '../src/config.ts'
import { openBrowser } from '../test/visitor/browser.ts'
import { walkToReview } from '../test/visitor/walk.ts'
import { type Figure, rateFigure } from './figure.ts'
import type { Subjects } from './subjects.ts'

const count = 160
const clients = 16

/**
 * (c) The action that submits (form computed again, application, facts, tasks, jobs, receipt code: all sealed) against
 * a bare transaction with one insert, both by 16 at once on the same database, both durable.
 */
export async function measureSubmission({ portal, journey, dataDir }: Subjects): Promise<Figure> {
  const drafts: {
    guest: string
    address: { portal: string; tenant: TenantId; service: string; draft: DraftId }
  }[] = []
  for (let made = 0; made < count; made++) {
    const browser = openBrowser(portal.url)
    const { draft } = await walkToReview(browser, journey)
    const cookie = [...browser.cookies].find(([name]) => name.endsWith('torhaus-browser'))![1]
    const address = {
      portal: 'leuna',
      tenant: 'leuna' as TenantId,
      service: 'baumfaellung',
      draft: draft.split('/').at(-1) as DraftId,
    }
    drafts.push({ guest: createHash('sha256').update(cookie).digest('hex'), address })
    browser.close()
  }
  const admin = portal.admin()
  const services = await composeServices(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    owner: { ...admin, user: 'torhaus_owner' },
    app: { ...admin, user: 'torhaus_app' },
  })
  const ours = await perSecond(async index => {
    const { guest, address } = drafts[index]!
    const sent = await submitDraft(services, freezeScope({ now: new Date(), guest }), { address })
    if (sent.kind !== 'received') throw new Error(`a draft was not received: ${sent.kind}`)
  })
  await services.database.close()
  return rateFigure('submissions per second', {
    value: ours,
    reference: await bareInserts(admin),
    atLeast: 0.4,
  })
}

async function bareInserts(admin: pg.ClientConfig): Promise<number> {
  const pool = new pg.Pool({ ...admin, database: 'postgres', max: clients })
  await pool.query('create table if not exists bench_bare (id int, body text)')
  const body = 'x'.repeat(2000)
  const rate = await perSecond(async index => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query('insert into bench_bare values ($1, $2)', [index, body])
    await client.query('commit')
    client.release()
  })
  await pool.end()
  return rate
}

async function perSecond(work: (index: number) => Promise<void>): Promise<number> {
  let next = 0
  const start = performance.now()
  const client = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return count / ((performance.now() - start) / 1000)
}
