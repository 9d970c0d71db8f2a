import type { Clock } from '../clock.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { type Database, inScope } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { inTenant } from '../db/scope.ts'
import type { NoticeId, TenantId } from '../ids.ts'
import type { Task } from '../jobs/jobs.ts'
import { keepDemoMail, lockUnsentMail, markMailSent } from './mail-store.ts'
import type { MailTransport, OutgoingMail } from './transport.ts'

export interface MailServices {
  readonly database: Database
  readonly keyring: Keyring
  readonly clock: Clock
  /** Absent in the demo: mails are then read at /demo/post. */
  readonly mail: MailTransport | undefined
  /** Called in the mail's transaction once the server took the notification of a notice. */
  readonly onNoticeNotified: (
    db: Parameters<typeof markMailSent>[0],
    scope: Scope,
    notice: NoticeId,
  ) => Promise<void>
}

/**
 * Sends one mail and records it in the same transaction. Killed between acceptance and commit, the job runs again
 * and repeats the mail with the same Message-ID: rather twice than never.
 */
export const sendMail: Task<MailServices> = {
  name: 'send-mail',
  run: async (services, payload) => {
    const scope: Scope = { now: services.clock.now() }
    const id = String(payload.mail)
    const tenant = await inScope(
      services.database,
      scope,
      async db => (await lockUnsentMail(db, scope, id))?.tenant_id,
    )
    if (tenant === undefined) return
    const within = tenant ? inTenant(scope, tenant as TenantId) : scope
    await inScope(services.database, within, async db => {
      const row = await lockUnsentMail(db, within, id)
      if (!row) return
      const content = services.keyring.system.openJson<{ subject: string; text: string }>(
        `mails.content ${id}`,
        row.content,
      )
      const to = services.keyring.system.open(`mails.recipient ${id}`, row.recipient).toString()
      const mail: OutgoingMail = { ...content, to, messageId: row.message_id }
      if (services.mail) await services.mail.send(mail)
      else await keepDemoMail(db, within, mail)
      await markMailSent(db, within, id)
      if (row.notice_id) await services.onNoticeNotified(db, within, row.notice_id as NoticeId)
    })
  },
}
