import type { Params } from './routes.ts'

/** UUIDs that name no object: the browser itself makes the id of a new entry, inside of a draft that is its own. */
const notObjects = ['item']

/** Whoever knows it is its owner. */
export const secrets = ['token']

/** Parameters by which a path names an object that belongs to somebody. */
export function objectsIn(params: Params): string[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const isId = /^[0-9a-f-]{36}$/.test(value) || /^[\w-]{32,}$/.test(value) || name === 'tenant'
    return isId && !notObjects.includes(name) ? [name] : []
  })
}

/** What is nobody's: well formed, and never given out. */
export function unknownFor(name: string, value: string): string {
  if (name === 'tenant') return 'schkopau'
  return value
    .replaceAll(/[0-9a-zA-Z]/g, sign => (/\d/.test(sign) ? '7' : /[a-f]/.test(sign) ? 'b' : sign))
    .replace(/^(.{14})7/, '$17')
}
