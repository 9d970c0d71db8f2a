import type { Browser } from '#test/visitor/browser.ts'
import type { OwnerForm } from '../table/owner-form.ts'
import { nameOf } from '../table/routes.ts'
import type { World } from '../world/build-world.ts'
import type { Furnished } from '../world/furnish.ts'
import { type Role, residentEmail } from '../world/roles.ts'

/** Values that nobody writes by honest means; each must stay as rare as it was. */
type Marks = Readonly<Record<string, string>>

/** Fields that no form of ours has, with values that would do harm or be found again: another's town and account. */
async function marksFor({ state }: World, role: Role): Promise<Marks> {
  const other = residentEmail[role === 'otherResident' ? 'resident' : 'otherResident']
  const [row] = await state.query('select id from torhaus.accounts where email = $1', [other])
  const account = String(row!.id)
  const tenant = role === 'otherTenant' || role === 'otherGuest' ? 'leuna' : 'merseburg'
  return {
    id: 'ffffffff-1111-7111-8111-ffffffffffff',
    tenant,
    tenant_id: tenant,
    role: 'operator',
    roles: 'operator',
    status: 'erschlichen-status',
    phase: 'erschlichen-phase',
    owner: account,
    account,
    account_id: account,
    created_at: '1999-12-31T00:00:00Z',
    submitted_at: '1999-12-31T00:00:00Z',
    price: 'erschlichen-preis',
  }
}

const poison: readonly Readonly<Record<string, string>>[] = [
  Object.fromEntries([['__proto__', 'x']]),
  { constructor: 'x' },
  { 'a.__proto__.polluted': 'x' },
  { 'constructor.prototype.polluted': 'x' },
  { '__proto__[polluted]': 'x' },
]

/** Sends one form with more than it has. @returns what was taken, or broke */
export async function assignMore({ world, heard }: Furnished, form: OwnerForm): Promise<string[]> {
  const marks = await marksFor(world, form.role)
  const faults: string[] = []
  const browser = world.people[form.role]
  const before = countMarks(await world.state.rows(), marks)
  heard.length = 0
  faults.push(...(await send(browser, form, marks)))
  const after = countMarks([...(await world.state.rows()), ...heard], marks)
  for (const [value, count] of after)
    if (count !== before.get(value)) faults.push(`${nameOf(form.page)}: "${value}" was taken in`)
  await world.putBack()
  for (const fields of poison) {
    faults.push(...(await send(browser, form, fields)))
    await world.putBack()
  }
  if ('polluted' in {}) faults.push(`${nameOf(form.page)}: every object has a new property`)
  return faults
}

async function send(browser: Browser, form: OwnerForm, more: Marks): Promise<string[]> {
  const copy = browser.copy()
  const seen = await copy.post(form.path, { ...more, ...form.fields })
  copy.close()
  return seen.status >= 500
    ? [`${nameOf(form.page)} with ${Object.keys(more).join(', ')}: ${seen.status}`]
    : []
}

function countMarks(texts: readonly string[], marks: Marks): Map<string, number> {
  const values = [...new Set(Object.values(marks).map(value => value.replace('T00:00:00Z', '')))]
  return new Map(values.map(value => [value, texts.filter(text => text.includes(value)).length]))
}
