import { z } from 'zod'

/** What someone reports: the barrier, where it is, and where to write back. */
export interface BarrierReport {
  readonly what: string
  readonly where: string
  readonly email: string
}

export type BarrierFault = 'what_missing' | 'what_long' | 'where_long' | 'email_wrong'

const most = { what: 4000, where: 500, email: 254 } as const

/** What is wrong with a report, by field in the order of the page; nothing when it can be sent. */
export function checkReport(report: BarrierReport): { name: keyof BarrierReport; fault: BarrierFault }[] {
  const faults: { name: keyof BarrierReport; fault: BarrierFault }[] = []
  if (report.what === '') faults.push({ name: 'what', fault: 'what_missing' })
  if (report.what.length > most.what) faults.push({ name: 'what', fault: 'what_long' })
  if (report.where.length > most.where) faults.push({ name: 'where', fault: 'where_long' })
  const isEmail = report.email.length <= most.email && z.email().safeParse(report.email).success
  if (report.email !== '' && !isEmail) faults.push({ name: 'email', fault: 'email_wrong' })
  return faults
}
