import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'

export interface DeviceOptions {
  /** In CSS pixels; 360 is the narrowest phone that is sold, 1280 a desk. */
  readonly width?: number | undefined
  readonly script?: boolean | undefined
  /** Somebody who has signed in already, where signing in is not what the journey is about. */
  readonly as?: { readonly cookies: ReadonlyMap<string, string> } | undefined
}

/** A browser of somebody: keeps cookies, and remembers whatever must not happen on any page. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly script: boolean
  /** Requests to other origins, violations of the security policy, errors in the console, faults of scripts. */
  readonly complaints: readonly string[]
  open(path: string): Promise<void>
  /** Presses a button of the page's main part by its whole words, and waits for the page that follows. */
  press(button: string): Promise<void>
  /** Follows a link, wherever on the page it stands. */
  go(link: string | RegExp): Promise<void>
  /** What the main part says. */
  text(): Promise<string>
  heading(): Promise<string>
  /** Does what leads to another page and waits until that page and its scripts stand. */
  follow(act: () => Promise<unknown>): Promise<void>
}

/** Long enough for a loaded machine; a journey that hangs says so before the runner does. */
const patience_ms = 30_000

export async function openDevice(
  browser: Browser,
  url: string,
  options: DeviceOptions = {},
): Promise<Device> {
  const { width = 360, script = true } = options
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 740 : 900 },
    javaScriptEnabled: script,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(patience_ms)
  const cookies = [...(options.as?.cookies ?? [])].map(([name, value]) => ({ name, value, url }))
  await context.addCookies(cookies)
  const page = await context.newPage()
  const complaints = watch(page, url)
  const main = page.getByRole('main')
  // Module scripts run before this event, so whoever goes on meets the page as it stays.
  const follow: Device['follow'] = async act => {
    const before = await page.title()
    await Promise.all([page.waitForEvent('domcontentloaded'), act()]).catch(error => {
      throw new Error(`no way on from "${before}" (${page.url()})`, { cause: error })
    })
  }
  return {
    context,
    page,
    script,
    complaints,
    open: async path => {
      await page.goto(path)
    },
    press: async button => {
      const control = main.getByRole('button', { name: button, exact: true })
      // Beside a letter in the browser's own viewer a click that scrolls first lands in the viewer.
      const hasViewer = (await page.locator('iframe').count()) > 0
      await follow(() => (hasViewer ? control.press('Enter') : control.click()))
    },
    go: link =>
      follow(() =>
        page
          .getByRole('link', { name: link, exact: typeof link === 'string' })
          .first()
          .click(),
      ),
    // biome-ignore lint/performance/useDomNodeTextContent: what is folded away or runs together is not what people read
    text: () => main.innerText(),
    heading: async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
    follow,
  }
}

function watch(page: Page, home: string): string[] {
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' && !isAnswer(message, page)) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    const address = request.url()
    if (!address.startsWith(home) && !/^(data|blob|about|chrome|chrome-extension):/.test(address))
      complaints.push(`request to ${address}`)
  })
  return complaints
}

/** The browser notes each page with status 422, 404 or 409 as an error; these pages are answers, not accidents. */
function isAnswer(message: ConsoleMessage, page: Page): boolean {
  return (
    /status of 4(04|09|10|22|29)/.test(message.text()) &&
    pathOf(message.location().url) === pathOf(page.url(), message.location().url)
  )
}

function pathOf(address: string, otherwise = ''): string {
  return new URL(URL.canParse(address) ? address : otherwise || 'about:blank').pathname
}
