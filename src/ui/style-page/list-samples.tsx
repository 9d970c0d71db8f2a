import { Card } from '../card/card.tsx'
import { Chips } from '../chips/chips.tsx'
import { Pagination } from '../pagination/pagination.tsx'
import { type Row, Table } from '../table/table.tsx'
import { Tag } from '../tag/tag.tsx'
import { TaskList } from '../task-list/task-list.tsx'
import { type SampleProps, Samples } from './sample.tsx'

const ROWS: Row[] = [
  row('67.2-2026-00042', {
    who: 'Ines Hartwig',
    state: <Tag tone="warning">wartet auf Bürgerin</Tag>,
    due: '24. November 2026, noch 21 Tage',
  }),
  {
    ...row('67.2-2026-00041', {
      who: 'Gartenbau Sonnental GmbH',
      state: <Tag tone="info">in Prüfung</Tag>,
      due: '5. November 2026, noch 2 Tage',
    }),
    strong: true,
  },
  row('67.2-2026-00037', {
    who: 'Detlef Krüger',
    state: <Tag tone="danger">überfällig</Tag>,
    due: '1. November 2026, seit 2 Tagen',
  }),
]

function row(mark: string, cells: Row['cells']): Row {
  return { key: mark, cells: { mark: <a href={`#${mark}`}>{mark}</a>, fee: '50,00 €', ...cells } }
}

export function ListSamples({ words }: SampleProps) {
  return (
    <Samples title="Listen">
      <Chips
        words={words}
        chips={[
          { label: 'Nicht zugewiesen', href: '#frei', count: '12' },
          { label: 'Meine', href: '#alle', count: '4', active: true },
          { label: 'Überfällig', href: '#spaet', count: '1' },
        ]}
      />
      <Table
        caption="Vorgänge"
        dense
        rowHeader="mark"
        columns={[
          { key: 'mark', label: 'Aktenzeichen', sort: { href: '#nach-zeichen' } },
          { key: 'who', label: 'Antrag von' },
          { key: 'state', label: 'Stand' },
          { key: 'due', label: 'Frist', sort: { href: '#nach-frist', direction: 'ascending' } },
          { key: 'fee', label: 'Gebühr', numeric: true },
        ]}
        rows={ROWS}
      />
      <Pagination page={6} pages={20} href={page => `#seite-${page}`} words={words} />
      <ul class="th-grid">
        <li>
          <Card
            title="Baumfällung"
            href="#antrag-1"
            level={3}
            state={{ text: 'wartet auf Sie', tone: 'warning' }}
            waiting
          >
            <p>Bitte schicken Sie uns ein Foto bis zum 17. November 2026.</p>
          </Card>
        </li>
        <li>
          <Card
            title="Anwohnerparken"
            href="#antrag-2"
            level={3}
            state={{ text: 'in Prüfung', tone: 'info' }}
          >
            <p>Stadt Musterau prüft Ihren Antrag.</p>
          </Card>
        </li>
        <li>
          <Card title="Hund anmelden" level={3}>
            <p>Den Hund bei der Steuer an- und abmelden.</p>
          </Card>
        </li>
      </ul>
      <TaskList
        tasks={[
          { title: 'Angaben prüfen', href: '#pruefen', state: { text: 'erledigt', tone: 'success' } },
          {
            title: 'Naturschutzbehörde fragen',
            href: '#fragen',
            hint: 'bis 10. November 2026',
            state: { text: 'offen', tone: 'info' },
          },
          { title: 'Entscheiden', state: { text: 'wartet auf die Antwort', tone: 'neutral' } },
        ]}
      />
    </Samples>
  )
}
