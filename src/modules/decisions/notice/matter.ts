import { type Answers, compileExpression, type Feel, type Flow, type Lookup } from '#flow/index.ts'
import type { Outcome, ServicePackage } from '#modules/catalogue/index.ts'
import { type NoticeDefinition, readNotice } from './definition.ts'

/** The authority as the texts of a notice may name it. */
export interface AuthorityNames {
  readonly name: string
  readonly office: string
  readonly street: string
  readonly house_number: string
  readonly postcode: string
  readonly town: string
}

/** What is decided on: the application as it was sent, and the day of the decision. */
export interface Matter {
  readonly package: Pick<ServicePackage, 'service' | 'flow' | 'notices' | 'noticeBlocks'>
  /** The application's form, opened with the day and the parameters of its submission. */
  readonly open: { readonly answers: Answers; lookup(name: string): unknown }
  readonly fileNumber: string
  /** YYYY-MM-DD, both. */
  readonly submittedOn: string
  readonly today: string
  readonly authority: AuthorityNames
}

export function findOutcome(matter: Matter, id: string): Outcome | undefined {
  return matter.package.service.outcomes.find(outcome => outcome.id === id)
}

/** @throws when the package has no such outcome: whoever lets people choose asks `findOutcome` first */
export function getNotice(matter: Matter, outcome: string): NoticeDefinition {
  const found = findOutcome(matter, outcome)
  const name = /([^/]+)\.yaml$/.exec(found?.notice ?? '')?.[1] ?? ''
  const notice = matter.package.notices[name]
  if (!notice) throw new Error(`${matter.package.service.id} has no notice for ${outcome}`)
  return readNotice(notice, matter.package.noticeBlocks)
}

/** What is entered so far, as FEEL sees it. */
export type Entered = Readonly<Record<string, unknown>> & { readonly outcome: string }

/**
 * Names of every expression and placeholder of a notice: those of the form, `case`, `authority`, `decision`, and
 * `today` as the day of the decision. Computed values keep the day of the application.
 */
export function noticeLookup(matter: Matter, decision: Entered): Lookup {
  const own: Record<string, unknown> = {
    decision,
    authority: matter.authority,
    today: feelDay(matter.today),
  }
  const lookup: Lookup = name => {
    if (name === 'case') own.case ??= caseOf(matter, decision)
    return Object.hasOwn(own, name) ? own[name] : matter.open.lookup(name)
  }
  return lookup
}

/** All names that `noticeLookup` knows. */
export function noticeNames({ flow }: { flow: Flow }): string[] {
  return [...flow.fieldById.keys(), ...flow.computed.keys(), 'case', 'authority', 'decision', 'today']
}

function caseOf(matter: Matter, decision: Entered): Record<string, unknown> {
  const { fee } = matter.package.service
  const around: Lookup = name => (name === 'decision' ? decision : matter.open.lookup(name))
  return {
    file_number: matter.fileNumber,
    submitted_on: feelDay(matter.submittedOn),
    today: feelDay(matter.today),
    fee_cents: fee ? compileExpression(fee.cents).run(around) : null,
  }
}

const dayOf = compileExpression('date(day)')

/** A calendar day as FEEL compares it. */
function feelDay(day: string): unknown {
  return dayOf.run(() => day)
}

/** A condition without a value does not hold; one that is not there does. */
export function holds(when: Feel | undefined, lookup: Lookup): boolean {
  return when === undefined || compileExpression(when).run(lookup) === true
}
