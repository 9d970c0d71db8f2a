import { CaseConflict, type ConflictReason } from '#modules/cases/index.ts'

/** Does something with a case. That somebody else was faster is no fault: the page says so and keeps what was typed. */
export async function tryAct(act: () => Promise<unknown>): Promise<ConflictReason | undefined> {
  try {
    await act()
    return undefined
  } catch (cause) {
    if (cause instanceof CaseConflict) return cause.reason
    throw cause
  }
}
