import http from 'node:http'
import { openBrowser } from '../test/visitor/browser.ts'
import { type Figure, limitFigure } from './figure.ts'
import type { Subjects } from './subjects.ts'

/** (e) What a browser loads for the first form page, compressed, fonts aside. */
export async function measureTransfer({ portal, formPage }: Subjects): Promise<Figure> {
  const browser = openBrowser(portal.url)
  await formPage.visit(browser)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const path = formPage.pathOf(browser)
  const { body } = await browser.get(path)
  const parts = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js|svg))"/g)].map(
    match => match[1]!,
  )
  let bytes = await transferred(portal.url, { path, cookie })
  for (const part of new Set(parts)) bytes += await transferred(portal.url, { path: part, cookie })
  browser.close()
  return limitFigure('first form page transferred', { value: bytes / 1000, atMost: 60, unit: 'kB' })
}

function transferred(base: string, { path, cookie }: { path: string; cookie: string }): Promise<number> {
  const headers = { cookie, 'accept-encoding': 'br, gzip, zstd' }
  return new Promise((resolve, reject) => {
    http
      .get(`${base}${path}`, { headers }, answer => {
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
        })
        answer.once('end', () => resolve(bytes))
      })
      .once('error', reject)
  })
}
