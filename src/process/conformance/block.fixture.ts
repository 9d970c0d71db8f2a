import fc from 'fast-check'

/** Well-nested piece of a process; random ones are drawn as BPMN for two engines. */
export type Block =
  | { kind: 'task' | 'manual' | 'pass' }
  | { kind: 'seq'; blocks: Block[] }
  | { kind: 'xor' | 'and' | 'or'; blocks: Block[] }
  | { kind: 'repeat' | 'sub' | 'sub-terminate' | 'guarded' | 'beside'; block: Block }

type One = 'repeat' | 'sub' | 'sub-terminate' | 'guarded' | 'beside'
type Many = 'seq' | 'xor' | 'and' | 'or'

/**
 * `quiet` blocks leave nothing running when they are done: a sub-process around them adds nothing, and a
 * loop does not open the same task twice at once, which bpmn-engine would do one after the other.
 */
export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; quiet: Block }>(tie => {
  const leaf = (kind: 'task' | 'manual' | 'pass') => fc.record({ kind: fc.constant(kind) })
  const one = (kind: One, inner: fc.Arbitrary<Block>) => fc.record({ kind: fc.constant(kind), block: inner })
  const many = (kind: Many, inner: fc.Arbitrary<Block>) =>
    fc.record({ kind: fc.constant(kind), blocks: fc.array(inner, { minLength: 2, maxLength: 3 }) })
  const limits = { depthSize: 'small', maxDepth: 4, withCrossShrink: true } as const
  const grown = (inner: fc.Arbitrary<Block>, ...more: fc.Arbitrary<Block>[]): fc.Arbitrary<Block> =>
    fc.oneof(
      limits,
      leaf('task'),
      leaf('manual'),
      leaf('pass'),
      many('seq', inner),
      many('xor', inner),
      many('and', tie('quiet')),
      many('or', tie('quiet')),
      one('repeat', tie('quiet')),
      one('sub', inner),
      one('sub-terminate', inner),
      one('guarded', inner),
      ...more,
    )
  return { block: grown(tie('block'), one('beside', tie('block'))), quiet: grown(tie('quiet')) }
}).block

/** Number of answers that conditions may ask for: `choice.c0` … */
export const choices = 4

/** How an engine wants to be drawn for. */
export interface Dialect {
  readonly condition: (index: number) => string
  /**
   * bpmn-engine sends word along a way that is not taken, and its joins take the word for a token: a join
   * may go on too early, or wait for ever. Forks, and their ways if they hold more than a task, are therefore
   * drawn inside sub-processes for it, and ways of which only some are taken are not joined but end in
   * theirs: BPMN gives both the same meaning.
   */
  readonly sheltered: boolean
}

/** BPMN of a block between a start and an end. */
export function toBpmn(root: Block, dialect: Dialect): string {
  const drawer = new Drawer(dialect)
  drawer.scope(root, 'end')
  const messages = drawer.messages.map(id => `<message id="${id}" name="${id}" />`).join('')
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:torhaus="urn:torhaus:process:1"
    id="definitions" targetNamespace="x"><process id="p" isExecutable="true">${drawer.xml}</process>${messages}</definitions>`
}

const gateways = { xor: 'exclusiveGateway', and: 'parallelGateway', or: 'inclusiveGateway' }

class Drawer {
  xml = ''
  readonly messages: string[] = []
  readonly #dialect: Dialect
  #count = 0

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  scope(root: Block, end: 'end' | 'terminate'): void {
    const start = this.#element('startEvent', 's')
    const last = this.#draw(root, start)
    const inside = end === 'terminate' ? '<terminateEventDefinition />' : ''
    this.#flow(last, this.#element('endEvent', 'e', { inside }))
  }

  /** Draws a block after a node and gives the node that comes last. */
  #draw(part: Block, from: string): string {
    switch (part.kind) {
      case 'task':
      case 'manual':
      case 'pass':
        return this.#after(from, this.#leaf(part.kind))
      case 'seq':
        return part.blocks.reduce((last, each) => this.#draw(each, last), from)
      case 'repeat':
        return this.#repeat(part.block, from)
      case 'sub':
        return this.#after(from, this.#sub(part.block, 'end'))
      case 'sub-terminate':
        return this.#after(from, this.#sub(part.block, 'terminate'))
      case 'guarded':
        return this.#guarded(part.block, from, true)
      case 'beside':
        return this.#guarded(part.block, from, false)
      default:
        return this.#fork(part, from)
    }
  }

  #leaf(kind: 'task' | 'manual' | 'pass'): string {
    const tags = { task: 'userTask', manual: 'manualTask', pass: 'intermediateThrowEvent' }
    return this.#element(tags[kind], 't', { attributes: kind === 'pass' ? '' : 'torhaus:role="clerk"' })
  }

  #sub(inner: Block, end: 'end' | 'terminate'): string {
    return this.#element('subProcess', 'u', { inside: this.#apart(() => this.scope(inner, end)) })
  }

  /** What is drawn meanwhile, on a sheet of its own. */
  #apart(draw: () => void): string {
    const before = this.xml
    this.xml = ''
    draw()
    const drawn = this.xml
    this.xml = before
    return drawn
  }

  /** A task with a message event on it; the ways meet again, or the second one ends by itself. */
  #guarded(inner: Block, from: string, interrupting: boolean): string {
    const host = this.#after(from, this.#leaf('task'))
    const message = `m${this.#count}`
    const inside = `<messageEventDefinition messageRef="${message}" />`
    const attributes = `attachedToRef="${host}" cancelActivity="${interrupting}"`
    const event = this.#element('boundaryEvent', 'b', { attributes, inside })
    this.messages.push(message)
    const last = this.#draw(inner, event)
    if (!interrupting) {
      this.#flow(last, this.#element('endEvent', 'e'))
      return host
    }
    const meet = this.#element('exclusiveGateway', 'x')
    this.#flow(last, meet)
    return this.#after(host, meet)
  }

  /** Once more while the answer is yes; the task in it makes each round wait. */
  #repeat(inner: Block, from: string): string {
    const meet = this.#after(from, this.#element('exclusiveGateway', 'x'))
    const last = this.#draw({ kind: 'seq', blocks: [inner, { kind: 'task' }] }, meet)
    const out = `x${this.#count + 1}`
    const gate = this.#after(
      last,
      this.#element('exclusiveGateway', 'x', { attributes: `default="${out}_out"` }),
    )
    this.#flow(gate, meet, { condition: this.#dialect.condition(this.#count % choices) })
    const next = this.#element('intermediateThrowEvent', 't')
    this.#flow(gate, next, { id: `${gate}_out` })
    return next
  }

  #fork({ kind, blocks }: { kind: 'xor' | 'and' | 'or'; blocks: Block[] }, from: string): string {
    if (kind !== 'xor' && this.#dialect.sheltered) return this.#forkInside(kind, blocks, from)
    const { fork, ends } = this.#ways(kind, blocks)
    this.#flow(from, fork)
    return this.#join(fork, kind, ends)
  }

  #join(fork: string, kind: 'xor' | 'and' | 'or', ends: string[]): string {
    const join = this.#named(`j${fork}`, gateways[kind])
    for (const end of ends) this.#flow(end, join)
    return join
  }

  #forkInside(kind: 'and' | 'or', blocks: Block[], from: string): string {
    let name = ''
    const inside = this.#apart(() => {
      const { fork, ends } = this.#ways(kind, blocks)
      name = `i${fork}`
      this.#flow(this.#named(`s${fork}`, 'startEvent'), fork)
      const last = kind === 'and' ? [this.#join(fork, kind, ends)] : ends
      for (const end of last) this.#flow(end, this.#named(`e${end}`, 'endEvent'))
    })
    return this.#after(from, this.#named(name, 'subProcess', { inside }))
  }

  #ways(kind: 'xor' | 'and' | 'or', blocks: Block[]): { fork: string; ends: string[] } {
    const name = `g${this.#count + 1}`
    const conditional = kind !== 'and'
    const fork = this.#element(gateways[kind], 'g', {
      attributes: conditional ? `default="${name}_else"` : '',
    })
    const ends = blocks.map((inner, index) => {
      const isDefault = conditional && index === blocks.length - 1
      const condition =
        conditional && !isDefault ? this.#dialect.condition((this.#count + index) % choices) : undefined
      const begin = this.#element('intermediateThrowEvent', 't')
      this.#flow(fork, begin, { condition, id: isDefault ? `${name}_else` : undefined })
      return kind === 'and' && this.#dialect.sheltered
        ? this.#shelter(inner, begin)
        : this.#draw(inner, begin)
    })
    return { fork, ends }
  }

  #shelter(inner: Block, from: string): string {
    if (inner.kind === 'task' || inner.kind === 'manual' || inner.kind === 'pass')
      return this.#draw(inner, from)
    const inside = this.#apart(() => {
      const last = this.#draw(inner, this.#named(`s${from}`, 'startEvent'))
      this.#flow(last, this.#named(`e${from}`, 'endEvent'))
    })
    return this.#after(from, this.#named(`u${from}`, 'subProcess', { inside }))
  }

  #after(from: string, to: string): string {
    this.#flow(from, to)
    return to
  }

  #element(tag: string, letter: string, more: { attributes?: string; inside?: string } = {}): string {
    this.#count += 1
    return this.#named(`${letter}${this.#count}`, tag, more)
  }

  #named(id: string, tag: string, more: { attributes?: string; inside?: string } = {}): string {
    this.xml += `<${tag} id="${id}" ${more.attributes ?? ''}>${more.inside ?? ''}</${tag}>`
    return id
  }

  #flow(
    from: string,
    to: string,
    more: { condition?: string | undefined; id?: string | undefined } = {},
  ): void {
    const { condition, id = `${from}_${to}` } = more
    const inside = condition ? `<conditionExpression>${condition}</conditionExpression>` : ''
    this.xml += `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`
  }
}
