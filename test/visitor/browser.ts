import http from 'node:http'

/** What a browser without JavaScript sees of an answer. */
export interface Seen {
  readonly status: number
  readonly path: string
  readonly body: string
  readonly location: string | undefined
  readonly headers: http.IncomingHttpHeaders
}

/** A browser without JavaScript: keeps cookies, sends forms with the page's token, follows nothing by itself. */
export interface Browser {
  readonly cookies: ReadonlyMap<string, string>
  /** The token of the page seen last. */
  readonly token: string
  get(path: string): Promise<Seen>
  /** Sends a form; the token is that of the page seen last. Files make it multipart. */
  post(path: string, fields: Fields, files?: readonly FileField[]): Promise<Seen>
  /** As `post`, then the page it leads to. */
  submit(path: string, fields: Fields, files?: readonly FileField[]): Promise<Seen>
  /** Whatever a foreign page could make this browser send: its cookies go along, nothing else is added. */
  send(raw: RawRequest): Promise<Seen>
  /** A browser with the same cookies that goes its own way from here. */
  copy(): Browser
  close(): void
}

export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers?: http.OutgoingHttpHeaders | undefined
  readonly body?: string | undefined
}

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>

export interface FileField {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

interface BrowserOptions {
  /** What residents type, where `base` is only the way to the server (behind a proxy). */
  readonly origin?: string | undefined
  readonly cookies?: ReadonlyMap<string, string> | undefined
  readonly token?: string | undefined
}

/** @example const erika = openBrowser(portal.url); await erika.get('/leuna/') */
export function openBrowser(base: string, options: BrowserOptions = {}): Browser {
  const url = new URL(base)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const cookies = new Map(options.cookies)
  let token = options.token ?? ''
  const send = async ({ method, path, headers, body }: Outgoing): Promise<Seen> => {
    const all = { ...headers, cookie: cookieHeader(cookies), ...(body && { 'content-length': body.length }) }
    const answer = await request(
      { host: url.hostname, port: url.port, path, method, headers: all, agent },
      body,
    )
    keepCookies(cookies, answer.headers['set-cookie'])
    token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token
    return { ...answer, path, location: answer.headers.location }
  }
  const get = (path: string) => send({ method: 'GET', path })
  const post: Browser['post'] = async (path, fields, files = []) => {
    const all = { _csrf: token, ...fields }
    const { type, bytes } = files.length > 0 ? await multipart(all, files) : urlencoded(all)
    const headers = { 'content-type': type, origin: options.origin ?? url.origin }
    return send({ method: 'POST', path, headers, body: bytes })
  }
  return {
    cookies,
    get token() {
      return token
    },
    get,
    post,
    submit: async (path, fields, files) => {
      const answer = await post(path, fields, files)
      // What follows the hash stays in the browser.
      return answer.location ? get(answer.location.replace(/#.*$/, '')) : answer
    },
    send: ({ body, ...raw }) => send({ ...raw, body: body === undefined ? undefined : Buffer.from(body) }),
    copy: () => openBrowser(base, { ...options, cookies, token }),
    close: () => agent.destroy(),
  }
}

interface Outgoing {
  readonly method: string
  readonly path: string
  readonly headers?: http.OutgoingHttpHeaders | undefined
  readonly body?: Buffer | undefined
}

interface Body {
  readonly type: string
  readonly bytes: Buffer
}

function request(
  options: http.RequestOptions,
  body: Buffer | undefined,
): Promise<{ status: number; body: string; headers: http.IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = http.request({ ...options, timeout: 30_000 }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          headers: answer.headers,
        })
      })
    })
    sent.once('timeout', () => sent.destroy(new Error('no answer within 30 seconds')))
    sent.once('error', reject)
    sent.end(body)
  })
}

function urlencoded(fields: Fields): Body {
  const parameters = new URLSearchParams()
  for (const [name, value] of entries(fields)) parameters.append(name, value)
  return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(parameters.toString()) }
}

/** The token stands first, as in our pages: the server stores no file before it has seen it. */
async function multipart(fields: Fields, files: readonly FileField[]): Promise<Body> {
  const form = new FormData()
  for (const [name, value] of entries(fields)) form.append(name, value)
  for (const { field, name, type, content } of files)
    form.append(field, new Blob([new Uint8Array(content)], { type }), name)
  const encoded = new Response(form)
  return { type: encoded.headers.get('content-type') ?? '', bytes: Buffer.from(await encoded.arrayBuffer()) }
}

function* entries(fields: Fields): Generator<[string, string]> {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    for (const one of typeof value === 'string' ? [value] : value) yield [name, one]
  }
}

function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

function keepCookies(cookies: Map<string, string>, set: readonly string[] | undefined): void {
  for (const line of set ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}
