import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import { type AccountId, newId } from '#core/ids.ts'
import { enqueue } from '#core/jobs/jobs.ts'
import type { CoreServices } from '#core/services.ts'
import { linkLife_ms, type RequestContent, type RequestKind } from '../model.ts'
import { findRequest, insertRequest, type RequestRow } from './request-store.ts'

/** Name of the job that answers by mail (answer-request.job.ts). */
export const answerTask = 'answer-account-request'

export const contentContext = (id: string) => `account_requests.content ${id}`

/**
 * Writes down what someone asked for, and nothing else: whether there is such an account is looked up later, by a
 * job. So the answer and its time are the same for every address (reference/security S-15).
 */
export async function ask(
  services: CoreServices,
  scope: Scope,
  request: { kind: RequestKind; account?: AccountId | undefined; content: RequestContent },
): Promise<void> {
  const asking = freezeScope({ now: scope.now })
  await inScope(services.database, asking, async db => {
    const id = newId<string>(scope.now)
    await insertRequest(db, asking, {
      id,
      kind: request.kind,
      account: request.account,
      content: services.keyring.system.sealJson(contentContext(id), request.content),
      expiresAt: new Date(scope.now.getTime() + linkLife_ms[request.kind]),
    })
    await enqueue(db, { task: answerTask, payload: { request: id }, key: `account-request ${id}` })
  })
}

export interface OpenRequest extends RequestRow {
  readonly opened: RequestContent
}

/** What a mailed link stands for; `undefined` when it was used, is too old or was never sent. */
export async function findLinked(
  services: CoreServices,
  db: Db,
  link: { scope: Scope; kind: RequestKind; token: string },
): Promise<OpenRequest | undefined> {
  const tokenHash = services.keyring.hash('code', link.token)
  const row = await findRequest(db, link.scope, { kind: link.kind, tokenHash })
  if (!row) return undefined
  const opened = services.keyring.system.openJson<RequestContent>(contentContext(row.id), row.content)
  return { ...row, opened }
}
