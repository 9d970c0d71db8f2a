import type { AnyPage } from '#core/http/page.ts'
import type { Seen } from '#test/visitor/browser.ts'
import type { World } from '../world/build-world.ts'
import type { Role } from '../world/roles.ts'
import { roles } from '../world/roles.ts'
import { objectsIn } from './objects.ts'
import { type FoundForm, formsIn, linksIn } from './read-html.ts'
import { nameOf, type Params, routeOf } from './routes.ts'

/** One address of a page as a role reached it by following links. */
export interface Found {
  readonly path: string
  readonly params: Params
  /** Nothing led there: the parameters are those of pages nearby. */
  readonly isGuessed?: true
}
export interface FoundPost extends Found {
  readonly form: FoundForm
}

/** Where each role comes by links and forms, by the page's name. */
export interface Reach {
  readonly gets: ReadonlyMap<string, readonly Found[]>
  readonly posts: ReadonlyMap<string, readonly FoundPost[]>
}

/** Told of every answer on the way. */
export type See = (visit: { readonly role: Role; readonly page: AnyPage; readonly seen: Seen }) => void

/** As many addresses of one page as tell something new: objects differ in their state, lists in their filters. */
function enough(params: Params): number {
  const isPortalPage = Object.keys(params).length > 0 && objectsIn(params).length === 0
  return isPortalPage ? 2 : 20
}

/** Follows every link from the start pages, and remembers every form. Sends nothing but GET. */
export async function crawl(
  world: World,
  pages: readonly AnyPage[],
  see: See = () => {},
): Promise<Readonly<Record<Role, Reach>>> {
  const mails = await mailLinks(world)
  const found = roles.map(async role => {
    const starts = [
      '/leuna/',
      '/merseburg/',
      '/leuna/leistungen',
      '/konto',
      '/konto/antraege',
      '/konto/daten',
      '/amt',
      '/',
    ]
    return [
      role,
      await crawlAs(world, pages, { role, starts: [...starts, ...(world.own[role] ?? []), ...mails], see }),
    ]
  })
  return Object.fromEntries(await Promise.all(found)) as Record<Role, Reach>
}

async function crawlAs(
  world: World,
  pages: readonly AnyPage[],
  { role, starts, see }: { role: Role; starts: readonly string[]; see: See },
): Promise<Reach> {
  const gets = new Map<string, Found[]>()
  const posts = new Map<string, FoundPost[]>()
  const waiting = [...starts]
  const asked = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(pages, 'GET', path)
    const plain = path.split('#')[0]!
    if (!route || asked.has(plain) || plain.includes('sprache=')) continue
    const known = gets.get(nameOf(route.page)) ?? []
    if (
      known.length >= enough(route.params) ||
      known.some(one => isSamePlace(one, { path: plain, params: route.params }))
    )
      continue
    asked.add(plain)
    const seen = await world.people[role].get(plain)
    see({ role, page: route.page, seen })
    if (seen.location) waiting.push(seen.location)
    if (seen.status >= 400 || seen.location?.includes('/anmelden')) continue
    gets.set(nameOf(route.page), [...known, { path: plain, params: route.params }])
    if (!String(seen.headers['content-type']).startsWith('text/html')) continue
    waiting.push(...linksIn(seen.body))
    for (const form of formsIn(seen.body, plain)) {
      if (form.method === 'GET') waiting.push(form.action)
      else keepForm(pages, posts, form)
    }
  }
  return { gets, posts }
}

function keepForm(pages: readonly AnyPage[], posts: Map<string, FoundPost[]>, form: FoundForm): void {
  const route = routeOf(pages, 'POST', form.action)
  if (!route) throw new Error(`a page sends its form to ${form.action}, where nobody takes it`)
  const name = nameOf(route.page)
  const known = posts.get(name) ?? []
  if (known.length < enough(route.params))
    posts.set(name, [...known, { path: form.action, params: route.params, form }])
}

/** One object once; a list without objects in its address once for each filter. */
function isSamePlace(left: Found, right: Found): boolean {
  const isList = Object.keys(left.params).length === 0
  return isList ? left.path === right.path : JSON.stringify(left.params) === JSON.stringify(right.params)
}

async function mailLinks(world: World): Promise<string[]> {
  const mails = await world.state.query('select body from torhaus.demo_mails')
  return mails.flatMap(({ body }) =>
    [...String(body).matchAll(/https?:\/\/[^/\s]+(\/\S*)/g)].map(([, path = '']) =>
      path.replace(/[.,)]+$/, ''),
    ),
  )
}
