import {
  type Answers,
  type CompiledField,
  compileExpression,
  compileFlow,
  type Feel,
  type Field,
  type FieldState,
  type Flow,
  type FlowLibrary,
  type FormDefinition,
  type Lookup,
  type OpenFlow,
  openFlow,
  type Program,
  type Text,
} from '#flow/index.ts'
import { type Matter, noticeNames } from '../notice/matter.ts'

/** Page and section of the form that the flow engine sees; people see neither. */
export const decisionPage = 'decision'
const unseen: Text = { de: '-', 'de-leicht': '-', en: '-' }

/** Some fields of a decision, opened with what is entered: what the field components take. */
export interface OpenedFields {
  readonly flow: Flow
  readonly open: OpenFlow
}

/** The visible fields, in order. */
export function fieldsOf(opened: OpenedFields | undefined): readonly FieldState[] {
  return opened?.open.page(decisionPage)?.fields ?? []
}

/**
 * Opens fields of a decision with the flow engine. Their expressions name each other and, through `lookup`, all that
 * a notice may name; such names are for the engine computed values whose programs look outside.
 *
 * @param around `alias`: a further name that `lookup` knows, such as `tree`
 */
export function openFields(
  fields: readonly Field[],
  answers: Answers,
  around: { matter: Matter; lookup: Lookup; alias?: string | undefined },
): OpenedFields | undefined {
  if (fields.length === 0) return undefined
  const { matter, lookup, alias } = around
  const compiled = compileOnce(fields, matter.package.flow.library)
  const names = [...noticeNames(matter.package), ...(alias ? [alias] : [])]
  const outside = names
    .filter(name => !compiled.fieldById.has(name))
    .map(name => [name, { source: name, names: [], run: () => lookup(name) ?? null }] as const)
  const flow: Flow = { ...compiled, computed: new Map<string, Program>(outside) }
  return { flow, open: openFlow(flow, answers, contextOf(matter)) }
}

export function contextOf(matter: Matter): {
  today: string
  param: Readonly<Record<string, unknown>>
} {
  return { today: matter.today, param: matter.open.lookup('param') as Readonly<Record<string, unknown>> }
}

const compiledOnce = new WeakMap<readonly Field[], Flow>()

function compileOnce(fields: readonly Field[], library: FlowLibrary): Flow {
  const known = compiledOnce.get(fields) ?? compileDecisionFields(fields, library)
  compiledOnce.set(fields, known)
  return known
}

/**
 * The engine compiles a form whose names are all its own. So it gets the fields without their expressions, which are
 * then put in as those of a notice are: `torhaus check` has held them against the names of the whole service.
 */
function compileDecisionFields(fields: readonly Field[], library: FlowLibrary): Flow {
  const form: FormDefinition = {
    format: 'torhaus/form/1',
    sections: [{ id: decisionPage, title: unseen }],
    pages: [{ id: decisionPage, section: decisionPage, title: unseen, fields: fields.map(bare) }],
  }
  const result = compileFlow(form, library)
  if ('faults' in result) {
    const told = result.faults.map(fault => `${fault.path.join('.')}: ${fault.message}`)
    throw new Error(`fields of a decision have faults: ${told.join('; ')}`)
  }
  const { flow } = result
  const whole = flow.pages[0]!.fields.map((compiled, index) => withExpressions(compiled, fields[index]!))
  const page = { ...flow.pages[0]!, fields: whole }
  return {
    ...flow,
    pages: [page],
    pageById: new Map([[page.id, page]]),
    fieldById: new Map(whole.map(field => [field.id, field])),
  }
}

function bare(field: Field): Field {
  const {
    when: _,
    default: __,
    required: ___,
    min_date,
    max_date,
    rules,
    hint,
    why,
    example,
    ...rest
  } = field
  return { ...rest, label: unseen, options: field.options?.map(({ when: ____, ...option }) => option) }
}

function withExpressions(compiled: CompiledField, field: Field): CompiledField {
  const optional = (source: Feel | undefined) =>
    source === undefined ? undefined : compileExpression(source)
  const { required = field.type !== 'info' } = field
  return {
    ...compiled,
    field,
    when: optional(field.when),
    required: typeof required === 'boolean' ? required : compileExpression(required),
    initial: optional(field.default),
    minDate: optional(field.min_date),
    maxDate: optional(field.max_date),
    rules: (field.rules ?? []).map(rule => ({ ...rule, program: compileExpression(rule.check) })),
    options: new Map(
      [...compiled.options].map(([value, option]) => {
        const shownWhen = optional(field.options?.find(one => one.value === value)?.when)
        return [value, { ...option, shownWhen }]
      }),
    ),
  }
}
