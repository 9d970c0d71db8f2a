import { closest } from './closest.ts'
import { inferComparison } from './infer-comparison.ts'
import { inferFilter, inferIteration } from './infer-iteration.ts'
import { FUNCTIONS, REFUSED_FUNCTIONS } from './names.ts'
import { childrenOf, type FeelNode } from './parse.ts'
import { type At, checkOption, inferAll, isValue, report, textOf } from './place.ts'
import { ANY, BOOLEAN, commonShape, DATE, listOf, NUMBER, type Shape, TEXT } from './shape.ts'

/** Walks an expression by its scopes, reports what cannot be right, and yields the shape of its value. */
export function inferShape(node: FeelNode, at: At): Shape {
  switch (node.name) {
    case 'NumericLiteral':
      return NUMBER
    case 'BooleanLiteral':
      return BOOLEAN
    case 'StringLiteral':
      return { kind: 'text', exact: textOf(at, node).slice(1, -1) }
    case 'null':
      return { kind: 'null' }
    case 'VariableName':
      return inferName(node, at)
    case 'PathExpression':
      return inferPath(node, at)
    case 'FilterExpression':
      return inferFilter(node, at)
    case 'QuantifiedExpression':
    case 'ForExpression':
      return inferIteration(node, at)
    case 'FunctionInvocation':
      return inferCall(node, at)
    case 'Comparison':
      return inferComparison(node, at)
    case 'Conjunction':
    case 'Disjunction':
      return inferLogic(node, at)
    case 'IfExpression':
      return inferIf(node, at)
    case 'ArithmeticExpression':
      return inferArithmetic(node, at)
    case 'List':
      return listOf(inferAll(node, at).reduce((a, b) => commonShape(a, b), { kind: 'null' }))
    case 'Context':
      return inferContext(node, at)
    case 'DateTimeLiteral':
      return inferDateLiteral(node, at)
    case 'InstanceOfExpression':
      inferShape(node.firstChild!, at)
      return BOOLEAN
    case 'FunctionDefinition':
      return report(at, node, { code: 'feel_function_definition' })
    case 'ParenthesizedExpression':
      return inferAll(node, at)[0] ?? ANY
    default:
      inferAll(node, at)
      return ANY
  }
}

function inferName(node: FeelNode, at: At): Shape {
  const name = textOf(at, node)
  const local = at.locals.get(name)
  if (local) return local
  const shape = at.inference.lookup(name)
  if (!shape) return report(at, node, { code: 'feel_unknown_name', name, near: nearest(name, at) })
  at.inference.free(name, node)
  return shape
}

function inferPath(node: FeelNode, at: At): Shape {
  const [target, , entry] = childrenOf(node)
  if (!target || !entry) return ANY
  return entryOf(inferShape(target, at), entry, at)
}

function entryOf(shape: Shape, entry: FeelNode, at: At): Shape {
  const name = textOf(at, entry)
  if (shape.kind === 'list') return listOf(entryOf(shape.of, entry, at))
  if (shape.kind === 'any' || shape.kind === 'null') return ANY
  if (shape.kind === 'context') {
    const found = shape.entries.get(name) ?? shape.keyed
    return (
      found ??
      report(at, entry, { code: 'feel_unknown_entry', name, near: closest(name, [...shape.entries.keys()]) })
    )
  }
  if (['date', 'time', 'duration'].includes(shape.kind) && /^[a-z]+$/.test(name)) return NUMBER
  return report(at, entry, { code: 'feel_no_entries', name })
}

function inferCall(node: FeelNode, at: At): Shape {
  const [callee, ...rest] = childrenOf(node)
  if (!callee) return ANY
  const name = textOf(at, callee)
  const args = rest
    .filter(child => child.name.endsWith('Parameters'))
    .flatMap(child =>
      childrenOf(child).flatMap(one =>
        one.name === 'NamedParameter' ? inferAll(one, at) : isValue(one) ? [inferShape(one, at)] : [],
      ),
    )
  if (REFUSED_FUNCTIONS.includes(name)) return report(at, callee, { code: 'feel_refused_function', name })
  const result = FUNCTIONS[name]
  if (!result || !Object.hasOwn(FUNCTIONS, name)) {
    return report(at, callee, {
      code: 'feel_unknown_function',
      name,
      near: closest(name, Object.keys(FUNCTIONS)),
    })
  }
  const [first, second] = args
  if (name === 'get value' && first?.kind === 'context') return first.keyed ?? ANY
  if (name === 'list contains' && first?.kind === 'list' && second)
    checkOption(first.of, second, { node, at })
  return { kind: result }
}

function inferLogic(node: FeelNode, at: At): Shape {
  for (const child of childrenOf(node).filter(isValue)) {
    const shape = inferShape(child, at)
    if (!['boolean', 'any', 'null'].includes(shape.kind)) report(at, child, { code: 'feel_not_boolean' })
  }
  return BOOLEAN
}

function inferIf(node: FeelNode, at: At): Shape {
  const [condition, yes, no] = inferAll(node, at)
  if (condition && !['boolean', 'any', 'null'].includes(condition.kind))
    report(at, node, { code: 'feel_not_boolean' })
  return yes && no ? commonShape(yes, no) : ANY
}

function inferArithmetic(node: FeelNode, at: At): Shape {
  const [a, b] = inferAll(node, at)
  if (a?.kind === 'number' && (!b || b.kind === 'number')) return NUMBER
  if (a?.kind === 'text' && b?.kind === 'text') return TEXT
  if (a?.kind === 'date' && b?.kind === 'duration') return DATE
  if (a?.kind === 'date' && b?.kind === 'date') return { kind: 'duration' }
  const wrong = (shape?: Shape) => shape && ['boolean', 'context', 'list'].includes(shape.kind)
  const mixed = a && b && new Set([a.kind, b.kind]).has('text') && new Set([a.kind, b.kind]).has('number')
  return wrong(a) || wrong(b) || mixed ? report(at, node, { code: 'feel_cannot_calculate' }) : ANY
}

function inferContext(node: FeelNode, at: At): Shape {
  const entries = new Map<string, Shape>()
  for (const entry of childrenOf(node).filter(child => child.name === 'ContextEntry')) {
    const [key, value] = childrenOf(entry)
    if (!key || !value) continue
    const inner = { ...at, locals: new Map([...at.locals, ...entries]) }
    entries.set(textOf(at, key).replace(/^"|"$/g, ''), inferShape(value, inner))
  }
  return { kind: 'context', entries }
}

function inferDateLiteral(node: FeelNode, at: At): Shape {
  const [builder, ...rest] = childrenOf(node)
  for (const child of rest) inferAll(child, at)
  const name = builder ? textOf(at, builder) : ''
  return name === 'date' || name === 'time' || name === 'duration' ? { kind: name } : ANY
}

function nearest(name: string, at: At): string {
  return closest(name, [...at.locals.keys(), ...at.inference.known])
}
