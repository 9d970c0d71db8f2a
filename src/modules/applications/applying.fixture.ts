import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashPassword } from '#core/crypto/password.ts'
import { hiddenFields } from '#test/faults/applicant.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { type Browser, openBrowser, type Seen } from '#test/visitor/browser.ts'
import { treePermit } from '#test/visitor/tree-permit.ts'
import { type Journey, walkToReview } from '#test/visitor/walk.ts'

/** A portal with residents who apply in it, for the tests of this module. */
export interface Applying {
  readonly portal: TestPortal
  browser(): Browser
  /** Ines Hartwig, all questions answered. */
  atReview(browser?: Browser, journey?: Partial<Journey>): Promise<AtReview>
  /** As `atReview`, sent. */
  sent(browser?: Browser, journey?: Partial<Journey>): Promise<Sent>
  /** A draft whose first question is open. */
  begun(browser?: Browser): Promise<{ browser: Browser; draft: string }>
  /** Signs in with a confirmed account of that address, made at the first time. @returns the account's id */
  signIn(browser: Browser, email: string): Promise<string>
  /** Looks past row-level security. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  count(from: string, ...values: readonly unknown[]): Promise<number>
  stop(): Promise<void>
}

export interface AtReview {
  readonly browser: Browser
  readonly draft: string
  readonly review: Seen
  readonly pages: readonly string[]
}
export interface Sent extends AtReview {
  readonly receipt: Seen
  readonly fileNumber: string
  readonly code: string | undefined
}

export const codePattern = /(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/

const accountPassword = 'Rathausstrasse-14'

export async function startApplying(at = '2026-11-23T09:00:00Z'): Promise<Applying> {
  const portal = await startPortal({ at })
  const pool = new pg.Pool({ ...portal.owner, user: 'postgres', max: 2 })
  pool.on('error', () => {})
  const browsers: Browser[] = []
  const journey = await treePermit()
  const browser = () => {
    const one = openBrowser(portal.url)
    browsers.push(one)
    return one
  }
  const atReview: Applying['atReview'] = async (by = browser(), changed = {}) => ({
    browser: by,
    ...(await walkToReview(by, { ...journey, ...changed })),
  })
  const query: Applying['query'] = async (text, values = []) => (await pool.query(text, [...values])).rows
  return {
    portal,
    browser,
    atReview,
    sent: async (by, changed) => {
      const walked = await atReview(by, changed)
      const receipt = await walked.browser.submit(
        `${walked.draft}/absenden`,
        hiddenFields(walked.review.body),
      )
      const fileNumber = /[A-Z]{2,5}-\d{4}-\d{5}/.exec(receipt.body)?.[0] ?? ''
      return { ...walked, receipt, fileNumber, code: codePattern.exec(receipt.body)?.[0] }
    },
    begun: async (by = browser()) => {
      await by.get('/leuna/antrag/baumfaellung')
      const seen = await by.submit('/leuna/antrag/baumfaellung', {})
      return { browser: by, draft: seen.path.split('/').slice(0, 5).join('/') }
    },
    signIn: async (by, email) => {
      const [row] = await query(
        `insert into torhaus.accounts (id, email, password_hash) values ($1, $2, $3)
         on conflict (email) do update set password_hash = $3 returning id`,
        [randomUUID(), email, await hashPassword(accountPassword)],
      )
      await by.get('/konto/anmelden')
      const answer = await by.post('/konto/anmelden', { email, password: accountPassword })
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
      return String(row?.id)
    },
    query,
    count: async (from, ...values) =>
      Number((await query(`select count(*)::int as n from torhaus.${from}`, values))[0]?.n),
    stop: async () => {
      for (const one of browsers) one.close()
      await pool.end()
      await portal.stop()
    },
  }
}
