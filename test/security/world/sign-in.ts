import { hashPassword } from '#core/crypto/password.ts'
import { newId } from '#core/ids.ts'
import type { TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser } from '#test/visitor/browser.ts'
import type { DatabaseState } from './database-state.ts'
import { type Role, residentEmail, roles, staffEmail } from './roles.ts'

/** Of all people of this world. */
export const password = 'Torhaus-Demo-2026'

export type People = Readonly<Record<Role, Browser>>

/** A browser for each role, signed in by the real pages. */
export async function signInEverybody(
  portal: Pick<TestPortal, 'url' | 'clock'>,
  state: DatabaseState,
): Promise<People> {
  const hash = await hashPassword(password)
  const people: Partial<Record<Role, Browser>> = {}
  for (const role of roles) {
    const browser = openBrowser(portal.url)
    people[role] = browser
    const [resident, staff] = [residentEmail[role], staffEmail[role]]
    if (resident) {
      await state.query(
        'insert into torhaus.accounts (id, email, name, password_hash) values ($1, $2, $3, $4)',
        [newId(portal.clock.now()), resident, resident.split('@')[0], hash],
      )
      await signIn(browser, '/konto/anmelden', resident)
    }
    if (staff) await signIn(browser, '/amt/anmelden', staff)
  }
  return people as People
}

/** @throws Error when the door stays shut: everything that follows would only look like protection */
export async function signIn(browser: Browser, path: string, email: string): Promise<void> {
  await browser.get(path)
  const answer = await browser.post(path, { email, password })
  if (answer.status !== 303) throw new Error(`${email} could not sign in at ${path}: ${answer.status}`)
}
