import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRegion } from '#modules/tenants/index.ts'
import { startPortal, type TestPortal } from '#test/portal.ts'
import { openBrowser } from '#test/visitor/browser.ts'
import { ROOT, readDocument } from './documents.ts'

const readme = readDocument('README.md').text
const guides = [readme, ...['operator', 'case-worker'].map(name => readDocument(`docs/${name}.md`).text)]

/** Addresses of the portal in `code`: `/leuna/`, not `/opt/torhaus` nor ones with `<…>`. */
const addresses = [
  ...new Set(guides.flatMap(text => [...text.matchAll(/`(\/[a-z.][\w./-]*)`/g)].map(found => found[1]!))),
].filter(address => !/^\/(opt|etc|var)\//.test(address))

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

describe('every address that is named answers', () => {
  test('there are some', () => {
    expect(addresses).toEqual(expect.arrayContaining(['/leuna/', '/amt/anmelden', '/stil', '/healthz']))
  })
  test.each(addresses)('%s', async address => {
    const browser = openBrowser(portal.url)
    const { status, location } = await browser.get(address)
    browser.close()
    // What needs a login leads to it.
    expect(status === 200 || /^\/(amt|konto)\/anmelden/.test(location ?? '')).toBe(true)
  })
  test('one that does not exist is caught', async () => {
    const browser = openBrowser(portal.url)
    expect((await browser.get('/leuna/gibt-es-nicht')).status).toBe(404)
    browser.close()
  })
})

test('the demo has the logins that the README names, with the password it names', async () => {
  const region = await readRegion(join(ROOT, 'regions/saalekreis'))
  const staff = region.tenants.flatMap(tenant => tenant.demo_staff)
  const told = [...readme.matchAll(/^\| `(\S+@\S+)` \| (\p{L}+ \p{L}+),/gmu)]
  expect(told.length).toBeGreaterThan(2)
  for (const [, email, name] of told) expect(staff.find(one => one.email === email)?.name, email).toBe(name)
  const password = /password of all is `([^`]+)`/.exec(readme)?.[1]
  expect(readFileSync(join(ROOT, 'src/demo.ts'), 'utf8')).toContain(`'${password}'`)
  const browser = openBrowser(portal.url)
  await browser.get('/amt/anmelden')
  const signedIn = await browser.submit('/amt/anmelden', { email: told[0]![1]!, password: password! })
  browser.close()
  expect(signedIn.path).toBe('/amt')
})

test('version and Node are those of the package', () => {
  const { version, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
    engines: { node: string }
  }
  const node = engines.node.replace('>=', '')
  const short = version.replace(/\.\d+$/, '')
  expect(readme).toContain(`Node ${node} or newer`)
  expect(readme).toContain(`Version ${short}, unreleased`)
  expect(guides[1]).toContain(`ein Node ab Version ${node},`)
  expect(guides[1]).toContain(`Version ${short} `)
})
