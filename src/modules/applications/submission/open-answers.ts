import { dayInGermany } from '#core/clock.ts'
import type { OpenFlow } from '#flow/index.ts'
import { type Answers, openFlow } from '#flow/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import type { OpenedAnswers, Readable, StoredApplication } from '../model.ts'
import type { ApplicationServices } from '../services.ts'

export interface OpenedApplication extends OpenedAnswers {
  readonly package: ServicePackage
  /** The form as it was sent: same version, same parameters, same day. */
  readonly open: OpenFlow
}

/**
 * Answers, readable text and computed values of an application.
 * @example const { answers } = await openAnswers(services, application)
 */
export async function openAnswers(
  services: Pick<ApplicationServices, 'keyring' | 'catalogue'>,
  application: StoredApplication,
): Promise<OpenedApplication> {
  const { id, sealed, service, version, parameters } = application
  const keys = await services.keyring.of(application.tenant)
  const pack = await services.catalogue.find(service, version)
  if (!pack) throw new Error(`package ${service} ${version} is missing`)
  const answers = keys.openJson<Answers>(`applications.answers ${id}`, sealed.answers)
  const readable = keys.openJson<Readable>(`applications.readable ${id}`, sealed.readable)
  const today = dayInGermany(application.submittedAt)
  const open = openFlow(pack.flow, answers, { today, param: parameters, portal: application.portal })
  return { answers, readable, computed: open.computed, package: pack, open }
}
