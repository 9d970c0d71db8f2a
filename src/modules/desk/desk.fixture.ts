import { signedInResident, signedInStaff } from '#modules/accounts/browser.fixture.ts'
import { type Applying, startApplying } from '#modules/applications/applying.fixture.ts'
import { tasks } from '#src/compose.ts'
import { type Browser, openBrowser, type Seen } from '#test/visitor/browser.ts'
import { treePermit } from '#test/visitor/tree-permit.ts'

/** The town hall of Leuna with real applications, clerks at their desks and residents at home. */
export interface Desk extends Applying {
  /** By the beginning of the address (`weber`), of another town by the whole of it. */
  clerk(name: string): Promise<Browser>
  /** Address of some clerk of an authority. */
  clerkOf(tenant: string): Promise<string | undefined>
  /** What the cron of the worker would start each minute. */
  minute(): Promise<void>
  /** Ines Hartwig with an account, signed in. */
  ines(): Promise<Browser>
  /** Sends an application along a walk of the package, as a guest or in the given browser. */
  arrived(walk?: string, by?: Browser): Promise<Arrived>
}

export interface Arrived {
  /** Address of the case at the desk. */
  readonly desk: string
  /** Addresses for the resident: with her account, and below the portal. */
  readonly own: string
  readonly guest: string
  /** The browser in which it was sent; a guest's own. */
  readonly browser: Browser
  readonly fileNumber: string
  /** Tracking code. */
  readonly code: string | undefined
}

export async function startDesk(at = '2026-11-23T09:00:00Z'): Promise<Desk> {
  const applying = await startApplying(at)
  const { portal } = applying
  const browsers: Browser[] = []
  const as = (cookies: ReadonlyMap<string, string>) => {
    const browser = openBrowser(portal.url, { cookies: new Map(cookies) })
    browsers.push(browser)
    return browser
  }
  return {
    ...applying,
    clerk: async name =>
      as((await signedInStaff(portal, name.includes('@') ? name : `${name}@leuna.example`)).cookies),
    clerkOf: async tenant => {
      const rows = await applying.query(
        `select email from torhaus.staff where tenant_id = $1 and 'clerk' = any(roles) order by email`,
        [tenant],
      )
      return rows[0]?.email as string | undefined
    },
    minute: async () => tasks.find(task => task.name === 'fire-timers')!.run(portal.services, {}),
    ines: async () => as((await signedInResident(portal)).browser.cookies),
    arrived: async (walk, by) => {
      const { fileNumber, browser, code } = await applying.sent(by, walk ? await treePermit(walk) : {})
      const [row] = await applying.query(
        'select id, application_id, tenant_id from torhaus.cases where file_number = $1',
        [fileNumber],
      )
      if (!row) throw new Error(`no case for ${fileNumber}`)
      const place = `${String(row.tenant_id)}/${String(row.application_id)}`
      return {
        desk: `/amt/vorgang/${String(row.id)}`,
        own: `/konto/antraege/${place}`,
        guest: `/leuna/status/${place}`,
        browser,
        fileNumber,
        code,
      }
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

/** What the largest form of a page would post as it stands: ticked boxes, chosen options, typed texts. */
export function fieldsIn(seen: Seen): Record<string, string | string[]> {
  const forms = [...seen.body.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].map(match => match[1]!)
  const form = forms.sort((left, right) => right.length - left.length)[0] ?? ''
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    if (name === '_csrf') return
    const known = fields[name]
    fields[name] = known === undefined ? value : [...[known].flat(), value]
  }
  for (const [, input, area, text, select, options] of form.matchAll(
    /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const attributes = input ?? area ?? select ?? ''
    const name = / name="([^"]+)"/.exec(attributes)?.[1]
    if (!name) continue
    if (text !== undefined) add(name, readable(text))
    else if (options !== undefined) add(name, valueIn(/<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? ''))
    else if (!/type="(checkbox|radio)"/.test(attributes) || / checked/.test(attributes))
      add(name, valueIn(attributes))
  }
  return fields
}

const valueIn = (attributes: string) => readable(/ value="([^"]*)"/.exec(attributes)?.[1] ?? '')

const readable = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
