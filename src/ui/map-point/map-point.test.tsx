import { expect, test } from 'vitest'
import { faultsOf, htmlOf } from '../testing/check-html.ts'
import { uiWords } from '../words/words.ts'
import { MapPoint } from './map-point.tsx'

const spot = { name: 'spot', label: 'Wo?', center: { lat: 51.3, lon: 12, zoom: 15 }, words: uiWords('de') }
const tiles = { url: '/karte/{z}/{x}/{y}.png', attribution: '© OpenStreetMap' }

test('is accessible with and without map, with error', () => {
  expect(faultsOf(<MapPoint {...spot} />)).toEqual([])
  expect(faultsOf(<MapPoint {...spot} tiles={tiles} error="Setzen Sie einen Punkt" />)).toEqual([])
})

test('without tiles only the fields are there, open', () => {
  const html = htmlOf(<MapPoint {...spot} />)
  expect(html).not.toContain('data-island')
  expect(html).toMatch(/<details[^>]* open/)
  expect(html).toContain('name="spot.lat"')
})

test('the map stays hidden until the island shows it', () => {
  expect(htmlOf(<MapPoint {...spot} tiles={tiles} />)).toMatch(/<div class="th-map"[^>]* hidden/)
})
