import { Fragment, type VNode } from 'preact'
import { phoneHref } from './phone.ts'

/** A sentence with `{phone}` and `{email}`, which become links. */
export function Contact({
  sentence,
  contact,
}: {
  sentence: string
  contact: { phone: string; email: string }
}) {
  const links: Readonly<Record<string, VNode>> = {
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
