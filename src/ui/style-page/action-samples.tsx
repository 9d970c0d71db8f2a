import { Actions, Button, LinkButton } from '../button/button.tsx'
import { Confirm } from '../confirm/confirm.tsx'
import { Details } from '../details/details.tsx'
import { Hero } from '../hero/hero.tsx'
import { ICON_NAMES, Icon } from '../icon/icon.tsx'
import { LinkList } from '../link-list/link-list.tsx'
import { SearchBox } from '../search-box/search-box.tsx'
import { Stepper } from '../stepper/stepper.tsx'
import { Tabs } from '../tabs/tabs.tsx'
import { type SampleProps, Samples } from './sample.tsx'

export function ActionSamples({ words }: SampleProps) {
  return (
    <>
      <HomeSamples words={words} />
      <Samples title="Wege und Schritte">
        <Stepper
          label="Ihr Antrag in fünf Schritten"
          summary="Schritt 2 von 5: Bäume"
          steps={[
            { label: 'Antragsteller', state: 'done', href: '#start' },
            { label: 'Bäume', state: 'current' },
            { label: 'Zeitraum und Ersatzpflanzung', state: 'open' },
            { label: 'Unterlagen', state: 'open' },
            { label: 'Prüfen und absenden', state: 'open' },
          ]}
          words={words}
        />
        <Tabs
          label="Teile des Vorgangs"
          tabs={[
            { label: 'Angaben', href: '#angaben', current: true },
            { label: 'Dateien', href: '#dateien', count: '4' },
            { label: 'Verlauf', href: '#verlauf' },
          ]}
        />
      </Samples>
      <Samples title="Knöpfe">
        <Actions>
          <Button type="button">Verbindlich absenden</Button>
          <Button type="button" kind="secondary" icon="download">
            Bestätigung herunterladen
          </Button>
          <Button type="button" kind="tertiary" about="den Baum Nummer 2">
            Entfernen
          </Button>
          <LinkButton href="#jetzt">Jetzt beantragen</LinkButton>
          <LinkButton href="#spaeter" kind="secondary">
            Später weitermachen
          </LinkButton>
        </Actions>
      </Samples>
      <Samples title="Rückfrage und Klappen">
        <Question />
        <div>
          <Details title="Wie läuft das Verfahren ab?" level={3}>
            <p>Das Ordnungsamt prüft Ihren Antrag. Meist kommt jemand vorbei und sieht sich den Baum an.</p>
          </Details>
          <Details title="Welche Unterlagen brauche ich?" level={3} open>
            <ul>
              <li>Ein Foto von jedem Baum</li>
              <li>Eine Skizze vom Grundstück</li>
            </ul>
          </Details>
        </div>
      </Samples>
      <IconSamples />
    </>
  )
}

// On its own page the question is the h1; here it must not be a second one.
function Question() {
  return (
    <Confirm
      level={3}
      title="Möchten Sie den Entwurf „Baumfällung“ löschen?"
      action="#loeschen"
      confirmLabel="Löschen"
      cancel={{ href: '#start', label: 'Behalten' }}
    >
      <p>Ihre Angaben und zwei Dateien sind danach weg. Das lässt sich nicht zurücknehmen.</p>
    </Confirm>
  )
}

function HomeSamples({ words }: SampleProps) {
  return (
    <Samples title="Startseite">
      <Hero
        title="Guten Tag in Musterau"
        lead="Erledigen Sie Ihre Anliegen online, wann Sie wollen."
        level={3}
      >
        <SearchBox
          action="#suche"
          label="Was möchten Sie erledigen?"
          hint="Zum Beispiel: Baum fällen"
          button={words.search}
        />
      </Hero>
      <LinkList
        columns
        links={[
          { href: '#baum', label: 'Baum fällen', about: 'Erlaubnis für Fällen oder Schneiden' },
          { href: '#hund', label: 'Hund anmelden', about: 'Hundesteuer an- und abmelden' },
          { href: '#parken', label: 'Anwohnerparken', about: 'Ausweis für Ihre Straße' },
          { href: '#urkunde', label: 'Urkunde bestellen', about: 'Geburt, Ehe, Tod' },
        ]}
      />
    </Samples>
  )
}

function IconSamples() {
  return (
    <Samples title="Zeichen">
      <ul class="th-grid">
        {ICON_NAMES.map(name => (
          <li key={name} class="th-actions">
            <Icon name={name} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Samples>
  )
}
