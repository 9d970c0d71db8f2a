import {
  type InstructionBlock,
  type RemedyInput,
  type RemedyInstruction,
  remedyInstruction,
  type State,
} from '#packages/delivery-law/index.ts'

/** What of an authority decides about the remedy against its decisions. */
export interface RemedyAuthority {
  /** Land as in ISO 3166-2 without "DE-". */
  readonly state: string
  readonly ars: string
  /** Where an objection goes, in one line: "Stadt Leuna, Rathausstraße 1, 06237 Leuna". */
  readonly objectionTo: string
}

export interface Remedy {
  readonly kind: RemedyInstruction['remedy']
  readonly months: number
  readonly heading: string
  readonly blocks: readonly InstructionBlock[]
  readonly hints: readonly string[]
}

/**
 * The instruction for a decision of this authority (§ 37 Abs. 6 VwVfG); nothing where what it needs is not known: a
 * wrong one would keep the remedy open for a year (§ 58 Abs. 2 VwGO).
 */
export function remedyOf(
  authority: RemedyAuthority,
  law: 'vwvfg' | 'ao' | 'sgbx',
): { remedy: Remedy } | { fault: 'remedy' } {
  const body = bodyOf(authority.ars)
  try {
    const { remedy, months, heading, blocks, hints } = remedyInstruction({
      state: authority.state as State,
      body,
      task: taskOf(body, law),
      // Local taxes and levies follow the fiscal code; a fee for a permit is not what the decision is about.
      levy: law === 'ao',
      path: law === 'sgbx' ? 'social' : 'administrative',
      authority: authority.objectionTo.split(/\s*[,\n]\s*/).filter(line => line !== ''),
    })
    return { remedy: { kind: remedy, months, heading, blocks, hints } }
  } catch (cause) {
    if (cause instanceof RangeError) return { fault: 'remedy' }
    throw cause
  }
}

/** The ARS of a district has five digits; that of a city without district ends in zeros after them. */
export function bodyOf(ars: string): RemedyInput['body'] {
  if (ars.length <= 5) return 'district'
  return /^\d{5}0+$/.test(ars) ? 'city-without-district' : 'town-in-district'
}

/**
 * Towns decide here by their own statutes. A district decides as lower authority of the Land (nature conservation,
 * building, trade), except about its own taxes. A service that is otherwise needs a field for it in its package.
 */
function taskOf(body: RemedyInput['body'], law: string): 'own' | 'assigned' {
  return body === 'district' && law !== 'ao' ? 'assigned' : 'own'
}
