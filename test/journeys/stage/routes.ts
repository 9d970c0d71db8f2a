import type { AnyPage } from '#core/http/page.ts'

type Route = Pick<AnyPage, 'method' | 'path'>

/** The page that answers at an address; as in the server, a word wins over a parameter, from left to right. */
export function routeOf(routes: readonly Route[], address: string): string | undefined {
  const path = new URL(address, 'http://portal').pathname
  const matching = routes.filter(route => route.method === 'GET' && patternOf(route.path).test(path))
  return matching.map(({ path }) => path).sort(byWordsFirst)[0]
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map(part => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')))
  return new RegExp(`^${parts.join('/')}$`)
}

const byWordsFirst = (left: string, right: string) => (rank(left) < rank(right) ? -1 : 1)

const rank = (path: string) =>
  path
    .split('/')
    .map(part => (part.startsWith(':') ? '1' : '0'))
    .join('')

/** Pages that nobody came to, by their path; a journey leads to each, or a reason says why not. */
export function unvisited(
  routes: readonly Route[],
  visited: ReadonlySet<string>,
  excepted: Readonly<Record<string, string>>,
): string[] {
  return routes
    .filter(({ method, path }) => method === 'GET' && !visited.has(path) && excepted[path] === undefined)
    .map(({ path }) => path)
}
