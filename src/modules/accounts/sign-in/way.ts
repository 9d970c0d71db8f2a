import { z } from 'zod'

/** Where someone comes from: kept from page to page until the sign-in is done. */
export interface Way {
  /** Own path to go on to. */
  readonly back: string | undefined
  /** Slug of the portal whose head and foot these pages show. Whether it exists, `portals.find` says. */
  readonly portal: string | undefined
}

/** `?zurueck=/leuna/antrag/…&portal=leuna`; what is no own path or slug is passed over. */
export const wayQuery = z
  .object({ zurueck: z.string().optional().catch(undefined), portal: z.string().optional().catch(undefined) })
  .transform(({ zurueck, portal }): Way => {
    const back = zurueck !== undefined && isOwnPath(zurueck) ? zurueck : undefined
    return { back, portal: readSlug(portal) ?? portalOfPath(back) }
  })

const readSlug = (text: string | undefined) =>
  text && /^[a-z][a-z0-9-]{1,40}$/.test(text) ? text : undefined

const portalOfPath = (path: string | undefined) => readSlug(path?.split(/[/?]/)[1])

/** Begins with exactly one slash: never another host, not even by a detour that browsers know (`/\host`). */
function isOwnPath(path: string): boolean {
  return path.length <= 1000 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)
}

/** The same way on the next page. */
export function along(path: string, way: Way): string {
  const query = new URLSearchParams()
  if (way.back) query.set('zurueck', way.back)
  if (way.portal && way.portal !== portalOfPath(way.back)) query.set('portal', way.portal)
  return query.size > 0 ? `${path}?${query}` : path
}
