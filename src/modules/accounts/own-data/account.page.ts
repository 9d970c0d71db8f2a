import { z } from 'zod'
import { page } from '#core/http/page.ts'
import { redirect } from '#core/http/visit.ts'
import { urls } from '#modules/tenants/index.ts'

/** "Mein Konto" begins with the applications. */
export const accountPage = page({
  method: 'GET',
  path: urls.account,
  audience: 'resident',
  audit: 'account.entered',
  params: z.strictObject({}),
  handle: () => redirect(urls.accountApplications),
})
