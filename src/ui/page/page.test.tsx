import { describe, expect, test } from 'vitest'
import { faultsOf } from '../testing/check-html.ts'
import { Page, type PageProps, renderDocument } from './page.tsx'

const props: Omit<PageProps, 'children'> = {
  title: 'Kontakt – Baumfällung – Leuna',
  lang: 'de',
  styles: ['/assets/styles.1.css'],
  scripts: ['/assets/app.1.js'],
  nonce: 'n0nce',
  skipLink: 'Zum Inhalt springen',
  header: <header>Kopf</header>,
  footer: <footer>Fuß</footer>,
}
const html = renderDocument(
  <Page {...props}>
    <h1>Kontakt</h1>
  </Page>,
)

describe('Page', () => {
  test('is a valid document', () => {
    expect(faultsOf(html)).toEqual([])
    expect(html).toMatch(/^<!doctype html><html lang="de">/)
  })

  test('the skip link is the first thing and leads to main', () => {
    const target = html.match(/<body[^>]*><a class="th-skip" href="#([^"]+)"/)?.[1]
    expect(html).toContain(`<main id="${target}" tabindex="-1"`)
  })

  test('has one landmark of each kind, in order', () => {
    expect(html.match(/<(header|main|footer)/g)).toEqual(['<header', '<main', '<footer'])
  })

  test('every script carries the nonce', () => {
    for (const script of html.match(/<script[^>]*>/g) ?? []) expect(script).toContain('nonce="n0nce"')
    expect(html).toContain('<script type="module" src="/assets/app.1.js"')
  })

  test('works without any script', () => {
    expect(renderDocument(<Page {...props} scripts={undefined} children={<h1>A</h1>} />)).not.toContain(
      '<script',
    )
  })

  test('personal pages stay out of search engines', () => {
    expect(html).not.toContain('noindex')
    expect(renderDocument(<Page {...props} noindex children={<h1>A</h1>} />)).toContain('content="noindex"')
  })
})
