import { formatBytes } from '#core/i18n/format.ts'
import { applicationUrls } from '#modules/applications/index.ts'
import { FileList, LinkList } from '#ui/index.ts'
import type { OwnApplicationProps } from './situation-view.tsx'
import { keyOf } from './situation-view.tsx'

/** Everything that belongs to the application, to keep: receipt, notice, files. */
export function DownloadsView({ visit, own }: OwnApplicationProps) {
  const { t, urls, language } = visit
  const { application, documents } = own.view
  const key = keyOf(own)
  const { portal, service, draft } = application
  const place = { portal, service, draft }
  const links = [
    // By code one sees the application, not the browser's draft to which the receipt belongs.
    ...(visit.entrance === 'account'
      ? [
          {
            href: applicationUrls.receiptPdf(place),
            label: t('downloads.receipt'),
            icon: 'download' as const,
          },
          { href: applicationUrls.receiptJson(place), label: t('downloads.data'), icon: 'download' as const },
        ]
      : []),
    ...(own.notice?.opened.kind === 'open'
      ? [
          {
            href: urls.noticePdf(key, own.notice.id),
            label: t('downloads.notice'),
            icon: 'download' as const,
          },
        ]
      : []),
  ]
  if (links.length === 0 && documents.length === 0) return <p>{t('downloads.none')}</p>
  return (
    <>
      {links.length > 0 && <LinkList links={links} />}
      <FileList
        label={t('downloads.files')}
        files={documents.map(file => ({
          id: file.id,
          name: file.name,
          size: formatBytes(file.size_bytes, language),
          href: urls.document(key, file.id),
        }))}
      />
    </>
  )
}
