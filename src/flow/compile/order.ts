import { analyseFeel, type Names } from '../feel/analyse.ts'
import { ANY, type Shape } from '../feel/shape.ts'
import type { FormDefinition } from '../format.ts'
import type { FaultList } from './faults.ts'

type Computed = NonNullable<FormDefinition['computed']>

/**
 * When each computed value is known: after the last question it looks at, directly or through others.
 * Circles are reported. Also yields the shapes of the computed values, which expressions may then use.
 */
export function orderComputed(
  computed: Computed,
  base: { names: Names; orders: ReadonlyMap<string, number> },
  faults: FaultList,
): { names: Map<string, Shape>; orders: Map<string, number>; sequence: string[] } {
  const names = new Map([...base.names, ...computed.map(one => [one.id, ANY] as const)])
  const orders = new Map(base.orders)
  const sequence: string[] = []
  const byId = new Map(computed.map((one, index) => [one.id, { ...one, index }]))
  const open: string[] = []

  const visit = (id: string): number => {
    const known = orders.get(id)
    const one = byId.get(id)
    if (known !== undefined || !one) return known ?? -1
    const origin = { path: ['computed', one.index, 'value'] }
    if (open.includes(id)) {
      faults.error('computed_circle', origin, { circle: [...open.slice(open.indexOf(id)), id].join(' → ') })
      return -1
    }
    open.push(id)
    const uses = analyseFeel(String(one.value), names).names
    const order = Math.max(-1, ...uses.map(visit))
    open.pop()
    names.set(id, analyseFeel(String(one.value), names).shape)
    orders.set(id, order)
    sequence.push(id)
    return order
  }
  for (const one of computed) visit(one.id)
  return { names, orders, sequence }
}
