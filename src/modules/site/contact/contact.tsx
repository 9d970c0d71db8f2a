import { Fragment } from 'preact'

/** A sentence with `{phone}` and `{email}`, which become links. */
export function Contact({
  sentence,
  contact,
}: {
  sentence: string
  contact: { phone: string; email: string }
}) {
  const links: Readonly<Record<string, preact.VNode>> = {
    '{phone}': (
      <a class="th-nobreak" href={phoneHref(contact.phone)}>
        {contact.phone}
      </a>
    ),
    '{email}': <a href={`mailto:${contact.email}`}>{contact.email}</a>,
  }
  const parts = sentence.split(/(\{(?:phone|email)\})/)
  return (
    <p>
      {parts.map((part, index) => (
        <Fragment key={index}>{links[part] ?? part}</Fragment>
      ))}
    </p>
  )
}

export function phoneHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`
}
