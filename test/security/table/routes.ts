import type { AnyPage } from '#core/http/page.ts'

export type Params = Readonly<Record<string, string>>

/** `POST /amt/vorgang/:case/notiz`: how a page is called in a report. */
export const nameOf = (page: Pick<AnyPage, 'method' | 'path'>) => `${page.method} ${page.path}`

export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)

/** The page that answers a path, with what the path says; fixed words win over parameters, as in the server. */
export function routeOf(
  pages: readonly AnyPage[],
  method: 'GET' | 'POST',
  path: string,
): { page: AnyPage; params: Params } | undefined {
  const plain = path.split(/[?#]/)[0]!
  const found = pages.flatMap(page => {
    const match = page.method === method ? patternOf(page.path).exec(plain) : null
    return match ? [{ page, params: { ...match.groups } as Params }] : []
  })
  return found.sort((left, right) => rank(left.page).localeCompare(rank(right.page)))[0]
}

/** @throws Error when a parameter is missing */
export function fill(path: string, params: Params): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${path}: no value for :${name}`)
    return encodeURIComponent(value)
  })
}

function patternOf(path: string): RegExp {
  const text = path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+?)')
  return new RegExp(`^${text.replace(/\/$/, '')}/?$`)
}

/** Sorts fixed segments before parameters, from the left. */
const rank = (page: AnyPage) =>
  page.path
    .split('/')
    .map(segment => (segment.includes(':') ? '1' : '0'))
    .join('')
