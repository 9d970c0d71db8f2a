import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { Tag, type Tone } from '../tag/tag.tsx'

export interface ListedFile {
  id: string
  name: string
  /** "2,4 MB" */
  size: string
  href?: string | undefined
  /** "wird geprüft", "in Ordnung", "abgelehnt, weil …" */
  state?: { text: string; tone: Tone } | undefined
  /** Small picture of the content. */
  preview?: { src: string; alt: string } | undefined
}

export interface FileListProps {
  label: string
  files: readonly ListedFile[]
  removeLabel?: string | undefined
  /** Name and value of the button that removes a file; without it nothing can be removed. */
  remove?: ((file: ListedFile) => { name: string; value: string }) | undefined
}

/** Files with size and state; an empty list shows nothing. */
export function FileList({ label, files, removeLabel, remove }: FileListProps) {
  if (files.length === 0) return null
  return (
    <ul class="th-files" aria-label={label}>
      {files.map(file => (
        <li key={file.id} class="th-files__item">
          {file.preview ? (
            <img class="th-files__preview" src={file.preview.src} alt={file.preview.alt} />
          ) : (
            <Icon name="draft" />
          )}
          <span class="th-files__about">
            {file.href ? <a href={file.href}>{file.name}</a> : <span>{file.name}</span>}
            <span class="th-files__size">{file.size}</span>
            {file.state && (
              <span class="th-files__state">
                <Tag tone={file.state.tone}>{file.state.text}</Tag>
              </span>
            )}
          </span>
          {remove && (
            <Button kind="tertiary" about={file.name} {...remove(file)}>
              {removeLabel}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
