/** Addresses of the applying pages; German, as residents read them. */
const draft = (place: DraftPlace) => `/${place.portal}/antrag/${place.service}/${place.draft}`

export interface DraftPlace {
  readonly portal: string
  readonly service: string
  readonly draft: string
}

export const applicationUrls = {
  start: (portal: string, service: string) => `/${portal}/antrag/${service}`,
  page: (place: DraftPlace, slug: string) => `${draft(place)}/${slug}`,
  autosave: (place: DraftPlace, slug: string) => `${draft(place)}/${slug}/zwischenstand`,
  newItem: (place: DraftPlace, slug: string, group: string) => `${draft(place)}/${slug}/${group}/neu`,
  item: (place: DraftPlace, slug: string, item: ItemPlace) =>
    `${draft(place)}/${slug}/${item.group}/${item.item}`,
  removeItem: (place: DraftPlace, slug: string, item: ItemPlace) =>
    `${draft(place)}/${slug}/${item.group}/${item.item}/entfernen`,
  note: (place: DraftPlace, note: string) => `${draft(place)}/hinweis/${note}`,
  file: (place: DraftPlace, document: string) => `${draft(place)}/datei/${document}`,
  review: (place: DraftPlace) => `${draft(place)}/pruefen`,
  submit: (place: DraftPlace) => `${draft(place)}/absenden`,
  receipt: (place: DraftPlace) => `${draft(place)}/eingang`,
  receiptPdf: (place: DraftPlace) => `${draft(place)}/eingang.pdf`,
  receiptJson: (place: DraftPlace) => `${draft(place)}/eingang.json`,
  keep: (place: DraftPlace) => `${draft(place)}/weiter`,
  takeOver: (place: DraftPlace) => `${draft(place)}/uebernehmen`,
  resume: (portal: string) => `/${portal}/weitermachen`,
  tracked: (portal: string, application: { tenant: string; id: string }) =>
    `/${portal}/status/${application.tenant}/${application.id}`,
} as const

interface ItemPlace {
  readonly group: string
  readonly item: string
}

/** Words that stand where a page's slug stands: no page of a package may have them. */
export const reservedSlugs = [
  'pruefen',
  'absenden',
  'eingang',
  'eingang.pdf',
  'eingang.json',
  'weiter',
  'uebernehmen',
  'hinweis',
  'datei',
] as const
