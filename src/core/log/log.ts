import { type Logger, pino } from 'pino'

/** Structured logs to standard output. Route patterns, ids and counts only: no names, no answers, no addresses. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, redact: { paths: ['req', 'res', '*.email', '*.password'], remove: true } })
}
