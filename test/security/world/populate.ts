import type { TestPortal } from '#test/portal.ts'
import { treePermit } from '#test/visitor/tree-permit.ts'
import { type Journey, walkToReview } from '#test/visitor/walk.ts'
import { furnishAccounts } from './accounts-around.ts'
import { apply, type Sent } from './apply.ts'
import type { DatabaseState } from './database-state.ts'
import { type Role, staffEmail } from './roles.ts'
import type { People } from './sign-in.ts'
import {
  askApplicant,
  beginDecision,
  decideCase,
  openOwnNotice,
  type StaffWords,
  scopeOf,
} from './work-on-case.ts'

type Owner = 'guest' | 'otherGuest' | 'resident' | 'otherResident'
const owners: readonly Owner[] = ['guest', 'otherGuest', 'resident', 'otherResident']

/** Who works on what each of them sends. */
const clerkOf: Readonly<Record<Owner, Role>> = {
  guest: 'clerk',
  otherGuest: 'otherTenant',
  resident: 'clerk',
  otherResident: 'otherOffice',
}

export interface Words extends StaffWords {
  /** Changes the answers of a walk. */
  readonly journey: (walk: Journey) => Journey
}

export interface Populated {
  /** Addresses of what is somebody's own and no start page links to. */
  readonly own: Readonly<Partial<Record<Role, readonly string[]>>>
  readonly sent: readonly Sent[]
}

interface Place {
  readonly portal: TestPortal
  readonly state: DatabaseState
  readonly people: People
}

/** For each owner: an open draft, an application that waits for her answer, a decided one, and one that nobody touched. */
export async function populate(place: Place, words: Partial<Words>): Promise<Populated> {
  const { portal, state, people } = place
  await furnishAccounts(portal, people, state)
  const all: Sent[] = []
  const own: Partial<Record<Role, readonly string[]>> = {}
  for (const owner of owners) {
    const journey = await journeyOf(owner, words)
    const { draft } = await walkToReview(people[owner], journey)
    const sent = {
      asked: await apply(people[owner], journey, state),
      decided: await apply(people[owner], journey, state),
      fresh: await apply(people[owner], journey, state),
    }
    if (owner === 'otherResident') await moveToSecondOffice(state, Object.values(sent))
    await work(place, { owner, sent, journey, words })
    all.push(...Object.values(sent))
    own[owner] = [draft, `${draft}/pruefen`, ...[sent.asked, sent.decided].flatMap(pathsOf)]
  }
  const later = await addLaterStates(place, words)
  await portal.work()
  return { own: { ...own, ...later.own }, sent: [...all, ...later.sent] }
}

/** Cases on the clerk's desk that stand further: a decision begun, one that waits for its second signature, a letter to post. */
async function addLaterStates({ portal, state, people }: Place, words: Partial<Words>): Promise<Populated> {
  const scope = await scopeOf(portal, state, staffEmail.clerk!)
  const send = async (name?: string): Promise<{ sent: Sent; walk: Journey['walk'] }> => {
    const journey = (words.journey ?? (walk => walk))(await treePermit(name))
    return { sent: await apply(people.resident, journey, state), walk: journey.walk }
  }
  const [begun, refused, onPaper] = [
    await send(),
    await send('lothar-grunewald-buche'),
    await send('ayse-yildirim-eiche'),
  ]
  const { outcome } = await beginDecision(portal, scope, { id: begun.sent.case, walk: begun.walk })
  for (const { sent, walk } of [refused, onPaper]) await decideCase(portal, scope, { id: sent.case, walk })
  // The last look before the decision is reached by a button only.
  const confirmation = `/amt/vorgang/${begun.sent.case}/entscheidung/${outcome}/treffen`
  return { own: { clerk: [confirmation] }, sent: [begun, refused, onPaper].map(({ sent }) => sent) }
}

async function journeyOf(owner: Owner, { journey = walk => walk }: Partial<Words>): Promise<Journey> {
  const isElsewhere = clerkOf[owner] === 'otherTenant'
  const walk = await treePermit(isElsewhere ? 'karoline-brandt-anbau' : undefined)
  return journey({ ...walk, portal: isElsewhere ? 'merseburg' : 'leuna' })
}

/** The second office offers no service yet: its cases are moved there by hand. */
async function moveToSecondOffice(state: DatabaseState, sent: readonly Sent[]): Promise<void> {
  const ids = sent.map(one => one.case)
  await state.query(`update torhaus.cases set office_id = 'einwohner' where id = any($1)`, [ids])
}

async function work(
  place: Place,
  input: { owner: Owner; sent: { asked: Sent; decided: Sent }; journey: Journey; words: Partial<Words> },
): Promise<void> {
  const { portal, state } = place
  const { owner, sent, journey, words } = input
  const scope = await scopeOf(portal, state, staffEmail[clerkOf[owner]]!)
  const { note = 'Vor Ort am Nachmittag', question = 'Bitte senden Sie ein Foto des Stammes.' } = words
  await askApplicant(portal, scope, { id: sent.asked.case, note, question })
  await decideCase(portal, scope, { id: sent.decided.case, walk: journey.walk })
  await portal.work()
  // Letters on paper are nobody's to open.
  if (await isInMailbox(state, sent.decided)) await openOwnNotice(place, sent.decided, owner)
}

async function isInMailbox(state: DatabaseState, { case: id }: Sent): Promise<boolean> {
  const [row] = await state.query('select channel from torhaus.notices where case_id = $1', [id])
  return row?.channel === 'portal'
}

function pathsOf({ draft, tenant, application }: Sent): string[] {
  const portal = draft.split('/')[1]!
  return [`${draft}/eingang`, `/${portal}/status/${tenant}/${application}`]
}
