import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'
import type { Words } from '../words/words.ts'

export interface FooterLink {
  href: string
  label: string
}

/**
 * Every page carries all of these: none is optional, so no page can forget one.
 * Imprint: § 5 DDG. Accessibility statement and feedback from every page: § 7 BITV 2.0, § 12b BGG.
 * Leichte Sprache and sign language: § 4 BITV 2.0.
 */
export interface FooterLinks {
  support: FooterLink
  reportBarrier: FooterLink
  easyLanguage: FooterLink
  signLanguage: FooterLink
  imprint: FooterLink
  privacy: FooterLink
  accessibility: FooterLink
}

export interface FooterProps {
  links: FooterLinks
  /** Heading and one sentence over the support button. */
  supportTitle: string
  supportText: string
  /** Address and telephone of the town, as blocks. */
  contactTitle?: string | undefined
  contact?: ComponentChildren
  /** "Torhaus 0.1.0" and the like. */
  note?: string | undefined
  words: Words
}

export function Footer({
  links,
  supportTitle,
  supportText,
  contactTitle,
  contact,
  note,
  words,
}: FooterProps) {
  return (
    <footer class="th-footer">
      <div class="th-footer__main th-container">
        <section class="th-footer__part" aria-labelledby="footer-support">
          <h2 id="footer-support">{supportTitle}</h2>
          <p>{supportText}</p>
          <a class="kern-btn kern-btn--secondary" href={links.support.href}>
            <Icon name="help" />
            <span class="kern-label">{links.support.label}</span>
          </a>
        </section>
        {contact && (
          <section class="th-footer__part" aria-labelledby="footer-contact">
            <h2 id="footer-contact">{contactTitle}</h2>
            {contact}
          </section>
        )}
        <nav class="th-footer__links" aria-label={words.footer_navigation}>
          <ul>
            <Item {...links.easyLanguage} icon="easy-language" />
            <Item {...links.signLanguage} icon="sign-language" />
            <Item {...links.reportBarrier} />
            <Item {...links.accessibility} />
            <Item {...links.privacy} />
            <Item {...links.imprint} />
          </ul>
        </nav>
      </div>
      {note && <p class="th-footer__note th-container">{note}</p>}
    </footer>
  )
}

function Item({ href, label, icon }: FooterLink & { icon?: IconName }) {
  return (
    <li>
      <a href={href}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </a>
    </li>
  )
}
