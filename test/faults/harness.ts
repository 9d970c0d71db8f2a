import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../machine/free-port.ts'
import { openMailSink } from '../machine/mail-sink.ts'
import { type PortalProcess, portalProcess, type Victim } from '../machine/portal-process.ts'
import { treePermit } from '../visitor/tree-permit.ts'
import type { Journey } from '../visitor/walk.ts'
import { type Acknowledged, applyUntil } from './applicant.ts'
import { countWaiting, examine, type Findings } from './examine.ts'

/** A safeguard that is switched off, to see that the harness notices: the key that makes a submission happen once. */
export type Sabotage = 'unique'

export interface FaultRun extends Findings {
  readonly kills: Readonly<Record<Victim, number>>
  readonly acknowledged: number
  readonly seed: number
}

export interface FaultOptions {
  readonly kills: number
  readonly clients: number
  readonly seed: number
  readonly sabotage?: Sabotage | undefined
  readonly report?: (line: string) => void
}

/** Starts the portal, lets residents apply, kills web, worker or PostgreSQL at random, and looks at what is left. */
export async function runFaults(options: FaultOptions): Promise<FaultRun> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'torhaus-faults-'))
  const sink = await openMailSink()
  const portal = portalProcess({ dataDir, port: await freePort(), smtpUrl: sink.url })
  const acknowledged: Acknowledged[] = []
  try {
    await portal.start()
    if (options.sabotage === 'unique') await dropUniqueKey(portal)
    const kills = await killWhile(portal, options, { journey: await treePermit(), acknowledged })
    await drain(portal)
    const findings = await examine(portal.admin(), { acknowledged, messageIds: sink.messageIds, dataDir })
    return { ...findings, kills, acknowledged: acknowledged.length, seed: options.seed }
  } finally {
    await portal.stop()
    await sink.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function dropUniqueKey(portal: PortalProcess): Promise<void> {
  const client = new pg.Client(portal.admin())
  await client.connect()
  await client.query('alter table torhaus.applications drop constraint applications_once')
  await client.end()
}

async function killWhile(
  portal: PortalProcess,
  options: FaultOptions,
  { journey, acknowledged }: { journey: Journey; acknowledged: Acknowledged[] },
): Promise<Record<Victim, number>> {
  const random = mulberry32(options.seed)
  const kills: Record<Victim, number> = { web: 0, worker: 0, postgres: 0 }
  let isOver = false
  const clients = Array.from({ length: options.clients }, () =>
    applyUntil(() => isOver, { url: portal.url, journey, told: one => acknowledged.push(one) }),
  )
  const total = () => kills.web + kills.worker + kills.postgres
  while (total() < options.kills) {
    await nextMoment(random, acknowledged)
    const victim = chooseVictim(random)
    if (!portal.kill(victim)) continue
    kills[victim]++
    options.report?.(`${total()}/${options.kills} killed ${victim}, ${acknowledged.length} acknowledged`)
  }
  await nextMoment(random, acknowledged)
  isOver = true
  await Promise.all(clients)
  return kills
}

/** Half of the kills fall at any time, half right after someone was told "received": there a loss would show. */
async function nextMoment(random: () => number, acknowledged: readonly Acknowledged[]): Promise<void> {
  await pause(150 + random() * 900)
  if (random() < 0.5) return
  const before = acknowledged.length
  for (let waited = 0; waited < 400 && acknowledged.length === before; waited++) await pause(10)
}

function chooseVictim(random: () => number): Victim {
  return (['web', 'worker', 'postgres'] as const)[Math.floor(random() * 3)]!
}

/** Waits until no mail and no job is left, two minutes at most. */
async function drain(portal: PortalProcess): Promise<void> {
  for (let second = 0; second < 120; second++) {
    if ((await countWaiting(portal.admin()).catch(() => 1)) === 0) return
    await pause(1000)
  }
}

/** A small generator with a seed, so that a run can be repeated (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pause = (time_ms: number) => new Promise(resolve => setTimeout(resolve, time_ms))
