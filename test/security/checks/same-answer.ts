import type { Seen } from '#test/visitor/browser.ts'
import type { Params } from '../table/routes.ts'

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Status, target and body without what differs in every answer: nonce, token, and the ids that were asked for. */
export function essence(seen: Seen, params: Params): string {
  const withoutIds = (text: string) =>
    Object.entries(params).reduce(
      (rest, [name, value]) => (value.length < 5 ? rest : rest.replaceAll(value, `:${name}`)),
      text,
    )
  const body = seen.body
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
    .replaceAll(/name="_csrf" value="[^"]*"/g, '_csrf')
  const type = seen.headers['content-type'] ?? ''
  const target = withoutIds(seen.location ?? '').replaceAll(uuid, ':id')
  return withoutIds(`${seen.status} ${target} ${type}\n${body}`)
}
