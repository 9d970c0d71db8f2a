// Linked only by pages with a map (together with map.css). Without it people type an address or coordinates.
import { showMap } from './islands/map-point.ts'

for (const frame of document.querySelectorAll<HTMLElement>('[data-island="map-point"]')) showMap(frame)
