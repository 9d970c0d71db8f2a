import { sums } from '../world/canary.ts'

/** Places where a page shows the canary as markup, or lets it end an attribute; with some signs around each. */
export function findRaw(body: string): string[] {
  const markup = body.matchAll(/.{0,40}<img src=x.{0,30}/gis)
  const quotes = body.matchAll(/.{0,40}"(?:>|&gt;)(?:<|&lt;)img src=x.{0,10}/gis)
  return [...markup, ...quotes].map(([around]) => around)
}

/** How often the canary stands there as text: escaped for HTML. */
export function countEscaped(body: string): number {
  return body.split('&lt;img src=x onerror=alert(1)').length - 1
}

/** Where something computed the sums in the canary, or swallowed the signs around them. */
export function findComputed(body: string): string[] {
  const tails = [...body.matchAll(/onerror=alert\(1\)(?:&gt;|>)(.{0,14})/gs)].map(([, tail = '']) => tail)
  return tails.filter(tail => !tail.startsWith('.jpg') && !tail.startsWith(sums))
}
