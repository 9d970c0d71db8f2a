import { basename, join, resolve } from 'node:path'
import { compileFlow, type FormDefinition } from '#flow/index.ts'
import { caseNames } from './check-expressions.ts'
import { checkNotices } from './check-notices.ts'
import {
  type CheckReport,
  type FaultLang,
  makeReporter,
  type Reporter,
  reportFlowFaults,
} from './check-report.ts'
import { checkSchema, loadSchemas, type SchemaName, type Schemas } from './check-schema.ts'
import { checkChecks, checkService, checkServiceExpressions } from './check-service.ts'
import { checkWalks } from './check-walks.ts'
import type { ServiceDefinition } from './load-format.ts'
import { type Library, loadLibrary } from './load-library.ts'
import {
  findCatalogue,
  findPackages,
  type PackageFile,
  type PackageFiles,
  readPackageFiles,
} from './package-files.ts'

/**
 * Checks every service below a folder (a catalogue, a sector or one service), with its blocks and code lists.
 * Nothing is thrown for a faulty package: each fault comes with file, line and remedy.
 *
 *     const { packages, errors } = await checkPackages('catalogue')
 */
export async function checkPackages(path: string, lang: FaultLang = 'en'): Promise<CheckReport> {
  const dir = resolve(path)
  const root = await findCatalogue(dir)
  const reporter = makeReporter(root, lang)
  const around = { schemas: await loadSchemas(), reporter, library: await loadLibrary(root), lang }
  const isFit = checkLibrary(around)
  const packages = await findPackages(dir)
  for (const one of packages) await checkPackage(await readPackageFiles(one), { ...around, isFit })
  return { packages: packages.length, errors: reporter.errors, warnings: reporter.warnings }
}

interface Around {
  readonly schemas: Schemas
  readonly reporter: Reporter
  readonly library: Library
  readonly lang: FaultLang
}

/** Whether all blocks and code lists keep to their schemas; forms are compiled only then. */
function checkLibrary(around: Around): boolean {
  const { library, reporter } = around
  const check = (file: PackageFile, name: SchemaName) => {
    const isFit = checkSchema(file, name, around)
    const id = (file.data as { id?: unknown } | undefined)?.id
    const expected = basename(file.file, '.yaml')
    if (isFit && id !== expected)
      reporter.error('file_name', { file, path: ['id'] }, { id: String(id), file: expected })
    return isFit
  }
  const blocks = library.blockFiles.map(file => check(file, 'block'))
  const codelists = library.codelistFiles.map(file => check(file, 'codelist'))
  return [...blocks, ...codelists].every(Boolean)
}

async function checkPackage(files: PackageFiles, around: Around & { isFit: boolean }): Promise<void> {
  const { reporter, library } = around
  const { service, form } = files
  for (const [name, file] of Object.entries({ 'service.yaml': service, 'form.yaml': form })) {
    if (!file) reporter.missing(join(files.dir, name), { file: name })
  }
  const fits = (file: PackageFile | undefined, name: SchemaName) =>
    file !== undefined && checkSchema(file, name, around)
  const serviceFits = fits(service, 'service')
  const formFits = fits(form, 'form')
  const checksFit = fits(files.checks, 'checks')
  const noticesFit = [
    ...files.notices.map(file => fits(file, 'notice')),
    !files.noticeBlocks || fits(files.noticeBlocks, 'notice-blocks'),
  ].every(Boolean)
  const walksFit = files.walks.map(file => fits(file, 'walk')).every(Boolean)
  if (service && serviceFits) checkService(service, { files, root: library.root, reporter })
  if (!service || !form || !serviceFits || !formFits || !around.isFit) return

  const definition = service.data as ServiceDefinition
  const compiled = compileFlow(form.data as FormDefinition, {
    ...library,
    parameters: definition.parameters ?? {},
  })
  const faults = [...('faults' in compiled ? compiled.faults : []), ...compiled.warnings]
  reportFlowFaults(faults, { form, blocks: library.blockFiles, reporter })
  if (!('flow' in compiled)) return
  const { flow } = compiled
  checkServiceExpressions(service, flow.names, reporter)
  if (files.checks && checksFit) checkChecks(files.checks, { service: definition, flow, reporter })
  if (noticesFit) checkNotices(files, { names: caseNames(flow.names), reporter })
  if (walksFit) checkWalks(files.walks, form, { service: definition, flow, reporter, lang: around.lang })
}
