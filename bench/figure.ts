/** One line of `npm run bench`: a value, the bare reference measured in the same run, and their ratio. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly reference: number
  readonly ratio: number
  readonly target: string
  readonly ok: boolean
  /** Further figures of the same measurement, such as CPU time of a request. */
  readonly beside?: Readonly<Record<string, number>>
}

/** Higher is better: our rate against the bare one. */
export function rateFigure(
  name: string,
  { value, reference, atLeast }: { value: number; reference: number; atLeast: number },
): Figure {
  const ratio = value / reference
  return {
    name,
    value: round(value),
    reference: round(reference),
    ratio: round(ratio),
    target: `ratio >= ${atLeast}`,
    ok: ratio >= atLeast,
  }
}

/** Lower is better: a value against the most it may be. */
export function limitFigure(
  name: string,
  { value, atMost, unit }: { value: number; atMost: number; unit: string },
): Figure {
  return {
    name,
    value: round(value),
    reference: atMost,
    ratio: round(value / atMost),
    target: `<= ${atMost} ${unit}`,
    ok: value <= atMost,
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
