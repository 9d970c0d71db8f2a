import type { State } from './holiday-table.ts'
import ruleFile from './remedy/rules.json' with { type: 'json' }
import texts from './remedy/texts.de.json' with { type: 'json' }

/** Name and address as they stand on an envelope, one line each; the seat must be among them. */
export type Address = readonly string[]

export interface RemedyInput {
  state: State
  /** Who decided. `town-in-district` is a kreisangehörige Gemeinde. */
  body: 'town-in-district' | 'district' | 'city-without-district'
  /** `own`: self-government (own statutes, local taxes). `assigned`: tasks of the Land or the federation. */
  task: 'own' | 'assigned'
  /** The decision asks for a levy: tax, fee, contribution. */
  levy: boolean
  /** `social` where the social courts decide (§ 51 SGG); Wohngeld stays with the administrative courts. */
  path?: 'administrative' | 'social' | undefined
  authority: Address
  /** The authority that decides on objections to assigned tasks. */
  higherAuthority?: Address | undefined
  /** Needed where the Land leaves out the objection. */
  court?: Address | undefined
  /** Electronic ways the authority has opened, in words; named apart as a hint. */
  ways?: readonly string[] | undefined
}

export type InstructionBlock = { kind: 'p'; text: string } | { kind: 'address'; lines: Address }

export interface RemedyInstruction {
  remedy: 'objection' | 'action'
  months: 1
  heading: string
  blocks: readonly InstructionBlock[]
  /** No part of the instruction: belongs under the letter's hints. */
  hints: readonly string[]
  cite: readonly string[]
  /** Where the Land's rule was read. */
  source: string
  /** False: the legal office must look at it before the service is published. */
  confirmed: boolean
}

interface Rule {
  state: string
  body: string
  task: string
  levy?: boolean
  remedy: string
  decidedBy: string
  cite: string[]
}
const rules: readonly Rule[] = ruleFile.rules
const sources: Readonly<Record<string, string>> = ruleFile.sources
const confirmed: Readonly<Record<string, boolean>> = ruleFile.confirmed

/**
 * The German remedy instruction of a decision, by Land, kind of task and kind of body. It names the remedy,
 * where it is to be lodged, the seat and the period (§ 37 (6) VwVfG, § 58 (1) VwGO) and all forms of
 * § 70 (1) VwGO; a simple e-mail is not among them, and the text says so.
 *
 * @throws RangeError if no rule of the Land is known, or an address is missing or empty: a wrong
 *   instruction would open the remedy for a year (§ 58 (2) VwGO)
 * @example
 * remedyInstruction({ state: 'ST', body: 'town-in-district', task: 'own', levy: false,
 *   authority: ['Stadt Leuna', 'Rathausstraße 1', '06237 Leuna'] }).remedy // 'objection'
 */
export function remedyInstruction(input: RemedyInput): RemedyInstruction {
  requireAddress(input.authority, 'authority')
  const common = { months: 1, heading: texts.heading } as const
  if (input.path === 'social') {
    const text = texts['social-objection']
    return {
      ...common,
      remedy: 'objection',
      blocks: [...fill(text.blocks, input), p(text.email)],
      hints: ways(input),
      cite: [text.cite],
      source: text.cite,
      confirmed: true,
    }
  }
  const rule = findRule(input)
  const action = rule.remedy === 'action'
  const text = action ? texts.action : texts.objection
  return {
    ...common,
    remedy: action ? 'action' : 'objection',
    blocks: [...fill(text.blocks, input), ...higher(rule, input), p(text.email)],
    hints: [...(input.levy ? [texts.hints.levy] : []), ...(action ? [] : ways(input))],
    cite: [text.cite, ...rule.cite],
    source: sources[input.state] ?? '',
    confirmed: confirmed[input.state] ?? false,
  }
}

function findRule({ state, body, task, levy }: RemedyInput): Rule {
  const rule = rules.find(
    each =>
      each.state === state &&
      each.task === task &&
      (each.body === 'any' || each.body === body) &&
      (each.levy === undefined || each.levy === levy),
  )
  if (!rule) throw new RangeError(`no rule on remedies is known for ${state}, ${body}, ${task}`)
  return rule
}

/** § 70 (1) s. 2 VwGO: the period is kept at the deciding authority too. */
function higher(rule: Rule, { higherAuthority }: RemedyInput): InstructionBlock[] {
  if (rule.decidedBy !== 'higher' || !higherAuthority) return []
  requireAddress(higherAuthority, 'higherAuthority')
  return [p(texts.objection.higher), { kind: 'address', lines: higherAuthority }]
}

function fill(lines: readonly string[], { authority, court }: RemedyInput): InstructionBlock[] {
  return lines.map((line): InstructionBlock => {
    if (line === '{authority}') return { kind: 'address', lines: authority }
    if (line === '{court}') return { kind: 'address', lines: requireAddress(court, 'court') }
    return p(line)
  })
}

function ways({ ways: opened = [] }: RemedyInput): string[] {
  return opened.length === 0 ? [] : [[texts.hints.ways, ...opened].join(' ')]
}

function p(text: string): InstructionBlock {
  return { kind: 'p', text }
}

function requireAddress(address: Address | undefined, which: string): Address {
  if (!address || address.length < 2 || address.some(line => line.trim() === '')) {
    throw new RangeError(`${which}: name and seat are needed (§ 58 (1) VwGO)`)
  }
  return address
}
