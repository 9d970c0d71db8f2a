import type { Language } from '#core/i18n/languages.ts'
import type { Tenant } from '#modules/tenants/index.ts'
import { type Description, DescriptionList } from '#ui/index.ts'
import { messages } from '../messages.ts'
import { phoneHref } from './phone.ts'

interface Reachable {
  phone: string
  email: string
  room?: string | undefined
  hours: readonly string[]
  address?: Tenant['settings']['contact']['address'] | undefined
}

/** Address, phone, e-mail and hours of a town or an office. What the town typed is German in every language. */
export function ContactFacts({ contact, language }: { contact: Reachable; language: Language }) {
  const t = messages.in(language)
  const { address, phone, email, room, hours } = contact
  const items: Description[] = [
    ...(hours.length > 0 ? [{ label: t('contact.hours'), value: <Lines lines={hours} /> }] : []),
    {
      label: t('contact.phone'),
      value: (
        <a class="th-nobreak" href={phoneHref(phone)}>
          {phone}
        </a>
      ),
    },
    { label: t('contact.email'), value: <a href={`mailto:${email}`}>{email}</a> },
    ...(address
      ? [
          {
            label: t('contact.address'),
            value: (
              <Lines
                lines={[`${address.street} ${address.house_number}`, `${address.postcode} ${address.town}`]}
              />
            ),
          },
        ]
      : []),
    ...(room ? [{ label: t('contact.room'), value: <Lines lines={[room]} /> }] : []),
  ]
  return <DescriptionList items={items} />
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <span lang="de">
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </span>
  )
}
