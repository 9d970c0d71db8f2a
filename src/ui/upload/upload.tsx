import { Button } from '../button/button.tsx'
import { controlAttributes, Field, type FieldProps } from '../field/field.tsx'
import { fieldId } from '../field/field-id.ts'
import { FileList, type ListedFile } from '../file-list/file-list.tsx'
import type { Words } from '../words/words.ts'

export interface UploadProps extends Omit<FieldProps, 'value'> {
  files: readonly ListedFile[]
  /** Media types and endings for the file dialog: ".pdf,image/jpeg". The server checks the content. */
  accept?: string | undefined
  multiple?: boolean | undefined
  /** Opens the camera of a phone at once. Only where nothing but a photo makes sense. */
  capture?: boolean | undefined
  /** For the early word by the island: limit in bytes, and as text ("10 MB"). */
  max?: { bytes: number; text: string } | undefined
  words: Words
}

/**
 * Files for one question. Works as a plain multipart form: "Hochladen" posts the page with `upload=<name>`,
 * "Entfernen" with `remove=<name>:<file id>`; the server answers with the same page and the new list.
 * With `islands.js` a chosen file is sent at once, with percent, and only this list is exchanged.
 */
export function Upload(props: UploadProps) {
  const { name, files, accept, multiple, capture, max, words } = props
  return (
    <div
      class="th-upload"
      id={`${fieldId(name)}-upload`}
      data-island="upload"
      data-name={name}
      data-max-bytes={max?.bytes}
      data-progress={words.upload_progress}
      data-failed={words.upload_failed}
      data-too-large={max && words.upload_too_large.replace('{max}', max.text)}
    >
      <Field {...props}>
        <input
          {...controlAttributes(props)}
          class="kern-form-input__input th-upload__input"
          type="file"
          accept={accept}
          multiple={multiple}
          capture={capture ? 'environment' : undefined}
        />
      </Field>
      <div class="th-upload__send" data-upload-send>
        <Button kind="secondary" icon="upload" name="upload" value={name} about={props.label}>
          {words.upload_send}
        </Button>
      </div>
      <div class="th-upload__progress" data-upload-progress hidden>
        <progress max={100} value={0} aria-label={words.upload_files} />
        <p data-upload-text />
      </div>
      <p class="th-upload__problem" role="alert" data-upload-problem />
      <FileList
        label={words.upload_files}
        files={files}
        removeLabel={words.upload_remove}
        remove={file => ({ name: 'remove', value: `${name}:${file.id}` })}
      />
    </div>
  )
}
