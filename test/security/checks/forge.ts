import type { RawRequest, Seen } from '#test/visitor/browser.ts'
import type { OwnerForm } from '../table/owner-form.ts'
import { nameOf } from '../table/routes.ts'
import type { World } from '../world/build-world.ts'

/** What another site, or a page that knows no token, can make the browser of someone signed in send. */
interface Forgery {
  readonly name: string
  readonly make: (given: Given) => RawRequest
}
interface Given {
  readonly path: string
  readonly fields: OwnerForm['fields']
  readonly token: string
  readonly foreignToken: string
  readonly origin: string
}

const urlencoded = 'application/x-www-form-urlencoded'
const pairs = (fields: OwnerForm['fields']): [string, string][] =>
  Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
const encode = (fields: OwnerForm['fields'], token: string | undefined) =>
  new URLSearchParams([...(token === undefined ? [] : [['_csrf', token]]), ...pairs(fields)]).toString()

const post = (
  { path, fields, origin }: Given,
  {
    token,
    type = urlencoded,
    ...rest
  }: { token?: string; type?: string; origin?: string; site?: string; body?: string },
): RawRequest => ({
  method: 'POST',
  path,
  headers: {
    'content-type': type,
    origin: rest.origin ?? origin,
    ...(rest.site && { 'sec-fetch-site': rest.site }),
  },
  body: rest.body ?? encode(fields, token),
})

const multipart = (fields: OwnerForm['fields'], token: string | undefined): string =>
  [...pairs(fields), ...(token === undefined ? [] : [['_csrf', token]])]
    .map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .toSpliced(
      0,
      0,
      '--x\r\ncontent-disposition: form-data; name="photos"; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n',
    )
    .join('')
    .concat('--x--\r\n')

export const forgeries: readonly Forgery[] = [
  { name: 'without token', make: given => post(given, {}) },
  { name: 'with the token of another browser', make: given => post(given, { token: given.foreignToken }) },
  {
    name: 'with a token of its own making',
    make: given => post(given, { token: Buffer.alloc(64).toString('base64url') }),
  },
  {
    name: 'from a foreign origin',
    make: given => post(given, { token: given.token, origin: 'https://example.net' }),
  },
  { name: 'from a sandboxed frame', make: given => post(given, { token: given.token, origin: 'null' }) },
  { name: 'cross-site', make: given => post(given, { token: given.token, site: 'cross-site' }) },
  { name: 'from a sibling host', make: given => post(given, { token: given.token, site: 'same-site' }) },
  { name: 'as text/plain', make: given => post(given, { token: given.token, type: 'text/plain' }) },
  {
    name: 'as JSON',
    make: given => {
      const body = JSON.stringify({ _csrf: given.token, ...Object.fromEntries(pairs(given.fields)) })
      return post(given, { type: 'application/json', body })
    },
  },
  {
    name: 'as multipart with the file before the token',
    make: given => {
      const body = multipart(given.fields, given.token)
      return post(given, { type: 'multipart/form-data; boundary=x', body })
    },
  },
  {
    name: 'by GET',
    make: ({ path, fields, token }) => {
      const sign = path.includes('?') ? '&' : '?'
      return { method: 'GET', path: `${path}${sign}${encode(fields, token)}` }
    },
  },
]

/** Sends one form in all forged ways. @returns what got through or left traces */
export async function forge(world: World, form: OwnerForm): Promise<string[]> {
  const faults: string[] = []
  for (const forgery of forgeries) {
    const fault = judge(forgery.name, await send(world, form, forgery))
    if (fault) faults.push(`${nameOf(form.page)} ${forgery.name}: ${fault}`)
  }
  if ((await world.putBack()).length === 0) return faults
  // Something changed something: once more, one after the other.
  for (const forgery of forgeries) {
    await send(world, form, forgery)
    const changed = await world.putBack()
    if (changed.length > 0) faults.push(`${nameOf(form.page)} ${forgery.name}: changes ${changed.join(', ')}`)
  }
  return faults
}

async function send(world: World, form: OwnerForm, forgery: Forgery): Promise<Seen> {
  const stranger = world.people[form.role === 'guest' ? 'otherGuest' : 'guest']
  const browser = world.people[form.role]
  const { path, fields } = form
  const given = { path, fields, token: browser.token, foreignToken: stranger.token, origin: world.portal.url }
  const copy = browser.copy()
  const seen = await copy.send(forgery.make(given))
  copy.close()
  return seen
}

/** A GET may well show the page that offers the form; it only must not do what the form does. */
function judge(name: string, seen: Seen): string | undefined {
  const allowed = name === 'by GET' ? [200, 303, 400, 403, 404, 409, 410] : [400, 404, 415]
  return allowed.includes(seen.status) ? undefined : `${seen.status} ${seen.location ?? ''}`
}
