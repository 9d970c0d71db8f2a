import { pages } from '#src/compose.ts'
import type { Seen } from '#test/visitor/browser.ts'
import { plantCarelessDoor } from '../planted/careless-door.ts'
import { carelessPage } from '../planted/careless-page.tsx'
import { plantedPages } from '../planted/leaky-pages.ts'
import { crawl } from '../table/crawl.ts'
import { type OwnerForm, ownerForms } from '../table/owner-form.ts'
import type { Reached } from '../table/places.ts'
import { nameOf } from '../table/routes.ts'
import { buildWorld, type World } from './build-world.ts'
import { canary, withCanary } from './canary.ts'
import { hearSeals } from './hear-seals.ts'

/** A world whose people wrote the canary wherever they could, where each of them came in it, and all they saw. */
export interface Furnished {
  readonly world: World
  readonly reached: Reached
  readonly seen: readonly { readonly name: string; readonly seen: Seen }[]
  /** Every form with somebody who may send it. */
  readonly forms: readonly OwnerForm[]
  /** What was sealed, as it was before; whoever listens empties it first. */
  readonly heard: string[]
}

/** What is wrong on purpose. */
export const plants = { door: plantCarelessDoor() }

export async function furnish(): Promise<Furnished> {
  const seen: { name: string; seen: Seen }[] = []
  const world = await buildWorld(
    { morePages: [...plantedPages, carelessPage], plant: plants.door.plant },
    { journey: withCanary, note: canary, question: canary },
  )
  plants.door.serve(world)
  const reached = await crawl(world, pages, visit =>
    seen.push({ name: nameOf(visit.page), seen: visit.seen }),
  )
  // Each of them holds a token, also who met no form.
  for (const browser of Object.values(world.people)) await browser.get('/leuna/status')
  await world.state.keep()
  const heard = hearSeals(world.portal.services.keyring)
  return { world, reached, seen, forms: ownerForms(pages, reached), heard }
}
