import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium, or the one that the caller names (`CHROMIUM_PATH`). */
export function launchBrowser(executablePath = '/usr/bin/chromium'): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS })
}

export interface Visit {
  browser: Browser
  url: string
  options?: BrowserContextOptions
}

/**
 * Opens an address in a fresh profile and hands the page over. Gives back everything that must not happen on
 * any page: errors in the console (violated security policy included) and requests to foreign origins.
 */
export async function visit(where: Visit, look: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await where.browser.newContext(where.options)
  const complaints: string[] = []
  const home = new URL(where.url).origin
  try {
    const page = await context.newPage()
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => {
      if (!request.url().startsWith(home) && !request.url().startsWith('data:'))
        complaints.push(request.url())
    })
    await page.goto(where.url, { waitUntil: 'networkidle' })
    await look(page)
    return complaints
  } finally {
    await context.close()
  }
}
