import type { Receipt } from './receipt.ts'

/** The receipt for machines. Fields are added only; whatever changes its meaning gets a new number. */
export function receiptData(receipt: Receipt) {
  const { application, opened, files, authority, portal } = receipt
  const { language, parameters } = application
  return {
    format: 'torhaus/receipt/1',
    file_number: application.fileNumber,
    received_at: application.submittedAt.toISOString(),
    authority: { id: authority.id, name: authority.name, ars: authority.ars },
    portal: { id: portal.slug, name: portal.name },
    service: {
      id: application.service,
      version: application.version,
      sha256: opened.package.hash,
      title: opened.package.service.title[language],
      leika: opened.package.service.leika ?? [],
    },
    language,
    parameters,
    answers: opened.answers,
    readable: opened.readable.own,
    files: files.map(file => ({
      id: file.id,
      field: file.field,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.size_bytes,
      sha256: file.sha256,
    })),
  }
}
