import { formatBytes } from '#core/i18n/format.ts'
import type { CaseView } from '#modules/cases/index.ts'
import { FileList } from '#ui/index.ts'
import type { DeskVisit } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { purposeOf, viewKind } from './files-of.ts'

/** All files of the case under the question they answer, pictures as small pictures. */
export function FilesView({ visit, view }: { visit: DeskVisit; view: CaseView }) {
  const { t, language } = visit
  if (view.documents.length === 0) return <p>{t('files.none')}</p>
  const purposes = new Map<string, (typeof view.documents)[number][]>()
  for (const file of view.documents) {
    const purpose = purposeOf(view, file, visit)
    purposes.set(purpose, [...(purposes.get(purpose) ?? []), file])
  }
  return (
    <>
      {[...purposes].map(([purpose, files]) => (
        <div key={purpose} class="th-stack th-stack--small">
          <h3>{purpose}</h3>
          <FileList
            label={purpose}
            files={files.map(file => ({
              id: file.id,
              name: file.name,
              size: formatBytes(file.size_bytes, language),
              href: deskUrls.document(view.state.id, file.id),
              // The name stands beside it: read twice it would only be noise.
              preview:
                viewKind(file) === 'image'
                  ? { src: deskUrls.documentContent(view.state.id, file.id), alt: '' }
                  : undefined,
            }))}
          />
        </div>
      ))}
    </>
  )
}
