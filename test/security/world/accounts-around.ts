import type { TestPortal } from '#test/portal.ts'
import { openBrowser } from '#test/visitor/browser.ts'
import type { DatabaseState } from './database-state.ts'
import { residentEmail } from './roles.ts'
import { type People, password, signIn } from './sign-in.ts'

/** What hangs on accounts: mailed links that open something for whoever holds them, a second session, a passkey. */
export async function furnishAccounts(
  portal: TestPortal,
  people: People,
  state: DatabaseState,
): Promise<void> {
  const { anonymous } = people
  await anonymous.get('/konto/registrieren')
  const email = 'jannik.prell@example.org'
  await anonymous.post('/konto/registrieren', { email, name: 'Jannik Prell', password: `${password}-neu` })
  for (const role of ['resident', 'otherResident'] as const) {
    const address = residentEmail[role]!
    await anonymous.post('/konto/passwort-vergessen', { email: address })
    await people[role].get('/konto/daten/email')
    await people[role].post('/konto/daten/email', { email: `neu.${address}` })
    const elsewhere = openBrowser(portal.url)
    await signIn(elsewhere, '/konto/anmelden', address)
    elsewhere.close()
    await state.query(
      `insert into torhaus.passkeys (account_id, id, public_key, label)
        select id, translate(encode(sha256(convert_to(email, 'UTF8')), 'base64'), '+/=', '-_'), '\\x00', 'Handy'
        from torhaus.accounts where email = $1`,
      [address],
    )
  }
  await portal.work()
}
