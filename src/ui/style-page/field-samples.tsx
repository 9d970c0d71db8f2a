import { AddressField } from '../address-field/address-field.tsx'
import { Actions, Button } from '../button/button.tsx'
import { DateField } from '../date-field/date-field.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { Form } from '../form/form.tsx'
import { NumberField } from '../number-field/number-field.tsx'
import { ParcelField } from '../parcel-field/parcel-field.tsx'
import { SaveNote } from '../save-note/save-note.tsx'
import { LongTextField, TextField } from '../text-field/text-field.tsx'
import { TimeField } from '../time-field/time-field.tsx'
import { type SampleProps, Samples } from './sample.tsx'

const ERRORS = [
  { name: 'height', message: 'Die Höhe muss eine Zahl sein, zum Beispiel 12,5' },
  { name: 'felled', message: 'Geben Sie ein Datum nach dem 3. November 2026 ein' },
  { name: 'place.postcode', message: 'Die Postleitzahl muss fünf Ziffern haben, zum Beispiel 01234' },
]

export function FieldSamples({ words }: SampleProps) {
  return (
    <Samples title="Felder">
      <ErrorSummary title={words.errors_title} errors={ERRORS} />
      <Form action="#felder" sending={words.sending}>
        <TextField
          name="family_name"
          label="Nachname"
          autocomplete="family-name"
          spellcheck={false}
          value="Hartwig"
        />
        <TextField
          name="email"
          label="E-Mail-Adresse"
          type="email"
          hint="Zum Beispiel name@beispiel.de"
          why="Wir schreiben Ihnen, sobald es etwas Neues gibt."
          autocomplete="email"
        />
        <TextField name="company" label="Firma" optional={words.optional} />
        <NumberField name="trunk" label="Stammumfang" hint="Gemessen in 1 Meter Höhe" unit="cm" value="82" />
        <NumberField
          name="height"
          label="Höhe des Baums"
          unit="m"
          decimals
          value="zwölf"
          error={ERRORS[0]?.message}
        />
        <LongTextField name="reason" label="Warum soll der Baum weg?" value="Der Stamm ist hohl." />
        <DateField name="born" label="Geburtsdatum" hint="Zum Beispiel 27 3 1984" birthday words={words} />
        <DateField
          name="felled"
          label="Wann möchten Sie fällen?"
          value={{ day: '31', month: '2', year: '2026' }}
          error={ERRORS[1]?.message}
          words={words}
        />
        <TimeField name="call" label="Wann erreichen wir Sie?" hint="Zum Beispiel 14:30" />
        <AddressField name="home" label="Ihre Anschrift" own words={words} />
        <AddressField
          name="place"
          label="Wo steht der Baum?"
          value={{ street: 'Am Mühlgraben', house_number: '4a', postcode: '123', town: 'Musterau' }}
          errors={{ postcode: ERRORS[2]?.message }}
          words={words}
        />
        <ParcelField
          name="parcel"
          label="Flurstück"
          hint="Sie finden die Angaben im Grundbuch oder im Kaufvertrag."
          words={words}
        />
        <SaveNote savedAt="14:30" words={words} />
        <Actions>
          <Button>Weiter</Button>
        </Actions>
      </Form>
    </Samples>
  )
}
