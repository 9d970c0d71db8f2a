import { recordEvent } from '#core/audit.ts'
import { inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { newId } from '#core/ids.ts'
import { postMail } from '#core/mail/mail.ts'
import { countAttempt } from '#core/throttle-store.ts'
import type { Tenant } from '#modules/tenants/index.ts'
import type { SiteServices } from '../services.ts'
import { messages } from './messages.ts'
import type { BarrierReport } from './model.ts'

/** Reports of one connection in an hour; more is no longer a person with a barrier. */
const most = { limit: 10, window_s: 3600 } as const

/**
 * Brings a report to the town by mail (§ 12b Abs. 2 Nr. 2 BGG: feedback from every page). Nothing of it is kept
 * beside the mail. @throws TooMany
 */
export async function reportBarrier(
  services: SiteServices,
  scope: Scope,
  input: { tenant: Tenant; report: BarrierReport; clientHash: Buffer },
): Promise<void> {
  const { tenant, report, clientHash } = input
  const within = inTenant(scope, tenant.id)
  await inScope(services.database, within, db =>
    countAttempt(db, within, { action: 'report-barrier', subject: clientHash, ...most }),
  )
  // The town's staff read German, whatever language the page was in.
  const t = messages.in('de')
  const said = (text: string) => text || t('mail.unsaid')
  await inScope(services.database, within, async db => {
    await postMail(db, within, {
      keyring: services.keyring,
      host: new URL(services.settings.baseUrl).hostname,
      to: tenant.settings.contact.email,
      subject: t('mail.subject'),
      text: t('mail.text', { what: report.what, where: said(report.where), email: said(report.email) }),
    })
    await recordEvent(db, within, { name: 'barrier.reported', subject: newId<string>(scope.now) })
  })
}
