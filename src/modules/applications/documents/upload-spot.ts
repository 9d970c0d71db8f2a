import type { Answers, CompiledField, ItemAnswer, OpenFlow, UploadAnswer } from '#flow/index.ts'

/** The question that a file answers: on a page, or in one entry of a group on that page. */
export interface UploadSpot {
  /** Slug of the page. */
  readonly page: string
  readonly group?: { readonly id: string; readonly item: string } | undefined
  readonly field: string
}

/** The upload question at that spot, if it is asked now. */
export function findUploadField(open: OpenFlow, spot: UploadSpot): CompiledField | undefined {
  const page = open.pages.find(one => one.slug === spot.page)
  const own = page?.fields.find(field => field.id === (spot.group?.id ?? spot.field))?.compiled
  const field = spot.group ? own?.items.find(one => one.id === spot.field) : own
  return field?.field.type === 'upload' ? field : undefined
}

export function filesAt(answers: Answers, spot: UploadSpot): readonly UploadAnswer[] {
  const around = spot.group ? itemAt(answers, spot.group) : answers
  return (around?.[spot.field] as readonly UploadAnswer[] | undefined) ?? []
}

/** The answers with other files at the spot; a new entry of a group begins with its first file. */
export function withFilesAt(answers: Answers, spot: UploadSpot, files: readonly UploadAnswer[]): Answers {
  const value = files.length > 0 ? files : undefined
  if (!spot.group) return { ...answers, [spot.field]: value }
  const { id, item } = spot.group
  const items = (answers[id] as readonly ItemAnswer[] | undefined) ?? []
  const known = itemAt(answers, spot.group)
  const next = { ...known, _id: item, [spot.field]: value } as ItemAnswer
  return { ...answers, [id]: known ? items.map(one => (one._id === item ? next : one)) : [...items, next] }
}

function itemAt(answers: Answers, group: { id: string; item: string }): ItemAnswer | undefined {
  const items = answers[group.id] as readonly ItemAnswer[] | undefined
  return items?.find(one => one._id === group.item)
}

/** How the row of a draft's file names its question. */
export function spotName({ group, field }: UploadSpot): string {
  return group ? `${group.id}.${group.item}.${field}` : field
}
