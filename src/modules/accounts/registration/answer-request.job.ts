import { randomBytes } from 'node:crypto'
import { type Db, inScope } from '#core/db/database.ts'
import { freezeScope, type Scope } from '#core/db/scope.ts'
import type { AccountId } from '#core/ids.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { findLogin } from '../account-store.ts'
import { type AccountMail, postAccountMail } from '../mails.ts'
import { linkLife_ms, type RequestContent, type RequestKind } from '../model.ts'
import type { AccountServices } from '../services.ts'
import { accountUrls } from '../urls.ts'
import { answerTask, contentContext } from './ask.ts'
import { giveToken, lockNewRequest, type RequestRow, takeRequest } from './request-store.ts'

/** What the owner of the address is told: depends on whether an account has it, which only she may learn. */
const answers: Readonly<Record<RequestKind, { withAccount: AccountMail; without: AccountMail }>> = {
  register: { withAccount: 'exists', without: 'confirm' },
  reset: { withAccount: 'reset', without: 'none' },
  email: { withAccount: 'taken', without: 'new_email' },
}

const links: Partial<Record<AccountMail, (token: string) => string>> = {
  confirm: accountUrls.confirm,
  reset: accountUrls.newPassword,
  new_email: accountUrls.newEmail,
}

/** Answers a request by exactly one mail. A second run finds the request answered, or gone. */
export const answerRequest: Task<AccountServices> = {
  name: answerTask,
  run: async (services, payload) => {
    const scope = freezeScope({ now: services.clock.now() })
    await inScope(services.database, scope, async db => {
      const request = await lockNewRequest(db, scope, String(payload.request))
      if (request) await answer(services, db, { scope, request })
    })
  },
}

async function answer(
  services: AccountServices,
  db: Db,
  { scope, request }: { scope: Scope; request: RequestRow },
): Promise<void> {
  const content = services.keyring.system.openJson<RequestContent>(
    contentContext(request.id),
    request.content,
  )
  const login = await findLogin(db, scope, content.email)
  const { withAccount, without } = answers[request.kind]
  const mail = login ? withAccount : without
  const link = links[mail]
  const path = link
    ? link(await newToken(services, db, { scope, request, account: login?.id ?? request.account }))
    : await forget(db, scope, request.id)
  await postAccountMail(services, db, {
    scope,
    mail,
    to: content.email,
    language: login?.language ?? content.language,
    portal: content.portal,
    path,
  })
}

/** 256 random bits; the database holds their keyed hash. */
async function newToken(
  services: AccountServices,
  db: Db,
  { scope, request, account }: { scope: Scope; request: RequestRow; account: AccountId | undefined },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await giveToken(db, scope, {
    id: request.id,
    account,
    tokenHash: services.keyring.hash('code', token),
    expiresAt: new Date(scope.now.getTime() + linkLife_ms[request.kind]),
  })
  return token
}

async function forget(db: Db, scope: Scope, id: string): Promise<undefined> {
  await takeRequest(db, scope, id)
  return undefined
}
