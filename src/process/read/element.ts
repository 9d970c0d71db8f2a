/** What we read of an element that bpmn-moddle hands over; its own types promise more than a file keeps. */
export interface Element {
  readonly $type: string
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly text?: string | undefined
  readonly [property: string]: unknown
}

export function elements(owner: Element, property: string): readonly Element[] {
  const list = owner[property]
  return Array.isArray(list) ? (list as readonly Element[]) : []
}

export function element(owner: Element, property: string): Element | undefined {
  const value = owner[property]
  return typeof value === 'object' && value !== null ? (value as Element) : undefined
}

/** An attribute's text; umlauts in one form, so that outcomes compare equal whoever typed them. */
export function attribute(owner: Element, property: string): string | undefined {
  const value = owner[property]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : undefined
}

export function words(owner: Element, property: string): string[] {
  return (
    attribute(owner, property)
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? []
  )
}

export function idOf(owner: Element): string {
  return owner.id ?? ''
}
