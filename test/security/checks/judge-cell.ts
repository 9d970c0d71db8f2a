import type { Seen } from '#test/visitor/browser.ts'
import type { Cell } from '../table/cells.ts'
import { nameOf } from '../table/routes.ts'
import { staffEmail } from '../world/roles.ts'
import { essence } from './same-answer.ts'

/** Pages that answer an unknown object otherwise than with 404, and everybody alike. */
const otherThan404: Readonly<Record<string, number>> = {
  // Says in words that the link is used up or too old: whoever follows a mail from yesterday needs more than 404.
  '/konto/bestaetigen/:token': 410,
  '/konto/passwort/:token': 410,
  '/konto/neue-adresse/:token': 410,
  // Looks at nothing: it makes the id of an entry and goes there, where the draft is looked for.
  '/:portal/antrag/:service/:draft/:page/:group/neu': 303,
}

/** What is wrong with an answer, or nothing. `twin` is the essence of the answer about an unknown object. */
export function judgeCell(cell: Cell, seen: Seen, twin: string | undefined): string | undefined {
  const fault = cell.kind === 'own' ? judgeOwn(cell, seen) : judgeRefused(cell, seen)
  if (fault) return told(cell, seen, fault)
  if (twin === undefined || essence(seen, cell.params) === twin) return undefined
  return told(cell, seen, 'differs from the answer about an unknown object')
}

function judgeOwn({ page, isGuessed }: Cell, seen: Seen): string | undefined {
  // Its own object, but not its task, not now, or with fields that fit another; runPage sees to it that somebody is let in.
  if (isGuessed && [400, 403, 404, 409].includes(seen.status)) return undefined
  if (seen.location?.includes('/anmelden?')) return 'sends its owner to the sign-in'
  const allowed = page.method === 'GET' ? [200, 303] : [200, 204, 303, 409, 422]
  return allowed.includes(seen.status) ? undefined : 'is not answered to its owner'
}

function judgeRefused({ page, role, kind }: Cell, seen: Seen): string | undefined {
  if (kind === 'shut') {
    const isStaff = staffEmail[role] !== undefined
    if (page.audience === 'operator' && isStaff) return seen.status === 403 ? undefined : 'is not refused'
    const door = page.audience === 'resident' ? '/konto/anmelden' : '/amt/anmelden'
    return seen.status === 303 && seen.location?.startsWith(door) ? undefined : `does not lead to ${door}`
  }
  const status = otherThan404[page.path] ?? 404
  return seen.status === status ? undefined : `is not ${status}`
}

const told = (cell: Cell, seen: Seen, fault: string) =>
  `${nameOf(cell.page)} as ${cell.role}, ${cell.kind} object: ${seen.status} ${seen.location ?? ''} ${fault} (${cell.path})`
