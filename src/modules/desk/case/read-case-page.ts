import type { Scope } from '#core/db/scope.ts'
import type { CaseId } from '#core/ids.ts'
import { type DeskCaseView, readCase } from '#modules/cases/index.ts'
import { listNotices, type NoticeView } from '#modules/decisions/index.ts'
import type { DeskServices } from '../services.ts'

/** A case with what went out for it, the newest first. */
export interface CasePageView extends DeskCaseView {
  readonly notices: readonly NoticeView[]
}

/** @throws NotFound for a case of another office or authority, as for an unknown one */
export async function readCasePage(services: DeskServices, scope: Scope, id: CaseId): Promise<CasePageView> {
  const view = await readCase(services, scope, id)
  return { ...view, notices: await listNotices(services, scope, id) }
}
