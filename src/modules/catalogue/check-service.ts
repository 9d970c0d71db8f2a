import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { closest, type Flow, type Names } from '#flow/index.ts'
import { caseNames, checkExpression, checkPlaceholders, type Naming, withAlias } from './check-expressions.ts'
import type { Reporter, Spot } from './check-report.ts'
import type { ChecksDefinition, ServiceDefinition } from './load-format.ts'
import type { PackageFile, PackageFiles, Path } from './package-files.ts'

export interface ServiceAround {
  readonly files: PackageFiles
  readonly root: string
  readonly reporter: Reporter
}

/** Names, references and parameters of service.yaml that a schema cannot see. */
export function checkService(file: PackageFile, around: ServiceAround): void {
  const { files, root, reporter } = around
  const service = file.data as ServiceDefinition
  const at = (...path: Path) => ({ file, path })
  if (service.id !== files.id) reporter.error('folder_name', at('id'), { id: service.id, folder: files.id })
  const drawn = [join(files.dir, 'process.bpmn'), join(root, 'processes', `${service.process}.bpmn`)]
  if (!drawn.some(existsSync)) reporter.error('unknown_process', at('process'), { process: service.process })
  const notices = files.notices.map(one => `notices/${basename(one.file)}`)
  service.outcomes.forEach((outcome, index) => {
    if (!notices.includes(outcome.notice))
      reporter.error('unknown_notice', at('outcomes', index, 'notice'), { notice: outcome.notice })
  })
  for (const notice of files.notices) {
    const isUsed = service.outcomes.some(outcome => outcome.notice === `notices/${basename(notice.file)}`)
    if (!isUsed) reporter.warn('outcome_without_decision', { file: notice, path: [] })
  }
  checkParameters(file, reporter)
}

function checkParameters(file: PackageFile, reporter: Reporter): void {
  for (const [name, parameter] of Object.entries((file.data as ServiceDefinition).parameters ?? {})) {
    const spot = { file, path: ['parameters', name] }
    const { type, default: value, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter
    if (value === undefined || value === null) reporter.error('parameter_without_default', spot, { name })
    else if (!FITS[type](value)) reporter.error('parameter_default', spot, { name, type })
    else if (typeof value === 'number' && (value < min || value > max))
      reporter.error('parameter_default', spot, { name, type: `${min}–${max}` })
  }
}

const FITS: Readonly<Record<string, (value: unknown) => boolean>> &
  Record<NonNullable<ServiceDefinition['parameters']>[string]['type'], (value: unknown) => boolean> = {
  number: value => typeof value === 'number',
  money: value => Number.isSafeInteger(value),
  text: value => typeof value === 'string',
  yesno: value => typeof value === 'boolean',
  codes: value => Array.isArray(value) && value.every(one => typeof one === 'string'),
  date_md: value => typeof value === 'string' && /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value),
}

/** Expressions and placeholders of service.yaml, once the form is known. */
export function checkServiceExpressions(file: PackageFile, names: Names, reporter: Reporter): void {
  const service = file.data as ServiceDefinition
  const naming = { names: caseNames(names), reporter }
  const feel = (source: unknown, ...path: Path) => checkExpression(source, { file, path }, naming)
  feel(service.clock?.days, 'clock', 'days')
  feel(service.clock?.when, 'clock', 'when')
  feel(service.fee?.cents, 'fee', 'cents')
  service.outcomes.forEach((outcome, index) => {
    feel(outcome.suggest, 'outcomes', index, 'suggest')
    feel(outcome.cosign, 'outcomes', index, 'cosign')
  })
  for (const [name, source] of Object.entries(service.bindings ?? {})) feel(source, 'bindings', name)
  // A service page knows the parameters, but no answers.
  const page = { names: new Map([...names].filter(([name]) => name === 'param')), reporter }
  for (const key of ['title', 'summary', 'facts', 'legal_basis', 'purpose'] as const)
    checkTexts(service[key], { file, path: [key] }, page)
  checkTexts(service.fee?.text, { file, path: ['fee', 'text'] }, page)
}

/** All texts at a place, however deep. */
function checkTexts(value: unknown, spot: Spot, naming: Naming): void {
  if (typeof value === 'string') checkPlaceholders(value, spot, naming)
  else if (typeof value === 'object' && value !== null) {
    for (const [step, one] of Object.entries(value)) {
      const path = [...spot.path, Array.isArray(value) ? Number(step) : step]
      checkTexts(one, { file: spot.file, path }, naming)
    }
  }
}

/** References and expressions of checks.yaml. */
export function checkChecks(
  file: PackageFile,
  around: { service: ServiceDefinition; flow: Flow; reporter: Reporter },
): void {
  const { groups, checks } = file.data as ChecksDefinition
  const { service, flow, reporter } = around
  const names = caseNames(flow.names)
  const ids = { groups: groups.map(group => group.id), outcomes: service.outcomes.map(outcome => outcome.id) }
  checks.forEach((check, index) => {
    const at = (...path: Path) => ({ file, path: ['checks', index, ...path] })
    if (checks.findIndex(one => one.id === check.id) < index)
      reporter.error('duplicate_id', at('id'), { id: check.id })
    if (!ids.groups.includes(check.group))
      reporter.error('unknown_group', at('group'), { group: check.group, groups: ids.groups.join(', ') })
    check.outcomes?.forEach((outcome, place) => {
      if (!ids.outcomes.includes(outcome))
        reporter.error('unknown_outcome', at('outcomes', place), {
          outcome,
          outcomes: ids.outcomes.join(', '),
        })
    })
    const fields = [...flow.fieldById.values()].flatMap(field => [
      field.id,
      ...field.items.map(item => item.id),
    ])
    check.evidence?.forEach((field, place) => {
      const known = [...fields, ...flow.computed.keys()]
      if (!known.includes(field))
        reporter.error('unknown_field', at('evidence', place), { field, near: closest(field, known) })
    })
    const naming = { names: check.each ? withAlias(names, check.each) : names, reporter }
    checkExpression(check.when, at('when'), naming)
    checkExpression(check.auto, at('auto'), naming)
    for (const key of ['question', 'help', 'because', 'request'] as const) {
      for (const [lang, text] of Object.entries(check[key] ?? {}))
        checkPlaceholders(text, at(key, lang), naming)
    }
  })
}
