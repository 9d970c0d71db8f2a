import { formatBytes, formatDateTime } from '#core/i18n/format.ts'
import type { Language } from '#core/i18n/languages.ts'
import type { AnswerSection, ReceiptLetter } from '#core/letters/index.ts'
import type { DescribedSection } from '#flow/index.ts'
import { messages } from '../messages.ts'
import type { Receipt } from './receipt.ts'

const p = (text: string) => ({ kind: 'p', text }) as const

/** The receipt as a letter, with all answers. */
export function receiptLetter(receipt: Receipt): ReceiptLetter {
  const { application, opened, bindings, authority, office, portal } = receipt
  const { language, fileNumber, submittedAt } = application
  const t = messages.in(language)
  const service = opened.package.service.title[language]
  const { address, phone, email } = authority.settings.contact
  const [name = authority.name] = authority.settings.letterhead.split('\n')
  return {
    language,
    title: t('letter.title', { service, authority: authority.name }),
    created: submittedAt,
    head: {
      authority: name,
      office: office?.name,
      address: [`${address.street} ${address.house_number}`, `${address.postcode} ${address.town}`],
    },
    recipient: recipientOf(receipt),
    number: fileNumber,
    received: formatDateTime(submittedAt, language),
    portal: portal.name,
    contact: {
      name: office?.name ?? authority.name,
      phone: office?.settings.phone ?? phone,
      email: office?.settings.email ?? email,
    },
    service,
    opening: [p(t('letter.greeting', { name: bindings.applicantName })), p(t('letter.received'))],
    next: [{ kind: 'numbers', items: nextSteps(receipt, language) }],
    sections: opened.readable.own.map(letterSection),
    files: receipt.files.map(file => ({
      name: file.name,
      size: formatBytes(file.size_bytes, language),
      sha256: file.sha256,
    })),
    hints: [p(t('letter.keep'))],
  }
}

/** What happens now, by whom, until when: the same on page and paper. */
export function nextSteps({ authority, office, duration }: Receipt, language: Language): string[] {
  const t = messages.in(language)
  const who = office ? `${authority.name}, ${office.name}` : authority.name
  const decision = `${t('receipt.step_decision')} ${duration(language)}`
  return [t('receipt.step_check', { who }), t('receipt.step_ask'), decision]
}

function recipientOf({ bindings }: Receipt): string[] {
  const { applicantName, address } = bindings
  if (!address) return [applicantName]
  const { street, house_number, addition, postcode, town } = address
  return [applicantName, ...(addition ? [addition] : []), `${street} ${house_number}`, `${postcode} ${town}`]
}

/** Answers of the section itself, then those of its entries ("Baum 1") apart. */
function letterSection({ title, entries }: DescribedSection): AnswerSection {
  const answer = (entry: (typeof entries)[number]) => ({ question: entry.label, answer: entry.value })
  const items = [...new Set(entries.flatMap(entry => entry.item ?? []))]
  return {
    title,
    answers: entries.filter(entry => !entry.item).map(answer),
    entries: items.map(item => ({
      title: item,
      answers: entries.filter(entry => entry.item === item).map(answer),
    })),
  }
}
