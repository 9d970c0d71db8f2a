import type { Seen } from '#test/visitor/browser.ts'

/** What every answer carries, whatever it answers. */
const always: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
  'content-security-policy': /default-src 'none'/,
}

/** What tells an attacker what runs here. */
const never = ['server', 'x-powered-by', 'via', 'x-runtime']

const year_s = 31_536_000

/**
 * What is wrong with the head of an answer (reference S-08, S-09; ASVS 5.0 V3.3, V3.4).
 * @param secure whether the portal is reached by https
 */
export function headerFaults(
  { headers, status }: Pick<Seen, 'headers' | 'status'>,
  secure: boolean,
): string[] {
  const faults: string[] = []
  for (const [name, pattern] of Object.entries(always)) {
    const value = String(headers[name] ?? '')
    if (!pattern.test(value)) faults.push(`${name}: ${value || 'missing'}`)
  }
  for (const name of never) if (headers[name] !== undefined) faults.push(`${name}: ${String(headers[name])}`)
  faults.push(
    ...policyFaults(String(headers['content-security-policy'] ?? ''), String(headers['content-type'] ?? '')),
  )
  faults.push(...cacheFaults(String(headers['cache-control'] ?? '')))
  if (secure) faults.push(...transportFaults(String(headers['strict-transport-security'] ?? '')))
  for (const line of headers['set-cookie'] ?? []) faults.push(...cookieFaults(line, secure))
  if (status >= 300 && status < 400 && status !== 304 && /^https?:|^\/\//.test(headers.location ?? ''))
    faults.push(`location: ${headers.location}`)
  return faults
}

function policyFaults(policy: string, type: string): string[] {
  const directives = new Map(
    policy.split(';').map(part => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values] as const
    }),
  )
  const faults: string[] = []
  const must = (name: string, allowed: readonly string[]) => {
    if (!allowed.includes((directives.get(name) ?? []).join(' ')))
      faults.push(`content-security-policy: ${name} is ${directives.get(name)?.join(' ') ?? 'missing'}`)
  }
  const isPage = type.startsWith('text/html')
  must('default-src', ["'none'"])
  must('base-uri', ["'none'"])
  // Files may be shown in a frame of our own pages.
  must('frame-ancestors', isPage ? ["'none'"] : ["'none'", "'self'"])
  must('form-action', isPage ? ["'self'", "'none'"] : ["'none'"])
  for (const [name, values] of directives) {
    // A file's own style does no harm where nothing runs and nothing is sent.
    const isHarmless = name === 'style-src' && !isPage && directives.has('sandbox')
    const loose = values.filter(value => /^'unsafe-|^\*|^https?:$|^data:$/.test(value))
    for (const value of loose)
      if (!isHarmless && !(name === 'img-src' && value === 'data:'))
        faults.push(`content-security-policy: ${name} allows ${value}`)
    if (
      name === 'script-src' &&
      !values.every(value => /^'(nonce-[\w+/=]{22,}|strict-dynamic)'$/.test(value))
    )
      faults.push(`content-security-policy: script-src is ${values.join(' ')}`)
  }
  return faults
}

/** Either nobody keeps it, or it is a built file whose address names its content. */
function cacheFaults(value: string): string[] {
  return /^no-store$|^public, max-age=\d+, immutable$/.test(value)
    ? []
    : [`cache-control: ${value || 'missing'}`]
}

function transportFaults(value: string): string[] {
  const age_s = Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0)
  return age_s >= year_s && /includeSubDomains/.test(value)
    ? []
    : [`strict-transport-security: ${value || 'missing'}`]
}

function cookieFaults(line: string, secure: boolean): string[] {
  const [pair = '', ...attributes] = line.split(/;\s*/)
  const name = pair.split('=')[0]!
  const has = (attribute: RegExp) => attributes.some(one => attribute.test(one))
  const faults: string[] = []
  if (!has(/^httponly$/i)) faults.push('no HttpOnly')
  if (!has(/^samesite=(lax|strict)$/i)) faults.push('no SameSite')
  if (!has(/^path=\/$/i)) faults.push('no Path=/')
  if (has(/^domain=/i)) faults.push('has a Domain')
  if (secure && !has(/^secure$/i)) faults.push('no Secure')
  if (secure && !name.startsWith('__Host-')) faults.push('no __Host-')
  return faults.map(fault => `set-cookie ${name}: ${fault}`)
}
