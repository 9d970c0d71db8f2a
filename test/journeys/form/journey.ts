import path from 'node:path'
import { type Filling, fillText, type Lang, openFlow, type Text } from '#flow/index.ts'
import { loadCatalogue, type PublishedPackage, type WalkDefinition } from '#modules/catalogue/index.ts'

/** A walk of a package as one person takes it: the same answers, in her language. */
export interface Journey {
  readonly package: PublishedPackage
  readonly walk: WalkDefinition
  readonly lang: Lang
  /** A text of the package as this person reads it. */
  say(text: Text, item?: Filling['item']): string
}

const catalogue = path.join(import.meta.dirname, '../../../catalogue')

/** @example const journey = await readJourney('ines-hartwig-kiefer', 'en') */
export async function readJourney(name: string, lang: Lang = 'de'): Promise<Journey> {
  const packages = await loadCatalogue(catalogue)
  const found = packages.find(one => one.walks.some(walk => walk.name === name))
  const walk = found?.walks.find(one => one.name === name)
  if (!found || !walk) throw new Error(`no package has a walk ${name}`)
  const { flow, service } = found
  const param = Object.fromEntries(
    Object.entries(service.parameters ?? {}).map(([key, one]) => [key, one.default]),
  )
  const open = openFlow(flow, {}, { today: walk.today, param })
  return {
    package: found as PublishedPackage,
    walk,
    lang,
    say: (text, item) => fillText(text, { flow, open, lang, item }),
  }
}
