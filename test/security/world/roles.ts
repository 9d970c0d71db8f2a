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

const shares = (one: Role, other: Role) =>
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

/** Of each kind of owner one, of colleagues at other desks two: whose objects are tried as foreign ones. */
export function strangersOf(role: Role): Role[] {
  const others = roles.filter(other => !shares(other, role))
  const guests = others.filter(other => other === 'guest' || other === 'otherGuest')
  const residents = others.filter(other => residentEmail[other] !== undefined)
  const staff = others.filter(other => staffEmail[other] !== undefined)
  return [...guests.slice(0, 1), ...residents.slice(0, 1), ...staff.slice(0, 2)]
}
