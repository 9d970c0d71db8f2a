import { formatBytes } from '#core/i18n/format.ts'
import { type FieldState, type UploadAnswer, uploadLimits } from '#flow/index.ts'
import { type FieldProps, type ListedFile, Upload } from '#ui/index.ts'
import { limitsOf } from '../documents/file-limits.ts'
import type { Asking } from './asking.ts'

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg,.jpeg',
  'image/png': '.png',
  'image/heic': '.heic',
  'image/heif': '.heif',
  'application/pdf': '.pdf',
}

/** Files with what may be chosen said before choosing, and the list of those that are there. */
export function UploadView({
  field,
  asking,
  base,
}: {
  field: FieldState
  asking: Asking
  base: Omit<FieldProps, 'value'>
}) {
  const { t, language, words } = asking
  const { mediaTypes, max_bytes, max_files } = limitsOf(field.compiled)
  const types = uploadLimits(field.compiled).accept.map(type => type.toUpperCase())
  const size = formatBytes(max_bytes, language)
  const allowed = t('upload.allowed', { n: max_files, types: types.join(', '), size })
  return (
    <Upload
      {...base}
      hint={[base.hint, allowed].filter(Boolean).join(' ')}
      files={((field.value ?? []) as readonly UploadAnswer[]).map(file => listed(file, asking))}
      accept={[...mediaTypes, ...mediaTypes.map(type => endings[type])].filter(Boolean).join(',')}
      multiple={max_files > 1}
      max={{ bytes: max_bytes, text: size }}
      words={words}
    />
  )
}

function listed(file: UploadAnswer, { t, language, fileHref }: Asking): ListedFile {
  return {
    id: file.document,
    name: file.name,
    size: formatBytes(file.bytes, language),
    href: fileHref(file.document),
    state: { text: t('upload.fine'), tone: 'success' },
  }
}
