import type { Browser } from '#test/visitor/browser.ts'
import type { OwnerForm } from '../table/owner-form.ts'
import { nameOf } from '../table/routes.ts'
import type { World } from '../world/build-world.ts'

/** Values that nobody writes by honest means; each must stay as rare as it was. */
export interface Marks {
  readonly [field: string]: string
}

/** Fields that no form of ours has, with values that would do harm or be found again. */
export function marksFor(foreign: { tenant: string; account: string }): Marks {
  return {
    id: 'ffffffff-1111-7111-8111-ffffffffffff',
    tenant: foreign.tenant,
    tenant_id: foreign.tenant,
    role: 'operator',
    roles: 'operator',
    status: 'erschlichen-status',
    phase: 'erschlichen-phase',
    owner: foreign.account,
    account: foreign.account,
    account_id: foreign.account,
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
export async function assignMore(
  world: World,
  form: OwnerForm,
  { marks, heard }: { marks: Marks; heard: string[] },
): Promise<string[]> {
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
