import { day_ms } from '#core/clock.ts'
import { type Db, inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { formatDate } from '#core/i18n/format.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { postMail } from '#core/mail/mail.ts'
import { findAccount } from '#modules/accounts/index.ts'
import { urls } from '#modules/tenants/index.ts'
import { removeUnnamed } from '../documents/sweep-files.job.ts'
import { messages } from '../messages.ts'
import type { ApplicationServices } from '../services.ts'
import { type Deleted, type DraftToWarn, deleteExpired, deleteSent, markToWarn } from './expiry-store.ts'

const warn_days = 7
const keep_sent_days = 7
const batch = 200

/**
 * Drafts end thirty days after their last save (§ 8a Abs. 3 OZG): account holders are told a week before, then draft
 * and files are deleted. What was sent is kept as a draft for another week only.
 */
export const expireDrafts: Task<ApplicationServices> = {
  name: 'drafts-expire',
  cron: '10 2 * * *',
  run: async services => {
    const now = services.clock.now()
    const scope: Scope = { now, system: true }
    await warnAll(services, scope)
    await deleteAll(services, scope, db => deleteExpired(db, scope, batch))
    const before = new Date(now.getTime() - keep_sent_days * day_ms)
    await deleteAll(services, scope, db => deleteSent(db, scope, { before, limit: batch }))
  },
}

async function warnAll(services: ApplicationServices, scope: Scope): Promise<void> {
  const before = new Date(scope.now.getTime() + warn_days * day_ms)
  const portals = new Map((await services.portals.list()).map(portal => [portal.slug, portal.name]))
  for (;;) {
    const warned = await inScope(services.database, scope, async db => {
      const drafts = await markToWarn(db, scope, { before, limit: batch })
      for (const draft of drafts)
        await warn(db, scope, { services, draft, portal: portals.get(draft.portal) })
      return drafts.length
    })
    if (warned < batch) return
  }
}

/** Mark and mail in one transaction: nobody is warned twice, nobody not at all. */
async function warn(
  db: Db,
  scope: Scope,
  {
    services,
    draft,
    portal,
  }: { services: ApplicationServices; draft: DraftToWarn; portal: string | undefined },
): Promise<void> {
  const account = await findAccount(db, scope, draft.account)
  if (!account) return
  const t = messages.in(draft.language)
  await postMail(db, scope, {
    keyring: services.keyring,
    host: new URL(services.settings.baseUrl).hostname,
    to: account.email,
    subject: t('expiry.subject'),
    text: t('expiry.text', {
      portal: portal ?? draft.portal,
      date: formatDate(draft.expiresAt, draft.language),
      url: `${services.settings.baseUrl}${urls.accountApplications}`,
    }),
  })
}

async function deleteAll(
  services: ApplicationServices,
  scope: Scope,
  deleteSome: (db: Db) => Promise<Deleted>,
): Promise<void> {
  for (;;) {
    const { count, blobs } = await inScope(services.database, scope, deleteSome)
    // An application may name the same stored file: then it stays.
    await removeUnnamed(services, scope, blobs)
    if (count < batch) return
  }
}
