import { type AddressAnswer, compileExpression, type OpenFlow } from '#flow/index.ts'
import type { ServicePackage } from '#modules/catalogue/index.ts'
import type { Place } from '#modules/tenants/index.ts'
import type { Bindings } from './model.ts'

type Opened = Pick<OpenFlow, 'lookup'>

function bound(pack: ServicePackage, open: Opened, name: string): unknown {
  const expression = pack.service.bindings?.[name]
  return expression === undefined ? null : compileExpression(expression).run(open.lookup)
}

const textOf = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** What the portal must know of the answers, as the package's bindings say. */
export function readBindings(pack: ServicePackage, open: Opened): Bindings {
  const address = bound(pack, open, 'address') as Record<string, unknown> | null
  return {
    applicantName: textOf(bound(pack, open, 'applicant_name')) ?? '',
    subject: textOf(bound(pack, open, 'subject')) ?? pack.service.title.de,
    email: textOf(bound(pack, open, 'email')),
    address: address ? addressOf(address) : undefined,
    electronicDelivery: bound(pack, open, 'electronic_delivery') === true,
  }
}

function addressOf(given: Record<string, unknown>): AddressAnswer | undefined {
  const part = (name: string) => textOf(given[name])
  const [street, house_number, postcode, town] = ['street', 'house_number', 'postcode', 'town'].map(part)
  if (!street || !house_number || !postcode || !town) return undefined
  return { street, house_number, addition: part('addition'), postcode, town }
}

/** Asked beside a guest's tracking code. */
export function secondFactor(pack: ServicePackage, open: Opened): string | undefined {
  return textOf(bound(pack, open, 'second_factor'))
}

/** The place that the matter is about; nothing while it is not known well enough to find who is responsible. */
export function placeOf(pack: ServicePackage, open: Opened): Place | undefined {
  const place = bound(pack, open, 'place') as Record<string, unknown> | null
  const postcode = textOf(place?.postcode)
  const town = textOf(place?.town)
  return postcode && town ? { postcode, town } : undefined
}
