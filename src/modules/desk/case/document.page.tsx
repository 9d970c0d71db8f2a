import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { file, html } from '#core/http/visit.ts'
import { formatBytes, formatDateTime } from '#core/i18n/format.ts'
import { uuidPattern } from '#core/ids.ts'
import { openDocument } from '#modules/applications/index.ts'
import { type DeskCaseView, getCase, readCase } from '#modules/cases/index.ts'
import { DescriptionList, DocumentView, LinkButton } from '#ui/index.ts'
import { ActLayout } from '../acts/act-layout.tsx'
import { type DeskVisit, deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { caseParams } from './case-address.ts'
import { type CaseFile, purposeOf, viewKind } from './files-of.ts'

const documentParams = caseParams.extend({ document: z.string().regex(uuidPattern) })

/** One file, as large as the page, with the way to the others. */
export const documentPage = deskPage({
  method: 'GET',
  path: '/amt/vorgang/:case/datei/:document',
  audience: 'staff',
  audit: 'document.viewed',
  params: documentParams,
  handle: async visit => {
    const view = await readCase(visit.services, visit.scope, visit.params.case)
    const found = view.documents.find(one => one.id === visit.params.document)
    if (!found) throw new NotFound('document')
    return html(<DocumentPage {...{ visit, view }} document={found} />)
  },
})

export const documentContentPage = deskPage({
  method: 'GET',
  path: '/amt/vorgang/:case/datei/:document/inhalt',
  audience: 'staff',
  audit: 'document.opened',
  params: documentParams,
  handle: async ({ services, scope, params }) => {
    // Row-level security knows the authority; whether the office is the right one, only the case says.
    const { application, tenant } = await getCase(services, scope, params.case)
    return file(await openDocument(services, scope, { tenant, application, document: params.document }))
  },
})

function DocumentPage({
  visit,
  view,
  document,
}: {
  visit: DeskVisit
  view: DeskCaseView
  document: CaseFile
}) {
  const { t, language } = visit
  const kind = viewKind(document)
  const src = deskUrls.documentContent(view.state.id, document.id)
  return (
    <ActLayout {...{ visit, view }} title={document.name} width="wide">
      <Neighbours {...{ visit, view, document }} />
      <DescriptionList
        items={[
          { label: t('file.purpose'), value: purposeOf(view, document, visit) },
          { label: t('file.received'), value: formatDateTime(document.createdAt, language) },
          { label: t('file.size'), value: formatBytes(document.size_bytes, language) },
        ]}
      />
      {kind ? (
        <DocumentView {...{ src, kind }} title={document.name} link={t('file.open_alone')} />
      ) : (
        <LinkButton href={src} icon="download" download>
          {t('file.download')}
        </LinkButton>
      )}
    </ActLayout>
  )
}

function Neighbours({ visit, view, document }: { visit: DeskVisit; view: DeskCaseView; document: CaseFile }) {
  const { t } = visit
  const { documents, state } = view
  if (documents.length < 2) return null
  const at = documents.findIndex(one => one.id === document.id)
  const [previous, next] = [documents[at - 1], documents[at + 1]]
  return (
    <nav class="th-actions" aria-label={t('file.neighbours')}>
      <span>{t('file.place', { place: at + 1, of: documents.length })}</span>
      {previous && (
        <a href={deskUrls.document(state.id, previous.id)} rel="prev">
          {t('file.previous')}
        </a>
      )}
      {next && (
        <a href={deskUrls.document(state.id, next.id)} rel="next">
          {t('file.next')}
        </a>
      )}
    </nav>
  )
}
