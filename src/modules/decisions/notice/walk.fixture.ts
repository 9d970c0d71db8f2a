import path from 'node:path'
import type { NoticeLetter } from '#core/letters/index.ts'
import { type Answers, openFlow } from '#flow/index.ts'
import type { WalkDefinition } from '#modules/catalogue/index.ts'
import { loadCatalogue, type ServicePackage } from '#modules/catalogue/index.ts'
import type { Decision } from '../model.ts'
import type { NoticeFrame } from './compose-notice.ts'
import type { Matter } from './matter.ts'

type Package = Awaited<ReturnType<typeof loadCatalogue>>[number]

/** The packages of the catalogue, as they lie on disk. */
export function loadPackages(): Promise<Package[]> {
  return loadCatalogue(path.join(import.meta.dirname, '../../../../catalogue'))
}

/** The walk's answers as they would be stored: items get ids, files stand for uploads. */
export function answersOfWalk(walk: WalkDefinition): Answers {
  const answers = structuredClone(Object.assign({}, ...Object.values(walk.answers)))
  for (const value of Object.values(answers)) {
    if (!Array.isArray(value)) continue
    value.forEach((item, index) => {
      if (typeof item === 'object') item._id = `item-${index + 1}`
    })
  }
  for (const [place, files] of Object.entries(walk.uploads ?? {})) {
    const uploaded = files.map(({ name }, index) => ({
      document: `${place}-${index}`,
      name,
      bytes: 1000,
      type: 'application/pdf',
    }))
    const [group = '', index, field = ''] = place.split('.')
    if (index === undefined) answers[place] = uploaded
    else answers[group][Number(index)][field] = uploaded
  }
  return answers
}

/** The walk's decision in the form in which it would be stored. */
export function decisionOfWalk(walk: WalkDefinition): Decision {
  return { conditions: [], reasons: [], hints: [], ...walk.decision } as Decision
}

/** A walk tells the day of the application; it is decided once all that the office did (`…_on`) has happened. */
function dayOfDecision({ today, decision }: WalkDefinition): string {
  const done = Object.entries(decision ?? {}).flatMap(([id, value]) =>
    id.endsWith('_on') ? [String(value)] : [],
  )
  return [today, ...done].sort().at(-1)!
}

/** Ines Hartwig's town hall stands for each; only what the application says differs. */
export function matterOfWalk(pack: ServicePackage | Package, walk: WalkDefinition): Matter {
  const open = openFlow(pack.flow, answersOfWalk(walk), { today: walk.today, param: walk.param ?? {} })
  return {
    package: pack,
    open,
    fileNumber: 'LEU-2026-00012',
    submittedOn: walk.today,
    today: dayOfDecision(walk),
    authority: {
      name: 'Stadt Leuna',
      office: 'Fachbereich Ordnung und Umwelt',
      street: 'Rathausstraße',
      house_number: '1',
      postcode: '06237',
      town: 'Leuna',
    },
  }
}

export function frameOf(matter: Matter): NoticeFrame {
  return {
    created: new Date(`${matter.today}T10:00:00Z`),
    isDraft: false,
    head: {
      authority: 'Stadt Leuna',
      office: 'Ordnung und Umwelt',
      address: ['Rathausstraße 1', '06237 Leuna'],
    },
    authority: { state: 'ST', ars: '150880205205', objectionTo: 'Stadt Leuna, Rathausstraße 1, 06237 Leuna' },
    recipient: ['Ines Hartwig', 'Rathausstraße 14', '06237 Leuna'],
    contact: { name: 'Jonas Weber', phone: '030 23125 111' },
    signer: 'Jonas Weber',
  }
}

/** All words of a letter in order, one line each. */
export function textOf(letter: NoticeLetter): string {
  const words = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (Array.isArray(value)) return value.flatMap(words)
    if (typeof value !== 'object' || value === null || value instanceof Date) return []
    return Object.entries(value).flatMap(([key, inner]) => (key === 'kind' ? [] : words(inner)))
  }
  const { kind, language: _, head: __, ...rest } = letter
  return [kind, ...words(rest)].join('\n').replaceAll('\u00a0', ' ')
}
