/** What one step counted. A tool counts as one; tests count each. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Shown only where the step failed and has not spoken already. */
  readonly output?: string | undefined
}

export const PASSED: Outcome = { passed: 1, failed: 0, skipped: 0 }

export function failed(output: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, output }
}
