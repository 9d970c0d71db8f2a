/** How far the login is to be trusted (Vertrauensniveau). */
export type TrustLevel = 'basic' | 'low' | 'substantial' | 'high'

const minute_ms = 60_000
const hour_ms = 3_600_000

/** BSI TR-03160-1 § 4.3: without activity, and in all. `basic` (password alone) gets the limits of `low`. */
const limits: Readonly<Record<TrustLevel, { idle_ms: number; total_ms: number }>> = {
  basic: { idle_ms: 60 * minute_ms, total_ms: 12 * hour_ms },
  low: { idle_ms: 60 * minute_ms, total_ms: 12 * hour_ms },
  substantial: { idle_ms: 30 * minute_ms, total_ms: 2 * hour_ms },
  high: { idle_ms: 5 * minute_ms, total_ms: 30 * minute_ms },
}

export function sessionEnd(level: TrustLevel, createdAt: Date): Date {
  return new Date(createdAt.getTime() + limits[level].total_ms)
}

/** Whether the session still holds: neither idle too long nor past its end. */
export function isAlive(session: { level: TrustLevel; seenAt: Date; expiresAt: Date }, now: Date): boolean {
  return (
    now.getTime() <= session.expiresAt.getTime() &&
    now.getTime() - session.seenAt.getTime() <= limits[session.level].idle_ms
  )
}

/** `seen_at` is written at most once a minute: a page view is no reason for a disk write. */
export function needsTouch(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > minute_ms
}
