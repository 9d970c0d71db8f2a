import { z } from 'zod'
import { file } from '#core/http/visit.ts'
import { openDocument } from '#modules/applications/index.ts'
import { applicationParams, ownPages, uuid } from '../own-page.ts'

/** A file of one's own application. Row-level security says whose it is. */
export const documentPages = ownPages({
  method: 'GET',
  paths: {
    account: '/konto/antraege/:tenant/:application/datei/:document',
    guest: '/:portal/status/:tenant/:application/datei/:document',
  },
  audit: 'document.opened',
  params: { account: applicationParams.extend({ document: uuid }) },
  query: z.object({}),
  handle: async ({ services, scope, params }) => file(await openDocument(services, scope, params)),
})
