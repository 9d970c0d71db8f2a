import type { AnyPage } from '#core/http/page.ts'
import { type Cell, cellsOf } from '../table/cells.ts'
import { objectsIn } from '../table/objects.ts'
import type { Reached } from '../table/places.ts'
import { nameOf } from '../table/routes.ts'
import type { World } from '../world/build-world.ts'
import { judgeCell } from './judge-cell.ts'
import { headerFaults } from './judge-headers.ts'
import { essence } from './same-answer.ts'
import { visitCell } from './visit-cell.ts'

/** Counting refused tries is what it is for. */
const countsTries = 'torhaus.attempts'

/**
 * Visits all cells of a page: first what is refused or only shown, which must leave everything as it is; then what
 * is allowed and writes, each from the same state.
 */
export async function runPage(
  world: World,
  page: AnyPage,
  reached: Reached,
): Promise<{ readonly cells: number; readonly faults: readonly string[] }> {
  const cells = cellsOf(page, reached)
  const writing = cells.filter(cell => cell.kind === 'own' && page.method === 'POST')
  const resting = await judgeAll(
    world,
    cells.filter(cell => !writing.includes(cell)),
  )
  const faults = [...resting.faults]
  let { welcomed } = resting
  const changed = (await world.putBack()).filter(name => name !== countsTries)
  if (changed.length > 0)
    faults.push(`${nameOf(page)} shows or refuses, and yet writes into ${changed.join(', ')}`)
  for (const cell of writing) {
    const judged = await judgeAll(world, [cell])
    faults.push(...judged.faults)
    welcomed += judged.welcomed
    await world.putBack()
  }
  if (welcomed === 0) faults.push(`${nameOf(page)} lets nobody in`)
  return { cells: cells.length, faults }
}

/** Also what the owner must mend first: it was read as hers. */
const isUnderstood = (status: number) => status < 400 || status === 422

interface Judged {
  readonly faults: string[]
  /** Owners who got what they asked for. */
  readonly welcomed: number
}

async function judgeAll(world: World, cells: readonly Cell[]): Promise<Judged> {
  const faults: string[] = []
  const twins = new Map<string, string>()
  let welcomed = 0
  for (const cell of cells) {
    const seen = await visitCell(world.people[cell.role], cell)
    const fault = judgeCell(cell, seen, await twinOf(world, cell, twins))
    for (const head of headerFaults(seen, false)) faults.push(`${nameOf(cell.page)}: ${seen.status} ${head}`)
    if (fault) faults.push(fault)
    else if (cell.kind === 'own' && isUnderstood(seen.status)) welcomed += 1
  }
  return { faults, welcomed }
}

/** The answer about an unknown object; asked once where only ids differ, which `essence` leaves out. */
async function twinOf(world: World, cell: Cell, known: Map<string, string>): Promise<string | undefined> {
  const { twin, role } = cell
  if (!twin || twin.path === cell.path) return undefined
  const objects = objectsIn(twin.params)
  const rest = Object.entries(twin.params).filter(([name]) => !objects.includes(name))
  const key = JSON.stringify([role, cell.kind, twin.changed, rest])
  const found = known.get(key) ?? essence(await visitCell(world.people[role], cell, twin.path), twin.params)
  known.set(key, found)
  return found
}
