import { type CaseState, submission } from '#modules/cases/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import type { Channel } from './model.ts'

/**
 * How the notice reaches the applicant. Retrieval from the portal needs her consent and a message that it lies ready
 * (§ 41 Abs. 2a VwVfG), and she must be able to get in: by her account, or as a guest by her tracking code.
 */
export function channelOf(state: CaseState, service: Pick<ServicePackage['service'], 'delivery'>): Channel {
  const { data, actor } = submission(state.facts)
  // Whoever deleted her account holds no tracking code: she is neither.
  const isGuest = actor.kind === 'applicant' && actor.id === undefined
  const isReachable = state.account !== undefined || (isGuest && data.email !== null)
  return data.electronicDelivery && isReachable && service.delivery.includes('portal') ? 'portal' : 'post'
}
