import type { TenantKeys } from '#core/crypto/keyring.ts'
import type { Answers, ItemAnswer, UploadAnswer } from '#flow/index.ts'
import type { DocumentRow, NewDocument } from './document-store.ts'

/** Where each file stands in the answers: `owner_consent`, `trees.0.photos`. */
function namedFiles(answers: Answers): Map<string, string> {
  const places = new Map<string, string>()
  for (const [field, value] of Object.entries(answers)) {
    if (!Array.isArray(value)) continue
    const entries = value as readonly (UploadAnswer | ItemAnswer | string)[]
    entries.forEach((entry, index) => {
      if (typeof entry !== 'object') return
      if (isUpload(entry)) places.set(entry.document, field)
      else if ('_id' in entry) {
        const { _id: _, ...inner } = entry as ItemAnswer
        for (const [id, where] of namedFiles(inner)) places.set(id, `${field}.${index}.${where}`)
      }
    })
  }
  return places
}

function isUpload(entry: object): entry is UploadAnswer {
  return 'document' in entry && 'bytes' in entry
}

/** All files named in answers, those of hidden questions too. */
export function uploadsIn(answers: Answers): UploadAnswer[] {
  return Object.values(answers).flatMap(value => {
    if (!Array.isArray(value)) return []
    return (value as readonly (UploadAnswer | ItemAnswer | string)[]).flatMap(entry => {
      if (typeof entry !== 'object') return []
      return isUpload(entry) ? [entry] : uploadsIn(entry as unknown as Answers)
    })
  })
}

/**
 * The draft's files as files of the application: only those that its answers name, with name and key sealed anew for
 * the authority that receives them. The stored bytes stay where they are.
 */
export function rewrapDocuments(
  rows: readonly DocumentRow[],
  { keys, answers }: { keys: { from: TenantKeys; to: TenantKeys }; answers: Answers },
): NewDocument[] {
  const places = namedFiles(answers)
  return rows.flatMap(row => {
    const field = places.get(row.id)
    if (field === undefined) return []
    const name = keys.from.open(`draft_documents.name ${row.id}`, row.name)
    const key = keys.from.open(`draft_documents.key ${row.id}`, row.wrappedKey)
    return [
      {
        ...row,
        field,
        origin: 'applicant' as const,
        name: keys.to.seal(`documents.name ${row.id}`, name),
        wrappedKey: keys.to.seal(`documents.key ${row.id}`, key),
      },
    ]
  })
}
