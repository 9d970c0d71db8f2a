import { Actions, LinkButton } from '../button/button.tsx'
import { DescriptionList } from '../description-list/description-list.tsx'
import { FileList } from '../file-list/file-list.tsx'
import { MetaBar } from '../meta-bar/meta-bar.tsx'
import { SummaryList } from '../summary-list/summary-list.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { TwoColumns } from '../two-columns/two-columns.tsx'
import { type SampleProps, Samples } from './sample.tsx'

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
