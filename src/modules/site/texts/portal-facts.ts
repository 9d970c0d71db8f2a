import { formatDate } from '#core/i18n/format.ts'
import type { Language } from '#core/i18n/languages.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { phoneHref } from '../contact/phone.ts'
import bodies from '../states.json' with { type: 'json' }
import type { Facts } from './model.ts'

/** The day on which the accessibility statement was last gone through against the pages (§ 7 BITV 2.0: at least yearly). */
const accessibilityReviewedOn = '2026-11-21'

export interface Around {
  readonly portal: Portal | undefined
  readonly language: Language
  readonly settings: { readonly baseUrl: string; readonly tileUrl: string | undefined }
}

/** What the texts may say of this town and this installation. Without a town only what holds everywhere. */
export function portalFacts({ portal, language, settings }: Around): Facts {
  return {
    ...townFacts(portal),
    ...addresses(portal?.slug ?? 'service'),
    host: new URL(settings.baseUrl).host,
    tile_host: settings.tileUrl && new URL(settings.tileUrl.replace('{s}', 'a')).host,
    reviewed_on: formatDate(accessibilityReviewedOn, language),
  }
}

function townFacts(portal: Portal | undefined): Facts {
  if (!portal) return {}
  const { tenant } = portal
  const { address, phone, email } = tenant.settings.contact
  const [, representative] = tenant.settings.letterhead.split('\n')
  return {
    name: tenant.name,
    representative,
    street: `${address.street} ${address.house_number}`,
    city: `${address.postcode} ${address.town}`,
    phone,
    phone_link: phoneHref(phone),
    email,
    email_link: `mailto:${email}`,
    emergency_phone: tenant.settings.emergency_phone,
    home_url: urls.home(portal.slug),
    services_url: urls.services(portal.slug),
    status_url: urls.status(portal.slug),
    ...bodiesOf(tenant.state),
  }
}

/** Supervision of data protection and the body for complaints on accessibility are the Land's (states.json). */
function bodiesOf(state: string): Facts {
  return state in bodies ? bodies[state as keyof typeof bodies] : {}
}

const addresses = (slug: string): Facts => ({
  report_url: urls.reportBarrier(slug),
  accessibility_url: urls.accessibility(slug),
  easy_url: urls.easyLanguage(slug),
  support_url: urls.support(slug),
})
