import type { Language } from '#core/i18n/languages.ts'
import { messages } from '../messages.ts'
import type { OfferedService } from './offered-services.ts'

export interface Sector {
  /** Folder of the catalogue: also the anchor in the list. */
  readonly id: string
  readonly title: string
  readonly services: readonly OfferedService[]
}

const named = ['bauen-umwelt'] as const

/** The services by subject, each subject under its name; what has none stands last. */
export function groupBySector(services: readonly OfferedService[], language: Language): Sector[] {
  const t = messages.in(language)
  const groups = Map.groupBy(services, one => sectorOf(one.sector))
  const titled = [...groups].map(([id, group]) => ({ id, title: t(`sector.${id}`), services: group }))
  return titled.sort(
    (left, right) => order(left) - order(right) || left.title.localeCompare(right.title, 'de'),
  )
}

const order = ({ id }: Sector) => (id === 'other' ? 1 : 0)

function sectorOf(folder: string): (typeof named)[number] | 'other' {
  return named.find(one => one === folder) ?? 'other'
}
