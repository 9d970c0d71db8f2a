import { FieldGroup, type FieldProps } from '../field/field.tsx'
import { Part } from '../field/part.tsx'
import type { Words } from '../words/words.ts'

export interface MapPointProps extends Omit<FieldProps, 'value'> {
  value?: { lat?: string | undefined; lon?: string | undefined } | undefined
  errors?: { lat?: string | undefined; lon?: string | undefined } | undefined
  /** Where the map opens without a point. */
  center: { lat: number; lon: number; zoom: number }
  /** Tile server of the operator: address with {z}/{x}/{y} and the mark it must carry. Without: no map. */
  tiles?: { url: string; attribution: string } | undefined
  words: Words
}

/**
 * A point on the map. The page holds two plain fields; `map.js` puts a map above them (link `map.css` too).
 * Posted as `<name>.lat` and `<name>.lon` in degrees.
 */
export function MapPoint({ value = {}, errors = {}, center, tiles, words, ...field }: MapPointProps) {
  const { name } = field
  const wrong = field.error || errors.lat || errors.lon
  return (
    <FieldGroup {...field} focusable>
      {tiles && <MapFrame {...{ name, center, tiles, words }} />}
      <details class="th-map__fields" open={Boolean(wrong) || !tiles}>
        <summary>{words.map_coordinates}</summary>
        <div class="th-parts">
          {(['lat', 'lon'] as const).map(part => (
            <Part
              key={part}
              name={`${name}.${part}`}
              label={part === 'lat' ? words.map_latitude : words.map_longitude}
              value={value[part]}
              error={errors[part]}
              groupError={field.error ? { name, error: field.error } : undefined}
              width="th-width-20"
            />
          ))}
        </div>
      </details>
    </FieldGroup>
  )
}

// Hidden until the island has a map to show: without JavaScript nothing empty stands on the page.
function MapFrame({
  name,
  center,
  tiles,
  words,
}: Required<Pick<MapPointProps, 'name' | 'center' | 'tiles' | 'words'>>) {
  return (
    <div
      class="th-map"
      hidden
      data-island="map-point"
      data-name={name}
      data-tiles={tiles?.url}
      data-lat={center.lat}
      data-lon={center.lon}
      data-zoom={center.zoom}
      data-state-empty={words.map_state_empty}
      data-state-set={words.map_state_set}
    >
      <div class="th-map__canvas" role="application" aria-label={words.map_label} data-map-canvas />
      <div class="th-map__tools">
        <MapButton action="set" label={words.map_set} primary />
        <MapButton action="nearer" label={words.map_nearer} />
        <MapButton action="farther" label={words.map_farther} />
        <MapButton action="clear" label={words.map_clear} />
      </div>
      <p class="th-map__state" role="status" data-map-state />
      <p class="th-map__mark">{tiles?.attribution}</p>
    </div>
  )
}

function MapButton({ action, label, primary }: { action: string; label: string; primary?: boolean }) {
  return (
    <button
      type="button"
      class={`kern-btn kern-btn--${primary ? 'secondary' : 'tertiary'}`}
      data-map-action={action}
    >
      <span class="kern-label">{label}</span>
    </button>
  )
}
