import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { Language } from '#core/i18n/languages.ts'
import {
  type CaseHead,
  enterOwnCase,
  listOwnCases,
  loadCase,
  type NextStep,
  nextStep,
} from '#modules/cases/index.ts'
import type { AreaServices } from '../services.ts'

/** One's own case with what comes next, for a card. */
export interface OwnCase {
  readonly head: CaseHead
  readonly title: string
  readonly authority: string
  /** Who acts next; for a case that is closed nobody. */
  readonly next: NextStep | undefined
}

/** Cases that are open are few; those of many years are told by their heads alone. */
const mostOpened = 30

/** What waits for the resident first, then what is under way, then what is closed; each the newest first. */
export async function listOwn(services: AreaServices, scope: Scope, language: Language): Promise<OwnCase[]> {
  const heads = await listOwnCases(services, scope)
  const portals = await services.portals.list()
  const cases: OwnCase[] = []
  let opened = 0
  for (const head of heads) {
    const pack = await services.catalogue.find(head.service)
    const authority = portals.find(portal => portal.tenant.id === head.tenant)?.tenant.name ?? ''
    const isOpen = head.phase !== 'closed' && opened < mostOpened
    if (isOpen) opened += 1
    const next = isOpen ? await readNext(services, scope, { head, authority, language }) : undefined
    cases.push({ head, authority, title: pack?.service.title[language] ?? head.service, next })
  }
  return cases.sort((left, right) => rankOf(left) - rankOf(right))
}

async function readNext(
  services: AreaServices,
  scope: Scope,
  { head, authority, language }: { head: CaseHead; authority: string; language: Language },
): Promise<NextStep | undefined> {
  const within = await enterOwnCase(services, scope, { tenant: head.tenant, case: head.id })
  const state = await inScope(services.database, within, db => loadCase({ services, db }, within, head.id))
  return state && nextStep({ state, authority, names: new Map(), outcomes: {} }, scope.now, language)
}

function rankOf({ head, next }: OwnCase): number {
  if (next?.actor === 'resident') return 0
  return head.phase === 'closed' ? 2 : 1
}
