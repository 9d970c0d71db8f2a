import { html } from '#core/http/visit.ts'
import { deskPage } from '../desk-page.ts'
import { caseParams, caseQuery, type StreamFilter, streamFilters } from './case-address.ts'
import { CasePage } from './case-view.tsx'
import { readCasePage } from './read-case-page.ts'

export const casePage = deskPage({
  method: 'GET',
  path: '/amt/vorgang/:case',
  audience: 'staff',
  audit: 'case.viewed',
  params: caseParams,
  query: caseQuery,
  handle: async visit => {
    const view = await readCasePage(visit.services, visit.scope, visit.params.case)
    const { verlauf, getan } = visit.query
    return html(<CasePage {...{ visit, view }} filter={filterOf(verlauf)} done={getan} />)
  },
})

function filterOf(word: string | undefined): StreamFilter {
  const found = Object.entries(streamFilters).find(([, value]) => value === word)
  return (found?.[0] as StreamFilter | undefined) ?? 'all'
}
