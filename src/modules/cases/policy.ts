import type { Scope, StaffMember } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'

/** What of a case decides who may do what. */
interface Guarded {
  readonly office: string
  readonly assignee?: string | undefined
}

/** Offices whose cases this member of staff works on; an administrator without an office reads no case. */
export function officesOf(staff: StaffMember | undefined): string[] {
  return staff?.roles.includes('clerk') ? staff.offices.map(office => office.id) : []
}

export function mayOpen(staff: StaffMember | undefined, on: Guarded): boolean {
  return officesOf(staff).includes(on.office)
}

export function maySupervise(staff: StaffMember | undefined, on: Guarded): boolean {
  return mayOpen(staff, on) && staff!.offices.some(office => office.id === on.office && office.supervisor)
}

/** Her own case anyone may hand over or put back; a case that somebody else has, only the supervisor. */
export function mayAssign(staff: StaffMember | undefined, on: Guarded): boolean {
  return maySupervise(staff, on) || (mayOpen(staff, on) && on.assignee === staff!.id)
}

/** Roles of a process: `clerk` is anyone of the office, `supervisor` whoever leads it. */
export function mayWorkAs(staff: StaffMember | undefined, role: string, on: Guarded): boolean {
  if (role === 'supervisor') return maySupervise(staff, on)
  return role === 'clerk' && mayOpen(staff, on)
}

/** A case of a foreign office answers exactly like one that does not exist. @throws NotFound */
export function checkMayOpen<T extends Guarded>(scope: Scope, found: T | undefined): T {
  if (!found || !mayOpen(scope.staff, found)) throw new NotFound('case')
  return found
}
