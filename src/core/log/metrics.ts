import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void
  countSubmission(service: string): void
  setMailBacklog(count: number): void
  text(): Promise<string>
}

/** Figures for Prometheus at `/metrics`. Labels are route patterns, never addresses with ids. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'torhaus_request_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  const submissions = new Counter({
    name: 'torhaus_submissions_total',
    help: 'Applications received',
    labelNames: ['service'],
    registers: [registry],
  })
  const backlog = new Gauge({
    name: 'torhaus_mails_unsent',
    help: 'Mails waiting to be sent',
    registers: [registry],
  })
  return {
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    countSubmission: service => submissions.inc({ service }),
    setMailBacklog: count => backlog.set(count),
    text: () => registry.metrics(),
  }
}
