import { day_ms } from '#core/clock.ts'

/** RFC 9116 recommends less than a year: who finds an old file must not trust it. */
const valid_days = 180

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a weakness.
 * @param contacts addresses as URI, the preferred one first
 */
export function securityText(input: { contacts: readonly string[]; baseUrl: string; now: Date }): string {
  const expires = new Date(input.now.getTime() + valid_days * day_ms)
  expires.setUTCHours(0, 0, 0, 0)
  return [
    ...input.contacts.map(contact => `Contact: ${contact}`),
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: de, en',
    `Canonical: ${input.baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
