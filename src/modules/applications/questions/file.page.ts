import { file } from '#core/http/visit.ts'
import { applyingPage } from '../applying-page.ts'
import { openDraftDocument } from '../documents/open-document.ts'
import { addressOf, fileParams } from './params.ts'

/** A file of one's own draft, to look at it again. */
export const draftFilePage = applyingPage({
  method: 'GET',
  path: '/:portal/antrag/:service/:draft/datei/:document',
  audience: 'anyone',
  audit: 'draft.file_viewed',
  params: fileParams,
  handle: async visit => {
    const address = addressOf(visit.portal, visit.params)
    const { document } = visit.params
    return file(await openDraftDocument(visit.services, visit.scope, { address, document }))
  },
})
