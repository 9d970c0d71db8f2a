import type { Connection } from './model.ts'

/** A connection through a Unix socket as a URL that pg, psql and libpq all read. */
export function connectionUrl({ user, host, port, database }: Connection): string {
  return `postgresql://${user}@/${database}?${new URLSearchParams({ host, port: String(port) })}`
}
