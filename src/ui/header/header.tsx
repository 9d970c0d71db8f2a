import { Icon, type IconName } from '../icon/icon.tsx'
import type { Words } from '../words/words.ts'

export interface HeaderLink {
  href: string
  label: string
  /** The page or the part of the portal that is shown now. */
  current?: boolean | undefined
  icon?: IconName | undefined
}

export interface LanguageLink {
  href: string
  /** In its own language: "English", "Leichte Sprache". */
  label: string
  lang: string
  current?: boolean | undefined
  icon?: IconName | undefined
}

export interface HeaderProps {
  home: string
  /** "Stadt Leuna" */
  name: string
  /** "Online-Rathaus" */
  sub?: string | undefined
  /** Coat of arms; its alternative text stays empty, since the name stands beside it. */
  arms?: string | undefined
  nav: readonly HeaderLink[]
  account?: HeaderLink | undefined
  languages: readonly LanguageLink[]
  words: Words
}

/** Head of every page: languages above, then arms and name, navigation and account. All plain links. */
export function Header({ home, name, sub, arms, nav, account, languages, words }: HeaderProps) {
  return (
    <header class="th-header">
      <Languages languages={languages} words={words} />
      <div class="th-header__main th-container">
        <a class="th-header__home" href={home}>
          {arms && <img class="th-header__arms" src={arms} alt="" width="40" height="48" />}
          <span class="th-header__names">
            <span class="th-header__name">{name}</span>
            {sub && <span class="th-header__sub">{sub}</span>}
          </span>
        </a>
        <nav class="th-header__nav" aria-label={words.main_navigation}>
          <ul>
            {nav.map(link => (
              <NavItem key={link.href} {...link} />
            ))}
            {account && <NavItem icon="account" {...account} />}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Languages({ languages, words }: Pick<HeaderProps, 'languages' | 'words'>) {
  if (languages.length === 0) return null
  return (
    <div class="th-header__bar">
      <nav class="th-container" aria-label={words.language_choice}>
        <ul>
          {languages.map(({ href, label, lang, current, icon }) => (
            <li key={lang}>
              <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined}>
                {icon && <Icon name={icon} size="small" />}
                <span>{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function NavItem({ href, label, current, icon }: HeaderLink) {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </a>
    </li>
  )
}
