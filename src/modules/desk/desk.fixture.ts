import { type Applying, startApplying } from '#modules/applications/applying.fixture.ts'
import { type Browser, openBrowser, type Seen } from '#test/visitor/browser.ts'
import { treePermit } from '#test/visitor/tree-permit.ts'

const password = 'Torhaus-Demo-2026'

/** The town hall of Leuna with real applications, and clerks who signed in at their desks. */
export interface Desk extends Applying {
  /** By the beginning of the address (`weber`), of another town by the whole of it. */
  clerk(name: string): Promise<Browser>
  /** Sends an application along a walk of the package; gives the address of its case. */
  arrived(walk?: string): Promise<string>
}

export async function startDesk(at = '2026-11-23T09:00:00Z'): Promise<Desk> {
  const applying = await startApplying(at)
  const browsers: Browser[] = []
  return {
    ...applying,
    clerk: async name => {
      const browser = openBrowser(applying.portal.url)
      browsers.push(browser)
      const email = name.includes('@') ? name : `${name}@leuna.example`
      await browser.get('/amt/anmelden')
      const answer = await browser.post('/amt/anmelden', { email, password })
      if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
      return browser
    },
    arrived: async walk => {
      const { fileNumber } = await applying.sent(undefined, walk ? await treePermit(walk) : {})
      const [row] = await applying.query('select id from torhaus.cases where file_number = $1', [fileNumber])
      return `/amt/vorgang/${String(row?.id)}`
    },
    stop: async () => {
      for (const one of browsers) one.close()
      await applying.stop()
    },
  }
}

/** The hidden fields of the page's forms, as the browser would send them along. */
export function hiddenOf(seen: Seen): Record<string, string> {
  const pairs = [...seen.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(
    pairs.map(([, name, value]) => [name, value]).filter(([name]) => name !== '_csrf'),
  )
}
