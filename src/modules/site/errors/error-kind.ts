/** The errors that have words of their own; all others speak as one of these. */
export type ErrorKind =
  | 'bad_request'
  | 'sign_in'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'fault'

const kinds: Readonly<Record<number, ErrorKind>> = {
  400: 'bad_request',
  401: 'sign_in',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  414: 'too_large',
  429: 'too_many',
  431: 'too_large',
}

/** What to tell for a status: an unknown 4xx is a request we did not understand, anything else our fault. */
export function errorKind(status: number): ErrorKind {
  return kinds[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'fault')
}
