/**
 * Why no letter came out. `refused`: the letter breaks a rule of law or of the PDF standard, trying again
 * will not help. `busy`: too many are waiting. `timeout`, `crashed`: the press broke over this letter and
 * has been started afresh. `stopped`: the process is ending.
 */
export type LetterFaultCode = 'refused' | 'busy' | 'timeout' | 'crashed' | 'stopped'

export class LetterFault extends Error {
  readonly code: LetterFaultCode

  /** @param detail for the log; holds nothing from the letter itself */
  constructor(code: LetterFaultCode, detail = '') {
    super(detail === '' ? `letter ${code}` : `letter ${code}: ${detail}`)
    this.name = 'LetterFault'
    this.code = code
  }
}
