import { formatDate } from '#core/i18n/format.ts'
import type { Language, Text } from '#core/i18n/languages.ts'
import type { Block, Contact, Letterhead, NoticeLetter } from '#core/letters/index.ts'
import type { OfferedChoice, OpenedDecision } from '../form/open-decision.ts'
import { messages } from '../messages.ts'
import { type NoticeFault, type NoticePart, unlike } from './fault.ts'
import { type Filling, fillPlaceholders } from './fill.ts'
import { holds } from './matter.ts'
import { type Remedy, type RemedyAuthority, remedyOf } from './remedy.ts'
import { paragraphs, plainText, setBlocks } from './set-blocks.ts'

/** What a letter needs beside what was decided. */
export interface NoticeFrame {
  readonly created: Date
  readonly isDraft: boolean
  readonly head: Letterhead
  readonly authority: RemedyAuthority
  /** Envelope lines. */
  readonly recipient: readonly string[]
  readonly contact: Contact
  /** Whose name stands under the decision (§ 37 Abs. 3 VwVfG). */
  readonly signer: string
}

export interface ComposedNotice {
  readonly letter: NoticeLetter
  /** "What this means for you", in the reader's language. */
  readonly summary: Text
  readonly remedy: Remedy | undefined
  /** Anything here: the letter may be looked at, not sent. */
  readonly faults: readonly NoticeFault[]
}

// The official language (§ 23 Abs. 1 VwVfG); the summary alone speaks the reader's.
const language = 'de'

/**
 * The letter of a decision: operative part, ancillary provisions, reasons, costs, remedy instruction, and apart from
 * them the hints. Pure: the same decision and frame give the same letter.
 *
 * @example const { letter, faults } = composeNotice(openDecision(matter, decision), frame)
 */
export function composeNotice(opened: OpenedDecision, frame: NoticeFrame): ComposedNotice {
  const faults: NoticeFault[] = []
  const { definition, matter } = opened
  const at = (part: NoticePart, text?: string): Filling => fillingOf(opened, { part, text, faults })
  const t = messages.in(language)
  const operative = definition.operative
    .map(block => setBlocks([block], at('operative')))
    .filter(blocks => blocks.length > 0)
  if (operative.length === 0) faults.push({ code: 'operative' })
  const remedy = remedyFor(opened, frame, faults)
  if (matter.package.service.written_form) faults.push({ code: 'written_form' })
  const kind = fillPlaceholders(definition.title, at('title'))
  const hints = chosen(opened.choices.hints).flatMap(one => wording(opened, one, at('hints', one.label)))
  const letter: NoticeLetter = {
    language,
    title: t('letter.title', { kind, number: matter.fileNumber, authority: frame.head.authority }),
    created: frame.created,
    draft: frame.isDraft,
    head: frame.head,
    recipient: frame.recipient,
    // The way is not named: after ten days the same letter may have to go by post.
    fileNumber: matter.fileNumber,
    date: formatDate(matter.today, language),
    applicationDate: formatDate(matter.submittedOn, language),
    contact: frame.contact,
    kind,
    subject: fillPlaceholders(definition.subject, at('subject')),
    opening: [...salutation(opened, at('salutation')), ...setBlocks(definition.lead, at('lead'))],
    operative,
    ancillary: chosen(opened.choices.conditions)
      .map(one => wording(opened, one, at('conditions', one.label)))
      .filter(blocks => blocks.length > 0),
    reasons: reasonsOf(opened, one => at('reasons', one.label)),
    costs: setBlocks(definition.fee, at('fee')),
    remedy: remedy && { heading: remedy.heading, blocks: remedy.blocks },
    signature: {
      form: 'name',
      closing: [t('letter.greeting'), t('letter.on_behalf')],
      name: frame.signer,
    },
    writtenForm: matter.package.service.written_form,
    attachments: [],
    hints: [...(remedy?.hints ?? []).flatMap(paragraphs), ...hints],
  }
  const summary = summaryOf(opened, faults)
  return { letter, summary, remedy, faults: unlike(faults) }
}

/** The wording that the package has for a choice, with the values of this case, as plain text to be changed. */
export function standardText(opened: OpenedDecision, choice: OfferedChoice): string {
  return plainText(setBlocks(choice.text, fillingOf(opened, { part: 'reasons', faults: [] })))
}

function fillingOf(
  opened: OpenedDecision,
  { part, text, faults }: { part: NoticePart; text?: string | undefined; faults: NoticeFault[] },
): Filling {
  return { opened, lookup: opened.lookup, language, at: { part, ...(text && { text }) }, faults }
}

function chosen(choices: readonly OfferedChoice[]): readonly OfferedChoice[] {
  return choices.filter(one => one.isChosen)
}

/** Words of the case worker are taken as they are: braces in them mean nothing. */
function wording(opened: OpenedDecision, choice: OfferedChoice, filling: Filling): Block[] {
  const own = opened.decision.texts?.[choice.id]
  return own === undefined ? setBlocks(choice.text, filling) : paragraphs(own)
}

function salutation({ definition, lookup }: OpenedDecision, filling: Filling): Block[] {
  const first = definition.salutation.find(line => holds(line.when, lookup))
  return first ? paragraphs(fillPlaceholders(first.text, filling)) : []
}

/** A heading stays as long as one of the reasons under it does. */
function reasonsOf(opened: OpenedDecision, at: (one: OfferedChoice) => Filling): Block[] {
  const offered = new Map(opened.choices.reasons.map(one => [one.id, one]))
  const blocks: Block[] = []
  let heading: string | undefined
  for (const { id, heading: own } of opened.definition.reasons) {
    heading = own ?? heading
    const one = offered.get(id)
    const text = one?.isChosen ? wording(opened, one, at(one)) : []
    if (text.length > 0 && heading !== undefined) {
      blocks.push({ kind: 'heading', text: heading })
      heading = undefined
    }
    blocks.push(...text)
  }
  return blocks
}

function remedyFor(
  { definition, matter }: OpenedDecision,
  frame: NoticeFrame,
  faults: NoticeFault[],
): Remedy | undefined {
  if (!definition.remedy) return undefined
  const found = remedyOf(frame.authority, matter.package.service.procedural_law)
  if ('remedy' in found) return found.remedy
  faults.push({ code: found.fault })
  return undefined
}

function summaryOf(opened: OpenedDecision, faults: NoticeFault[]): Text {
  const say = (reader: Language) =>
    fillPlaceholders(opened.definition.summary[reader], {
      ...fillingOf(opened, { part: 'summary', faults: reader === language ? faults : [] }),
      language: reader,
    })
  return { de: say('de'), 'de-leicht': say('de-leicht'), en: say('en') }
}
