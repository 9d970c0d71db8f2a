import { urls } from '#modules/tenants/index.ts'

const ofCase = (id: string) => `${urls.desk}/vorgang/${id}`

/** Addresses of the desk; German, as the people at the town hall speak. */
export const deskUrls = {
  inbox: urls.desk,
  case: ofCase,
  stream: (id: string, filter: string) => `${ofCase(id)}?verlauf=${filter}#verlauf`,
  document: (id: string, document: string) => `${ofCase(id)}/datei/${document}`,
  /** The file itself. */
  documentContent: (id: string, document: string) => `${ofCase(id)}/datei/${document}/inhalt`,
  claim: (id: string) => `${ofCase(id)}/uebernehmen`,
  assignment: (id: string) => `${ofCase(id)}/zuweisung`,
  task: (id: string) => `${ofCase(id)}/aufgabe`,
  note: (id: string) => `${ofCase(id)}/notiz`,
  request: (id: string) => `${ofCase(id)}/nachforderung`,
  checks: (id: string) => `${ofCase(id)}/pruefung`,
  decision: (id: string) => `${ofCase(id)}/entscheidung`,
  outcome: (id: string, outcome: string) => `${ofCase(id)}/entscheidung/${outcome}`,
  outcomePreview: (id: string, outcome: string) => `${ofCase(id)}/entscheidung/${outcome}/vorschau.pdf`,
  outcomeConfirmation: (id: string, outcome: string) => `${ofCase(id)}/entscheidung/${outcome}/treffen`,
  cosignature: (id: string) => `${ofCase(id)}/mitzeichnung`,
  cosignaturePreview: (id: string) => `${ofCase(id)}/mitzeichnung/vorschau.pdf`,
  paper: (id: string) => `${ofCase(id)}/papierversand`,
  notice: (id: string, notice: string) => `${ofCase(id)}/bescheid/${notice}`,
} as const
