/**
 * Tables that carry a tenant_id and are meant to be read by everyone or before anyone is known, each with its
 * reason. All others stand behind forced row-level security; the list may only shrink.
 */
export const openTables: Readonly<Record<string, string>> = {
  portals: 'public: name and slug of each portal',
  sessions: 'found by a hashed 256-bit id before anyone is known',
  mails: 'the outbox: sealed with the system key, read by the job process alone',
}
