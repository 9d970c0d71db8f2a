import { htmlLanguage } from '#core/i18n/languages.ts'
import { defineMessages } from '#core/i18n/messages.ts'
import de from './messages.de.json' with { type: 'json' }
import deLeicht from './messages.de-leicht.json' with { type: 'json' }
import en from './messages.en.json' with { type: 'json' }
import type { Contact, Letterhead, NoticeLetter, ReceiptLetter } from './model.ts'

const files = { de, 'de-leicht': deLeicht, en } as const
const messages = defineMessages(files)

interface Fact {
  label: string
  value: string
}

type Say = ReturnType<typeof messages.in>

/** What `templates/notice.typ` reads: the letter with its labels, every optional part present. */
export function layOutNotice(letter: NoticeLetter): Record<string, unknown> {
  const say = messages.in(letter.language)
  const reference = facts([
    [say('file-number'), letter.fileNumber],
    [say('date'), letter.date],
    [say('your-message'), letter.applicationDate],
    ...contactFacts(letter.contact, say),
  ])
  const { signature } = letter
  return {
    ...letter,
    ...frame(letter),
    reference,
    draft: letter.draft ?? false,
    delivery: letter.delivery ?? null,
    running: `${say('file-number')} ${letter.fileNumber}`,
    remedy: letter.remedy ?? { heading: '', blocks: [] },
    signature:
      signature.form === 'automatic'
        ? { ...signature, name: null, role: null }
        : { ...signature, role: signature.role ?? null },
  }
}

/** What `templates/receipt.typ` reads. */
export function layOutReceipt(letter: ReceiptLetter): Record<string, unknown> {
  const say = messages.in(letter.language)
  const reference = facts([
    [say('number'), letter.number],
    [say('received'), letter.received],
    [say('portal'), letter.portal],
    ...(letter.contact ? contactFacts(letter.contact, say) : []),
  ])
  return {
    ...letter,
    ...frame(letter),
    reference,
    draft: false,
    delivery: null,
    running: `${say('number')} ${letter.number}`,
    sections: letter.sections.map(section => ({ ...section, entries: section.entries ?? [] })),
  }
}

function frame({ language, head }: { language: NoticeLetter['language']; head: Letterhead }) {
  return {
    labels: files[language],
    // Typst knows no language variants: Leichte Sprache is German there.
    lang: htmlLanguage(language).slice(0, 2),
    head: {
      authority: head.authority,
      office: head.office ?? null,
      address: head.address,
      arms: head.arms ? { path: `arms.${head.arms.type}`, alt: head.arms.alt } : null,
    },
  }
}

function contactFacts({ name, phone, email }: Contact, say: Say): [string, string | undefined][] {
  return [
    [say('contact'), name],
    [say('phone'), phone],
    [say('email'), email],
  ]
}

function facts(pairs: [label: string, value: string | undefined][]): Fact[] {
  return pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
