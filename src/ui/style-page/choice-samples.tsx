import { Checkboxes, Radios, YesNo } from '../choice/choice.tsx'
import { Declaration } from '../declaration/declaration.tsx'
import { Form } from '../form/form.tsx'
import { GroupList } from '../group-list/group-list.tsx'
import { MapPoint } from '../map-point/map-point.tsx'
import { SelectField } from '../select-field/select-field.tsx'
import { Upload } from '../upload/upload.tsx'
import { type SampleProps, Samples } from './sample.tsx'

const ROLES = [
  { value: 'owner', label: 'Das Grundstück gehört mir' },
  { value: 'tenant', label: 'Ich wohne zur Miete', hint: 'Dann brauchen wir die Zustimmung der Eigentümer.' },
  { value: 'agent', label: 'Ich handle für jemand anderen' },
]
const TREES = [
  {
    label: 'Laubbäume',
    options: [
      { value: 'oak', label: 'Stieleiche' },
      { value: 'lime', label: 'Winterlinde' },
    ],
  },
  { label: 'Nadelbäume', options: [{ value: 'pine', label: 'Waldkiefer' }] },
]

export function ChoiceSamples({ words }: SampleProps) {
  return (
    <Samples title="Auswahl, Dateien, Karte">
      <Form action="#auswahl" multipart>
        <Radios name="role" label="Wer sind Sie?" options={ROLES} value="tenant" />
        <Radios name="role_wrong" label="Wer sind Sie?" options={ROLES} error="Wählen Sie, wer Sie sind" />
        <YesNo name="danger" label="Droht der Baum umzustürzen?" words={words} />
        <Checkboxes
          name="reasons"
          label="Welche Gründe gibt es?"
          hint="Wählen Sie alles, was zutrifft."
          values={['sick']}
          options={[
            { value: 'sick', label: 'Der Baum ist krank' },
            { value: 'building', label: 'Er steht einem Bau im Weg' },
          ]}
        />
        <Checkboxes
          name="reasons_wrong"
          label="Welche Gründe gibt es?"
          error="Wählen Sie mindestens einen Grund"
          options={[{ value: 'sick', label: 'Der Baum ist krank' }]}
        />
        <SelectField
          name="species"
          label="Baumart"
          options={TREES}
          choose={words.please_choose}
          value="lime"
        />
        <SelectField
          name="species_wrong"
          label="Baumart"
          options={TREES}
          choose={words.please_choose}
          error="Wählen Sie die Baumart"
        />
        <MoreSamples words={words} />
      </Form>
    </Samples>
  )
}

function MoreSamples({ words }: SampleProps) {
  return (
    <>
      <GroupList
        name="trees"
        label="Ihre Bäume"
        items={[
          { id: '1', title: 'Baum 1', facts: ['Winterlinde', '82 cm', 'fällen'], href: '#baum-1' },
          {
            id: '2',
            title: 'Baum 2',
            facts: ['Stieleiche'],
            href: '#baum-2',
            problem: 'Geben Sie den Stammumfang ein',
          },
        ]}
        empty="Noch kein Baum eingetragen."
        add={{ href: '#baum-neu', label: 'Weiteren Baum hinzufügen' }}
        changeLabel={words.group_change}
        removeLabel={words.group_remove}
      />
      <MapPoint
        name="spot"
        label="Wo genau steht der Baum?"
        center={{ lat: 51.32, lon: 12.01, zoom: 15 }}
        tiles={{ url: '/karte/{z}/{x}/{y}.png', attribution: 'Kartendaten © OpenStreetMap-Mitwirkende' }}
        words={words}
      />
      <Uploads words={words} />
      <Declaration name="true" text="Meine Angaben sind vollständig und richtig." />
      <Declaration
        name="consent"
        text="Ich möchte den Bescheid in mein Postfach bekommen."
        hint="Rufen Sie ihn innerhalb von 10 Tagen ab, sonst schicken wir einen Brief."
        error="Stimmen Sie zu oder wählen Sie den Brief"
      />
    </>
  )
}

function Uploads({ words }: SampleProps) {
  const files = [
    {
      id: 'a',
      name: 'Linde-vorn.jpg',
      size: '2,4 MB',
      href: '#a',
      state: { text: 'in Ordnung', tone: 'success' as const },
    },
    {
      id: 'b',
      name: 'Lageplan-Grundstück-Am-Mühlgraben-4a.pdf',
      size: '820 kB',
      state: { text: 'wird geprüft', tone: 'info' as const },
    },
    {
      id: 'c',
      name: 'Skizze.heic',
      size: '9,1 MB',
      state: { text: 'abgelehnt: Datei ist beschädigt', tone: 'danger' as const },
    },
  ]
  return (
    <>
      <Upload
        name="photos"
        label="Fotos von den Bäumen"
        hint="JPEG, PNG oder PDF, höchstens 10 MB je Datei"
        {...{ files, words }}
        accept="image/jpeg,image/png,.pdf"
        max={{ bytes: 10_000_000, text: '10 MB' }}
        multiple
      />
      <Upload name="sketch" label="Skizze" files={[]} error="Wählen Sie eine Skizze aus" words={words} />
    </>
  )
}
