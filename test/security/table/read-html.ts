/** A form as the page offers it: where it goes and what the browser would send when nothing is touched. */
export interface FoundForm {
  readonly method: 'GET' | 'POST'
  readonly action: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Sent as multipart. */
  readonly hasFiles: boolean
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name]!)
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi)
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [name.toLowerCase(), decodeEntities(value)]),
  )
}

/** Addresses of our own that a page names: links, pictures, frames, what scripts would fetch. */
export function linksIn(html: string): string[] {
  const named = [...html.matchAll(/\s(?:href|src|data|data-[a-z-]+)="(\/[^"]*)"/g)]
  return [...new Set(named.map(([, link = '']) => decodeEntities(link)))]
}

/** All forms of a page; `path` is where a form without an action goes. */
export function formsIn(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inner = '']) => {
    const form = attributesOf(` ${head}`)
    const base = {
      method: form.method?.toUpperCase() === 'POST' ? ('POST' as const) : ('GET' as const),
      hasFiles: form.enctype === 'multipart/form-data',
    }
    const fields = fieldsIn(inner)
    // A button may send the same fields elsewhere.
    const others = [...inner.matchAll(/<button\b([^>]*)>/g)].flatMap(([, tag = '']) => {
      const { formaction } = attributesOf(` ${tag}`)
      return formaction ? [{ ...base, action: formaction, fields }] : []
    })
    return [{ ...base, action: form.action || path, fields }, ...others]
  })
}

function fieldsIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name && name !== '_csrf') fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, tag = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const input = attributesOf(` ${tag}`)
    if (['file', 'submit', 'button'].includes(input.type ?? '')) continue
    const isChoice = input.type === 'radio' || input.type === 'checkbox'
    if (!isChoice || 'checked' in input) add(input.name, input.value ?? (isChoice ? 'on' : ''))
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attributesOf(` ${tag}`).name, decodeEntities(text))
  for (const [, tag = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) =>
      attributesOf(` ${option}`),
    )
    add(attributesOf(` ${tag}`).name, (all.find(option => 'selected' in option) ?? all[0])?.value ?? '')
  }
  return fields
}
