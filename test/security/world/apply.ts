import { hiddenFields } from '#test/faults/applicant.ts'
import type { Browser } from '#test/visitor/browser.ts'
import { type Journey, walkToReview } from '#test/visitor/walk.ts'
import type { DatabaseState } from './database-state.ts'

/** What an application left behind, with the addresses at which its sender finds it. */
export interface Sent {
  readonly draft: string
  readonly tenant: string
  readonly application: string
  readonly case: string
  readonly code: string | undefined
}

/** Answers all questions and sends; throws when no case came of it. */
export async function apply(browser: Browser, journey: Journey, state: DatabaseState): Promise<Sent> {
  const { draft, review } = await walkToReview(browser, journey)
  const receipt = await browser.submit(`${draft}/absenden`, hiddenFields(review.body))
  const [row] = await state.query(
    `select a.tenant_id, a.id as application, c.id as case from torhaus.applications a
      join torhaus.cases c on c.tenant_id = a.tenant_id and c.application_id = a.id where a.draft_id = $1`,
    [draft.split('/').at(-1)],
  )
  if (!row) throw new Error(`${draft} was not received: ${receipt.status} ${receipt.path}`)
  return {
    draft,
    tenant: String(row.tenant_id),
    application: String(row.application),
    case: String(row.case),
    code: /(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/.exec(receipt.body)?.[0],
  }
}
