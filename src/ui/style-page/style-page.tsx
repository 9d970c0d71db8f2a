import { BackLink } from '../back-link/back-link.tsx'
import { Breadcrumb } from '../breadcrumb/breadcrumb.tsx'
import { DemoBanner } from '../demo-banner/demo-banner.tsx'
import { Footer } from '../footer/footer.tsx'
import { Header } from '../header/header.tsx'
import { Page } from '../page/page.tsx'
import { uiWords } from '../words/words.ts'
import { ActionSamples } from './action-samples.tsx'
import { CaseSamples } from './case-samples.tsx'
import { ChoiceSamples } from './choice-samples.tsx'
import { ContentSamples } from './content-samples.tsx'
import { FieldSamples } from './field-samples.tsx'
import { ListSamples } from './list-samples.tsx'

const words = uiWords('de')

export interface StylePageProps {
  styles: readonly string[]
  scripts: readonly string[]
  /** Address of the sign that stands for a coat of arms. */
  logo: string
  nonce?: string | undefined
}

/**
 * The living style page: every component in every state, with the words of a made-up town. Shown at /stil in
 * the demo, and what the browser test measures.
 */
export function StylePage({ styles, scripts, logo, nonce }: StylePageProps) {
  return (
    <Page
      title="Stil – alle Bausteine – Torhaus"
      lang="de"
      {...{ styles, scripts, nonce }}
      icon={logo}
      skipLink={words.skip_to_content}
      banner={<Banner />}
      header={<SampleHeader logo={logo} />}
      footer={<SampleFooter />}
      before={<Breadcrumb trail={[{ href: '#start', label: 'Startseite' }]} current="Stil" words={words} />}
      width="wide"
      noindex
    >
      <div>
        <h1 id="start">Alle Bausteine</h1>
        <p class="th-lead th-muted">So sehen die Seiten von Torhaus aus, Teil für Teil.</p>
      </div>
      <BackLink href="#start" label={words.previous_page} />
      <div class="th-stack th-stack--large">
        <ActionSamples words={words} />
        <FieldSamples words={words} />
        <ChoiceSamples words={words} />
        <ContentSamples />
        <ListSamples words={words} />
        <CaseSamples words={words} />
      </div>
    </Page>
  )
}

function Banner() {
  return (
    <DemoBanner
      label="Hinweis zur Demo"
      text="Das ist eine Demo. Anträge erreichen keine Behörde."
      link={{ href: '#start', label: 'Was das heißt' }}
    />
  )
}

function SampleHeader({ logo }: { logo: string }) {
  return (
    <Header
      home="#start"
      name="Stadt Musterau"
      sub="Online-Rathaus"
      arms={logo}
      nav={[
        { href: '#leistungen', label: 'Leistungen', current: true },
        { href: '#stand', label: 'Stand abfragen' },
      ]}
      account={{ href: '#konto', label: 'Anmelden' }}
      languages={[
        { href: '#de', label: 'Deutsch', lang: 'de', current: true },
        { href: '#leicht', label: 'Leichte Sprache', lang: 'de-simple', icon: 'easy-language' },
        { href: '#en', label: 'English', lang: 'en' },
      ]}
      words={words}
    />
  )
}

function SampleFooter() {
  return (
    <Footer
      supportTitle="Service & Support"
      supportText="Sie kommen nicht weiter? Wir helfen Ihnen am Telefon, per Mail oder im Rathaus."
      contactTitle="Stadt Musterau"
      contact={
        <address>
          Markt 1<br />
          01234 Musterau
          <br />
          Telefon <a href="tel:+4912345">01234 5</a>
        </address>
      }
      links={{
        support: { href: '#hilfe', label: 'Hilfe finden' },
        reportBarrier: { href: '#barriere', label: 'Barriere melden' },
        easyLanguage: { href: '#leicht', label: 'Leichte Sprache' },
        signLanguage: { href: '#dgs', label: 'Gebärdensprache' },
        imprint: { href: '#impressum', label: 'Impressum' },
        privacy: { href: '#datenschutz', label: 'Datenschutz' },
        accessibility: { href: '#barrierefreiheit', label: 'Barrierefreiheit' },
      }}
      note="Betrieben mit Torhaus"
      words={words}
    />
  )
}
