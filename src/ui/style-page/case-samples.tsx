import { Actions, LinkButton } from '../button/button.tsx'
import { Checkbox } from '../checkbox/checkbox.tsx'
import { DescriptionList } from '../description-list/description-list.tsx'
import { DocumentView } from '../document-view/document-view.tsx'
import { FileList } from '../file-list/file-list.tsx'
import { MetaBar } from '../meta-bar/meta-bar.tsx'
import { Prose } from '../prose/prose.tsx'
import { SummaryList } from '../summary-list/summary-list.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { TwoColumns } from '../two-columns/two-columns.tsx'
import { type SampleProps, Samples } from './sample.tsx'

const PHOTO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="320" height="200"%3E%3Cpath fill="%23467840" d="M0 0h320v200H0z"/%3E%3C/svg%3E'

export function CaseSamples({ words }: SampleProps) {
  const change = (href: string) => ({ href, label: words.change })
  return (
    <Samples title="Vorgang">
      <MetaBar
        level={3}
        mark="67.2-2026-00042"
        title="Baumfällung, Am Mühlgraben 4a"
        state={{ text: 'in Prüfung', tone: 'info' }}
        facts={[
          { label: 'Antrag von', value: 'Ines Hartwig' },
          { label: 'Eingegangen', value: '3. November 2026' },
        ]}
        action={
          <Actions>
            <LinkButton href="#entscheiden">Entscheiden</LinkButton>
          </Actions>
        }
      />
      <TwoColumns
        sideLabel="Zum Vorgang"
        side={
          <DescriptionList
            boxed
            items={[
              { label: 'Am Zug', value: 'Frau Kern' },
              { label: 'Frist', value: '1. Dezember 2026, noch 28 Tage' },
            ]}
          />
        }
      >
        <SummaryList
          title="Antragstellerin"
          level={3}
          rows={[
            { label: 'Name', value: 'Ines Hartwig', change: change('#name') },
            { label: 'Anschrift', value: 'Am Mühlgraben 4a\n01234 Musterau', change: change('#anschrift') },
            { label: 'E-Mail-Adresse', value: 'ines.hartwig@beispiel.de', change: change('#email') },
          ]}
        />
        <SummaryList
          title="Bäume"
          level={3}
          change={change('#baeume')}
          rows={[{ label: 'Baum 1', value: 'Winterlinde, 82 cm' }]}
        />
        <FileList
          label="Dateien des Vorgangs"
          files={[{ id: 'n', name: 'Bescheid.pdf', size: '120 kB', href: '#bescheid' }]}
        />
        <SummaryList
          title="Zeitraum"
          level={3}
          dense
          rows={[{ label: 'Frühestens ab', value: '5. Januar 2027' }]}
        />
        <DescriptionList stacked items={[{ label: 'Stelle', value: 'Ordnung und Umwelt' }]} />
        <Prose text={'Guten Tag,\n\nbitte senden Sie uns\nein Foto der Wurzel.'} />
        <div>
          <Checkbox name="texte" value="tiere" label="Kontrolle auf Tiere vor Beginn" checked />
          <Checkbox name="texte" value="beginn" label="Beginn anzeigen" hint="drei Werktage vorher" />
        </div>
        <DocumentView kind="image" src={PHOTO} title="kiefer.jpg" link="Foto allein öffnen" />
        <History />
      </TwoColumns>
    </Samples>
  )
}

function History() {
  return (
    <Timeline
      label="Verlauf"
      entries={[
        {
          when: '5. November 2026, 9:12 Uhr',
          datetime: '2026-11-05T09:12',
          title: 'Stadt Musterau prüft Ihren Antrag',
          current: true,
        },
        {
          when: '3. November 2026, 14:30 Uhr',
          datetime: '2026-11-03T14:30',
          title: 'Ihr Antrag ist eingegangen',
          children: <a href="#beleg">Eingangsbestätigung (PDF, 80 kB)</a>,
        },
      ]}
    />
  )
}
