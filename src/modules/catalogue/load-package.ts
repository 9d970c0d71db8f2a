import { basename, dirname, resolve } from 'node:path'
import { CommandRefusal } from '#core/errors.ts'
import { compileFlow, type FormDefinition } from '#flow/index.ts'
import type { ChecksDefinition, ServiceDefinition, ServicePackage, WalkDefinition } from './load-format.ts'
import { type Library, loadLibrary } from './load-library.ts'
import { findPackages, type PackageFile, readPackageFiles } from './package-files.ts'

/** A package that cannot be used; `torhaus check` tells each fault with its line. */
export class PackageError extends CommandRefusal {
  override readonly name = 'PackageError'
}

/**
 * Reads one service from its folder and compiles its form.
 *
 *     const library = await loadLibrary('catalogue')
 *     const trees = await loadPackage('catalogue/bauen-umwelt/baumfaellung', library)
 *     openFlow(trees.flow, answers, { today, param })
 *
 * @throws {PackageError} when a file is missing or the form has faults
 */
export async function loadPackage(dir: string, library: Library): Promise<ServicePackage> {
  const files = await readPackageFiles(resolve(dir))
  const service = dataOf<ServiceDefinition>(files.service, `${dir}/service.yaml`)
  const form = dataOf<FormDefinition>(files.form, `${dir}/form.yaml`)
  const parameters = service.parameters ?? {}
  const compiled = compileFlow(form, { blocks: library.blocks, codelists: library.codelists, parameters })
  if ('faults' in compiled) {
    const told = compiled.faults.map(fault => `${fault.path.join('.')}: ${fault.message}`)
    throw new PackageError(`${dir} has faults (run torhaus check):\n${told.join('\n')}`)
  }
  return {
    id: files.id,
    version: service.version,
    dir: files.dir,
    sector: basename(dirname(files.dir)),
    service,
    form,
    flow: compiled.flow,
    checks: files.checks && dataOf<ChecksDefinition>(files.checks, files.checks.file),
    notices: Object.fromEntries(
      files.notices.map(file => [basename(file.file, '.yaml'), dataOf(file, file.file)]),
    ),
    noticeBlocks: files.noticeBlocks?.data,
    walks: files.walks.map(file => dataOf<WalkDefinition>(file, file.file)),
  }
}

/** Every service of a catalogue. */
export async function loadCatalogue(root: string): Promise<ServicePackage[]> {
  const library = await loadLibrary(resolve(root))
  const dirs = await findPackages(resolve(root))
  return Promise.all(dirs.map(dir => loadPackage(dir, library)))
}

function dataOf<T>(file: PackageFile | undefined, name: string): T {
  if (!file) throw new PackageError(`${name} is missing`)
  if (file.broken[0]) throw new PackageError(`${name}:${file.broken[0].line} ${file.broken[0].reason}`)
  return file.data as T
}
