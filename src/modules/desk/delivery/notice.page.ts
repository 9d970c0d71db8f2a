import { z } from 'zod'
import { file } from '#core/http/visit.ts'
import { type NoticeId, uuidPattern } from '#core/ids.ts'
import { openNoticePdfOf } from '#modules/decisions/index.ts'
import { caseParams } from '../case/case-address.ts'
import { deskPage } from '../desk-page.ts'

/** The notice as it went out, for the office: never a retrieval. */
export const noticePage = deskPage({
  method: 'GET',
  path: '/amt/vorgang/:case/bescheid/:notice',
  audience: 'staff',
  audit: 'notice.viewed',
  params: caseParams.extend({
    notice: z
      .string()
      .regex(uuidPattern)
      .transform(id => id as NoticeId),
  }),
  handle: async ({ services, scope, params }) => file(await openNoticePdfOf(services, scope, params)),
})
