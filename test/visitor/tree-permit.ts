import path from 'node:path'
import { loadCatalogue, type PublishedPackage } from '#modules/catalogue/index.ts'
import { inYears, type Journey } from './walk.ts'

/** The tree permit in Leuna with the parameters of the package, along one of its walks. */
export async function treePermit(name = 'ines-hartwig-kiefer'): Promise<Journey> {
  const packages = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  const found = packages.find(one => one.id === 'baumfaellung')!
  const written = found.walks.find(one => one.name === name)!
  const walk = inYears(written, new Date().toISOString().slice(0, 10))
  const defaults = Object.entries(found.service.parameters ?? {}).map(([key, one]) => [key, one.default])
  return { package: found as PublishedPackage, walk, param: Object.fromEntries(defaults), portal: 'leuna' }
}
