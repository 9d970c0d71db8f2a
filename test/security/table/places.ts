import type { AnyPage } from '#core/http/page.ts'
import { type Role, roles } from '../world/roles.ts'
import type { Found, FoundPost, Reach } from './crawl.ts'
import { secrets } from './objects.ts'
import { fill, nameOf, type Params, paramsOf } from './routes.ts'

export type Reached = Readonly<Record<Role, Reach>>

/** Words for parameters that stand in no link: nobody's, they only choose between texts. */
const words: Params = { what: 'registrierung', note: 'unbekannt', portal: 'leuna', service: 'baumfaellung' }

/** Where a role meets a page as with its own objects: by link or form, or with the parameters of pages nearby. */
export function placesOf(page: AnyPage, role: Role, reached: Reached): readonly (Found | FoundPost)[] {
  const reach = reached[role]
  const met = (page.method === 'GET' ? reach.gets : reach.posts).get(nameOf(page))
  if (met) return met.slice(0, isWorthTwo(page) ? 2 : 1)
  const params = borrowParams(page, reach)
  if (!params) return []
  const form = page.method === 'POST' ? formOf(page, reached) : undefined
  return [{ path: fill(page.path, params), params, isGuessed: true, ...(form && { form }) }]
}

/** Objects differ in their state; what writes, and what is the same for everybody, is met once by each role. */
const isWorthTwo = (page: AnyPage) =>
  page.method === 'GET' && /:(draft|case|application|message|notice)/.test(page.path)

/** The form as another role is offered it: who knows the page knows its fields. */
function formOf(page: AnyPage, reached: Reached): FoundPost['form'] | undefined {
  return roles.map(role => reached[role].posts.get(nameOf(page))?.[0]?.form).find(Boolean)
}

/** A page that nobody reaches would be tested against nothing: told by name. */
export function unplaced(pages: readonly AnyPage[], reached: Reached): string[] {
  return pages.filter(page => roles.every(role => placesOf(page, role, reached).length === 0)).map(nameOf)
}

/** Parameters of the address that has most of its beginning in common. */
function borrowParams(page: AnyPage, reach: Reach): Params | undefined {
  const wanted = paramsOf(page.path)
  const all = [...reach.gets, ...reach.posts].flatMap(([name, found]) =>
    found
      .slice(0, 1)
      .map(one => ({ path: name.split(' ')[1]!, params: { ...words, ...one.params } as Params })),
  )
  return (
    [{ path: '', params: words }, ...all]
      // A secret opens one page only: it is met in a mail, never borrowed.
      .filter(({ params }) => wanted.every(name => params[name] !== undefined && !secrets.includes(name)))
      .map(({ path, params }) => ({ params, common: commonLength(path, page.path) }))
      .sort((left, right) => right.common - left.common)
      .map(({ params }) => Object.fromEntries(wanted.map(name => [name, params[name]!])))[0]
  )
}

function commonLength(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')]
  const differs = a.findIndex((part, index) => part !== b[index])
  return differs === -1 ? a.length : differs
}
