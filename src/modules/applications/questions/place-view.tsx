import { assetUrl } from '#core/assets/index.ts'
import type { FieldState, Shown } from '#flow/index.ts'
import { AddressField, DateField, type FieldProps, MapPoint, ParcelField } from '#ui/index.ts'
import { type Asking, noteAt } from './asking.ts'

interface PartsViewProps {
  field: FieldState
  asking: Asking
  base: Omit<FieldProps, 'value'>
}

/** Where the map opens while nothing is known: the middle of Germany (Niederdorla). */
const middle = { lat: 51.16, lon: 10.45, zoom: 6 }

function partsOf<Part extends string>(shown: Shown, id: string, parts: readonly Part[]) {
  const entries = parts.map(part => [part, [shown[`${id}.${part}`] ?? ''].flat()[0]])
  return Object.fromEntries(entries) as Record<Part, string | undefined>
}

function errorsOf<Part extends string>(asking: Asking, id: string, parts: readonly Part[]) {
  const entries = parts.map(part => [part, noteAt(asking.errors, `${id}.${part}`)])
  return Object.fromEntries(entries) as Record<Part, string | undefined>
}

const dateParts = ['day', 'month', 'year'] as const

export function DateView({ field, asking, base }: PartsViewProps) {
  const errors = errorsOf(asking, field.id, dateParts)
  const wrong = dateParts.filter(part => errors[part])
  return (
    <DateField
      {...base}
      error={base.error ?? (wrong[0] && errors[wrong[0]])}
      invalid={base.error || wrong.length === 0 ? undefined : wrong}
      value={partsOf(asking.shown, field.id, dateParts)}
      birthday={field.compiled.field.autocomplete === 'bday'}
      words={asking.words}
    />
  )
}

const addressParts = ['street', 'house_number', 'addition', 'postcode', 'town'] as const

export function AddressView({ field, asking, base }: PartsViewProps) {
  return (
    <AddressField
      {...base}
      value={partsOf(asking.shown, field.id, addressParts)}
      errors={errorsOf(asking, field.id, addressParts)}
      own={field.compiled.field.autocomplete === 'street-address'}
      words={asking.words}
    />
  )
}

const parcelParts = ['district', 'field', 'numerator', 'denominator'] as const

export function ParcelView({ field, asking, base }: PartsViewProps) {
  return (
    <ParcelField
      {...base}
      value={partsOf(asking.shown, field.id, parcelParts)}
      errors={errorsOf(asking, field.id, parcelParts)}
      words={asking.words}
    />
  )
}

const pointParts = ['lat', 'lon'] as const

/** Two fields for the coordinates; with tiles of the operator and a script, a map above them. */
export function MapPointView({ field, asking, base }: PartsViewProps) {
  const { tileUrl, nonce, words, t } = asking
  return (
    <>
      {tileUrl && <link rel="stylesheet" href={assetUrl('map.css')} />}
      {tileUrl && <script type="module" src={assetUrl('map.js')} nonce={nonce} />}
      <MapPoint
        {...base}
        value={partsOf(asking.shown, field.id, pointParts)}
        errors={errorsOf(asking, field.id, pointParts)}
        center={middle}
        tiles={tileUrl ? { url: tileUrl, attribution: t('map.attribution') } : undefined}
        words={words}
      />
    </>
  )
}
