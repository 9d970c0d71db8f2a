import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'

export interface PageProps {
  /** `h1 – service – town`; starts with "Fehler: " when the page shows errors. */
  title: string
  /** BCP 47, e.g. `de`, `en`; Leichte Sprache is `de-simple`. */
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  description?: string | undefined
  /** Addresses from `assetUrl`, e.g. `[assetUrl('styles.css')]`. */
  styles: readonly string[]
  /** Module scripts; the page works without them. */
  scripts?: readonly string[] | undefined
  /** Nonce of this answer's content security policy. */
  nonce?: string | undefined
  icon?: string | undefined
  /** Web app manifest, where the portal can be kept on the home screen. */
  manifest?: string | undefined
  skipLink: string
  header: ComponentChildren
  footer: ComponentChildren
  /** Stands before the header on every page, e.g. the demo banner. */
  banner?: ComponentChildren
  /** Back link or breadcrumb: above the content, outside of `main`, so that the skip link passes it. */
  before?: ComponentChildren
  /** `wide` for desks and home pages; forms and texts read best as `text`. */
  width?: 'text' | 'wide' | undefined
  /** Kept out of search engines: everything personal. */
  noindex?: boolean | undefined
  children: ComponentChildren
}

/** A whole HTML document with skip link and landmarks. Give it to `renderDocument`. */
export function Page(props: PageProps) {
  return (
    <html lang={props.lang} dir={props.dir}>
      <Head {...props} />
      <body class="th-page">
        <a class="th-skip" href="#inhalt">
          {props.skipLink}
        </a>
        {props.banner}
        {props.header}
        <div class={`th-main th-container${props.width === 'wide' ? '' : ' th-main--text'}`}>
          {props.before}
          <main id="inhalt" tabindex={-1} class="th-main__content">
            {props.children}
          </main>
        </div>
        {props.footer}
      </body>
    </html>
  )
}

function Head({ title, description, styles, scripts = [], nonce, icon, manifest, noindex }: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {/* Numbers stay numbers: file numbers and parcels must not turn into phone links. */}
      <meta name="format-detection" content="telephone=no" />
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      {icon && <link rel="icon" href={icon} type="image/svg+xml" />}
      {manifest && <link rel="manifest" href={manifest} />}
      {styles.map(href => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {scripts.map(src => (
        <script key={src} type="module" src={src} nonce={nonce} />
      ))}
    </head>
  )
}

/**
 * HTML text of a page, doctype included.
 *
 *     reply.type('text/html; charset=utf-8').send(renderDocument(<Page …>…</Page>))
 */
export function renderDocument(page: ReturnType<typeof Page>): string {
  return `<!doctype html>${render(page)}`
}
