import type { Language } from '#core/i18n/languages.ts'
import { type CompiledField, fillText, type Text, uploadLimits } from '#flow/index.ts'
import type { Offer, ServicePackage } from '#modules/catalogue/index.ts'
import type { Portal } from '#modules/tenants/index.ts'
import type { SiteServices } from '../services.ts'

/** A service as one town offers it to residents, its texts in one language with the town's own values. */
export interface OfferedService {
  readonly id: string
  readonly sector: string
  readonly title: string
  readonly summary: string
  readonly keywords: readonly string[]
  readonly office: string
  readonly package: ServicePackage
  /** Any text of the package, filled with the town's values. */
  say(text: Text): string
}

interface Asked {
  readonly portal: Portal
  readonly language: Language
}

/** What the town of a portal offers to residents and businesses, by title. */
export async function listOffered(services: SiteServices, asked: Asked): Promise<OfferedService[]> {
  const offers = await services.catalogue.offers(asked.portal.tenant.id)
  const found = await Promise.all(offers.map(offer => open(services, asked, offer)))
  return found
    .filter(one => one !== undefined)
    .sort((left, right) => left.title.localeCompare(right.title, 'de'))
}

/** One of them; nothing when the town does not offer it or only its staff may start it. */
export async function findOffered(
  services: SiteServices,
  asked: Asked & { service: string },
): Promise<OfferedService | undefined> {
  const offer = await services.catalogue.offer(asked.portal.tenant.id, asked.service)
  return offer && open(services, asked, offer)
}

async function open(
  services: SiteServices,
  { language }: Asked,
  offer: Offer,
): Promise<OfferedService | undefined> {
  const found = await services.catalogue.find(offer.service)
  if (!found?.service.audience.some(kind => kind !== 'staff')) return undefined
  const lookup = (name: string) => (name === 'param' ? offer.param : undefined)
  const say = (text: Text) =>
    fillText(text, { flow: found.flow, open: { answers: {}, lookup }, lang: language })
  return {
    id: found.id,
    sector: found.sector,
    title: say(found.service.title),
    summary: say(found.service.summary),
    keywords: found.service.keywords[language],
    office: offer.office,
    package: found,
    say,
  }
}

export interface OfferedUpload {
  readonly label: string
  readonly formats: string
  readonly most_mb: number
  readonly later: boolean
}

/** The files that the form may ask for, each once. */
export function uploadsOf({ package: { flow }, say }: OfferedService): OfferedUpload[] {
  const fields = flow.pages.flatMap(page => page.fields.flatMap(withItems))
  const uploads = fields.filter(({ field }) => field.type === 'upload' && field.label)
  const listed = uploads.map(one => {
    const { accept, max_mb } = uploadLimits(one)
    return {
      label: say(one.field.label!),
      formats: accept.join(', ').toUpperCase(),
      most_mb: max_mb,
      later: one.field.later === true,
    }
  })
  return [...new Map(listed.map(one => [one.label, one])).values()]
}

function withItems(field: CompiledField): CompiledField[] {
  return [field, ...field.items.flatMap(withItems)]
}
