import {
  divIcon,
  type LatLng,
  type Map as LeafletMap,
  latLng,
  type Marker,
  map,
  marker,
  tileLayer,
} from 'leaflet'

interface PointFields {
  lat: HTMLInputElement
  lon: HTMLInputElement
}

/**
 * Puts a map over the two coordinate fields and keeps them in step. Leaflet's own controls are off: they are
 * written as HTML text, which Trusted Types forbid, and they are signs without words. Ours are buttons.
 */
export function showMap(frame: HTMLElement): void {
  const canvas = frame.querySelector<HTMLElement>('[data-map-canvas]')
  const fields = findFields(frame)
  const tiles = frame.dataset.tiles
  if (!canvas || !fields || !tiles) return
  frame.hidden = false

  const start = readPoint(fields)
  const shown = map(canvas, { attributionControl: false, zoomControl: false })
  shown.setView(start ?? latLng(number(frame, 'lat'), number(frame, 'lon')), number(frame, 'zoom'))
  tileLayer(tiles, { maxZoom: 20 }).addTo(shown)
  const point = new Point(frame, fields, shown)
  point.move(start)

  shown.on('click', event => point.place(event.latlng))
  for (const field of [fields.lat, fields.lon])
    field.addEventListener('change', () => point.move(readPoint(fields)))
  frame.addEventListener('click', event => {
    const action = (event.target as Element).closest<HTMLElement>('[data-map-action]')?.dataset.mapAction
    if (action === 'set') point.place(shown.getCenter())
    if (action === 'nearer') shown.zoomIn()
    if (action === 'farther') shown.zoomOut()
    if (action === 'clear') point.clear()
  })
}

class Point {
  readonly #frame: HTMLElement
  readonly #fields: PointFields
  readonly #map: LeafletMap
  #marker: Marker | undefined

  constructor(frame: HTMLElement, fields: PointFields, shown: LeafletMap) {
    this.#frame = frame
    this.#fields = fields
    this.#map = shown
  }

  /** The person chose a place: it goes into the fields. Six digits are about ten centimetres. */
  place(at: LatLng): void {
    this.#fields.lat.value = at.lat.toFixed(6)
    this.#fields.lon.value = at.lng.toFixed(6)
    this.move(at)
    this.#fields.lat.dispatchEvent(new Event('input', { bubbles: true }))
  }

  clear(): void {
    this.#fields.lat.value = ''
    this.#fields.lon.value = ''
    this.move(undefined)
    this.#fields.lat.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** Shows the marker where the fields say. */
  move(at: LatLng | undefined): void {
    this.#marker?.remove()
    this.#marker = undefined
    this.#say(at)
    if (!at) return
    const pin = document.createElement('span')
    pin.className = 'th-map__pin'
    const icon = divIcon({ html: pin, className: '', iconSize: [32, 32], iconAnchor: [16, 38] })
    this.#marker = marker(at, { icon, draggable: true, keyboard: false }).addTo(this.#map)
    this.#marker.on('dragend', () => this.#marker && this.place(this.#marker.getLatLng()))
    if (!this.#map.getBounds().contains(at)) this.#map.setView(at)
  }

  #say(at: LatLng | undefined): void {
    const line = this.#frame.querySelector('[data-map-state]')
    const { stateEmpty = '', stateSet = '' } = this.#frame.dataset
    const text = at
      ? stateSet.replace('{lat}', at.lat.toFixed(6)).replace('{lon}', at.lng.toFixed(6))
      : stateEmpty
    if (line && line.textContent !== text) line.textContent = text
  }
}

function findFields(frame: HTMLElement): PointFields | undefined {
  const find = (part: string) =>
    document.querySelector<HTMLInputElement>(`[name="${CSS.escape(`${frame.dataset.name}.${part}`)}"]`)
  const lat = find('lat')
  const lon = find('lon')
  return lat && lon ? { lat, lon } : undefined
}

function readPoint({ lat, lon }: PointFields): LatLng | undefined {
  const read = (field: HTMLInputElement) => Number.parseFloat(field.value.replace(',', '.'))
  const [north, east] = [read(lat), read(lon)]
  const real = Math.abs(north) <= 90 && Math.abs(east) <= 180
  return real ? latLng(north, east) : undefined
}

function number(frame: HTMLElement, key: 'lat' | 'lon' | 'zoom'): number {
  return Number(frame.dataset[key])
}
