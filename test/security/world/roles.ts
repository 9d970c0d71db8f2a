/** Who visits. `guest` and `otherGuest` have drafts and a sent application without an account. */
export const roles = [
  'anonymous',
  'guest',
  'otherGuest',
  'resident',
  'otherResident',
  'clerk',
  'otherOffice',
  'otherTenant',
  'supervisor',
  'operator',
] as const
export type Role = (typeof roles)[number]

/** Colleagues of one office open the same cases; everybody else's objects are foreign. */
const colleagues: readonly Role[] = ['clerk', 'supervisor']

export const shares = (one: Role, other: Role) =>
  one === other || (colleagues.includes(one) && colleagues.includes(other))

export const staffEmail: Readonly<Partial<Record<Role, string>>> = {
  clerk: 'weber@leuna.example',
  supervisor: 'kern@leuna.example',
  otherOffice: 'haase@leuna.example',
  otherTenant: 'lindner@merseburg.example',
  operator: 'it@leuna.example',
}

export const residentEmail: Readonly<Partial<Record<Role, string>>> = {
  resident: 'ines.hartwig@example.org',
  otherResident: 'ortrun.balke@example.org',
}
