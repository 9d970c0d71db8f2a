import { z } from 'zod'
import { type DraftId, uuidPattern } from '#core/ids.ts'
import type { Portal } from '#modules/tenants/index.ts'
import type { DraftAddress } from '../drafts/model.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/)
const id = z.string().regex(uuidPattern)

export const serviceParams = z.strictObject({ portal: slug, service: slug })
export const draftParams = serviceParams.extend({ draft: id })
export const pageParams = draftParams.extend({ page: slug })
export const groupParams = pageParams.extend({ group: z.string().regex(/^[a-z_][a-z0-9_]{0,60}$/) })
export const itemParams = groupParams.extend({ item: id })
export const noteParams = draftParams.extend({ note: z.string().regex(/^[a-z_][a-z0-9_-]{0,60}$/) })
export const fileParams = draftParams.extend({ document: id })

/** `?von=pruefen`: the resident came from the review and goes back there. */
export const pageQuery = z.strictObject({ von: z.literal('pruefen').optional() })

/** No answers, only the button. */
export const emptyForm = z.record(z.string(), z.unknown())

/** The draft that an address names, within the portal that it names. */
export function addressOf(
  portal: Portal,
  params: { readonly service: string; readonly draft: string },
): DraftAddress {
  return {
    tenant: portal.tenant.id,
    portal: portal.slug,
    service: params.service,
    draft: params.draft as DraftId,
  }
}
