import type { AnyPage } from '#core/http/page.ts'
import { type Role, residentEmail, roles, staffEmail, strangersOf } from '../world/roles.ts'
import type { Found, FoundPost } from './crawl.ts'
import { objectsIn, secrets, unknownFor } from './objects.ts'
import { placesOf, type Reached } from './places.ts'
import { fill, type Params } from './routes.ts'

/** One visit and what must come of it. */
export interface Cell {
  readonly page: AnyPage
  readonly role: Role
  readonly kind: 'own' | 'foreign' | 'mixed' | 'unknown' | 'shut'
  readonly params: Params
  readonly path: string
  readonly fields: FoundPost['form']['fields']
  /** The role was not led there: it may lack a right that its colleagues have. */
  readonly isGuessed?: boolean | undefined
  /** The same address with ids that nobody has: the answer must be the same. */
  readonly twin?: Twin | undefined
}

interface Twin {
  readonly path: string
  readonly params: Params
  /** The parameters that name nothing. */
  readonly changed: readonly string[]
}

/** All cells of a page: every role, with what is its own, everybody else's, mixtures of both, and nobody's. */
export function cellsOf(page: AnyPage, reached: Reached): Cell[] {
  return roles.flatMap(role =>
    mayEnter(page, role) ? openCells(page, role, reached) : shutCells(page, role, reached),
  )
}

export function mayEnter({ audience }: Pick<AnyPage, 'audience'>, role: Role): boolean {
  if (audience === 'anyone') return true
  if (audience === 'resident') return residentEmail[role] !== undefined
  return audience === 'staff' ? staffEmail[role] !== undefined : role === 'operator'
}

/** The page is not for this role at all: with real ids and with unknown ones the gate says the same. */
function shutCells(page: AnyPage, role: Role, reached: Reached): Cell[] {
  const places = roles.flatMap(other => placesOf(page, other, reached).slice(0, 1))
  return places.slice(0, 2).map(found => {
    return {
      ...cellBase(page, role, found),
      path: fill(page.path, found.params),
      kind: 'shut',
      twin: twinOf(page, found.params, objectsIn(found.params)),
    }
  })
}

function openCells(page: AnyPage, role: Role, reached: Reached): Cell[] {
  const own = placesOf(page, role, reached)
  const cells: Cell[] = own.map(found => ({
    ...cellBase(page, role, found),
    kind: 'own',
    isGuessed: found.isGuessed,
  }))
  const [mine] = own
  if (mine) {
    for (const name of objectsIn(mine.params)) {
      const { path, params } = twinOf(page, mine.params, [name])
      cells.push({ ...cellBase(page, role, mine), kind: 'unknown', params, path })
    }
  }
  const foreign = strangersOf(role).flatMap(
    other => placesOf(page, other, reached).find(found => isForeign(found, own)) ?? [],
  )
  cells.push(...foreign.map(theirs => foreignCell({ page, role }, mine, theirs)))
  if (mine && foreign[0]) cells.push(...mixedCells({ page, role }, mine, foreign[0]))
  return cells
}

function foreignCell(
  { page, role }: Pick<Cell, 'page' | 'role'>,
  mine: Found | FoundPost | undefined,
  theirs: Found | FoundPost,
): Cell {
  return {
    ...cellBase(page, role, theirs),
    path: fill(page.path, theirs.params),
    fields: fieldsOf(mine ?? theirs),
    kind: 'foreign',
    twin: twinOf(page, theirs.params, objectsIn(theirs.params).slice(-1)),
  }
}

/** Mine but for one id: an own matter must not be the way into somebody else's. */
function mixedCells(
  { page, role }: Pick<Cell, 'page' | 'role'>,
  mine: Found | FoundPost,
  theirs: Found | FoundPost,
): Cell[] {
  const names = objectsIn(theirs.params)
  if (names.length < 2) return []
  return names
    .filter(name => theirs.params[name] !== mine.params[name])
    .map(name => {
      const params = { ...mine.params, [name]: theirs.params[name]! }
      const path = fill(page.path, params)
      const twin = twinOf(page, mine.params, [name])
      return { ...cellBase(page, role, mine), kind: 'mixed', params, path, twin }
    })
}

/** Somebody else's: an id that is none of mine. What is opened by a secret belongs to whoever knows it. */
function isForeign(found: Found, own: readonly Found[]): boolean {
  const names = objectsIn(found.params)
  if (names.some(name => secrets.includes(name))) return false
  return names.some(name => own.every(one => one.params[name] !== found.params[name]))
}

function cellBase(page: AnyPage, role: Role, found: Found | FoundPost) {
  return { page, role, params: found.params, path: found.path, fields: fieldsOf(found) }
}

const fieldsOf = (found: Found | FoundPost) => ('form' in found ? found.form.fields : {})

/** The same address with unknown values for some of its parameters. */
function twinOf(page: AnyPage, given: Params, changed: readonly string[]): Twin {
  const unknown = changed.map(name => [name, unknownFor(name, given[name]!)])
  const params = { ...given, ...Object.fromEntries(unknown) }
  return { params, path: fill(page.path, params), changed }
}
