import { Button, LinkButton } from '../button/button.tsx'
import { DescriptionList } from '../description-list/description-list.tsx'
import { EmptyState } from '../empty-state/empty-state.tsx'
import { Notification } from '../notification/notification.tsx'
import { Panel } from '../panel/panel.tsx'
import { Progress } from '../progress/progress.tsx'
import { Tag } from '../tag/tag.tsx'
import { Samples } from './sample.tsx'

export function ContentSamples() {
  return (
    <>
      <Samples title="Hinweise">
        <Notification
          tone="info"
          title="Vom 1. März bis 30. September dürfen Bäume nur selten gefällt werden"
        >
          <p>
            In dieser Zeit brüten Vögel. Ausnahmen sind möglich, wenn Gefahr droht (
            <a href="#p39">§ 39 BNatSchG</a>).
          </p>
        </Notification>
        <Notification tone="success" title="Ihre Antwort ist bei der Stadt angekommen" />
        <Notification tone="warning" title="Uns fehlt noch ein Foto">
          <p>Bitte schicken Sie es bis zum 17. November 2026.</p>
          <p>
            <Button type="button" kind="secondary">
              Foto nachreichen
            </Button>
          </p>
        </Notification>
        <Notification tone="danger" title="Die Datei kam nicht an" live>
          <p>Ihre anderen Angaben sind gespeichert. Versuchen Sie es bitte noch einmal.</p>
        </Notification>
      </Samples>
      <Samples title="Bestätigung und Fakten">
        <Panel level={3} title="Ihr Antrag ist eingegangen" caption="Ihr Aktenzeichen" mark="67.2-2026-00042">
          <p>Die Stadt prüft ihn bis zum 1. Dezember 2026.</p>
        </Panel>
        <DescriptionList
          boxed
          items={[
            { label: 'Kosten', value: '50,00 €, jeder weitere Baum 10,00 €' },
            { label: 'Dauer', value: 'meist 12 Tage' },
            { label: 'Sie brauchen', value: 'Fotos und den Stammumfang' },
            { label: 'Anmeldung', value: 'nicht nötig' },
          ]}
        />
        <Progress name="papers" label="Unterlagen" value={3} max={5} text="3 von 5 Unterlagen sind da" />
        <div class="th-actions">
          <Tag>Entwurf</Tag>
          <Tag tone="info">in Prüfung</Tag>
          <Tag tone="success" icon>
            genehmigt
          </Tag>
          <Tag tone="warning" icon>
            wartet auf Sie
          </Tag>
          <Tag tone="danger" icon>
            überfällig
          </Tag>
        </div>
        <EmptyState title="Hier stehen Ihre Anträge" level={3}>
          <p>Sobald Sie einen Antrag beginnen, sehen Sie hier, wie weit er ist.</p>
          <p>
            <LinkButton href="#leistungen" kind="secondary">
              Leistung finden
            </LinkButton>
          </p>
        </EmptyState>
      </Samples>
    </>
  )
}
