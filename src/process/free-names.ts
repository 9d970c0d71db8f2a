import { parseExpression } from 'feelin'

interface Names {
  names: string[]
  calls: string[]
}

/**
 * Variables an expression reads and functions it calls; `undefined` if it is no FEEL.
 * Names bound inside (`some x in …`) may be among them; a parameter of that name does no harm.
 */
export function freeNames(text: string): Names | undefined {
  const names = new Set<string>()
  const calls = new Set<string>()
  const tree = parseExpression(text, {}, undefined)
  let broken = text === ''
  tree.iterate({
    enter(node) {
      if (node.type.isError) broken = true
      if (node.name !== 'VariableName') return
      const name = text.slice(node.from, node.to)
      const called = node.node.parent?.name === 'FunctionInvocation' && node.node.parent.from === node.from
      if (called) calls.add(name)
      else if (isWord(name)) names.add(name)
      else broken = true
    },
  })
  if (broken) return undefined
  return { names: [...names], calls: [...calls].map(plain) }
}

// Names of several words depend on what else is defined; ours are single words, so a typing error shows.
function isWord(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}
