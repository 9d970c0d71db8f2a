import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { html } from '#core/http/visit.ts'
import { canary } from '../world/canary.ts'

/** Shows what somebody wrote as markup: what the tests with the canary must see. */
export const carelessPage = page({
  method: 'GET',
  path: '/probe/roh',
  audience: 'anyone',
  audit: 'probe.shown',
  params: z.strictObject({}),
  handle: () => html(<p dangerouslySetInnerHTML={{ __html: canary }} />),
})
