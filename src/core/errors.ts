/**
 * Stops: the request ends here and one handler (core/http/errors.ts) answers it.
 * What the user can mend is a value, never thrown. A foreign object throws NotFound exactly like an unknown one.
 */
export class NotFound extends Error {
  readonly status = 404
}
export class Forbidden extends Error {
  readonly status = 403
}
/** Nobody is signed in, or not as the kind of person this page is for. */
export class SignInNeeded extends Error {
  readonly status = 401
  readonly audience: 'resident' | 'staff' | 'operator'
  constructor(audience: 'resident' | 'staff' | 'operator') {
    super(`sign-in needed: ${audience}`)
    this.audience = audience
  }
}
/** Someone else was faster; the page says what happened and keeps what was typed. */
export class Conflict extends Error {
  readonly status = 409
}
export class BadRequest extends Error {
  readonly status = 400
}
export class TooMany extends Error {
  readonly status = 429
  readonly retryAfter_s: number
  constructor(retryAfter_s: number) {
    super('too many attempts')
    this.retryAfter_s = retryAfter_s
  }
}

/** A command cannot go on for a reason that its user can mend: told in plain words, without a stack. */
export class CommandRefusal extends Error {}
