import { z } from 'zod'
import { inScope } from '#core/db/database.ts'
import { freezeScope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import { type AnyPage, page } from '#core/http/page.ts'
import { json, type Reply, type Visit } from '#core/http/visit.ts'
import type { TenantId } from '#core/ids.ts'
import type { Services } from '#src/compose.ts'

type Asked = Visit<Services, Record<string, string>>

/** Whether a draft exists, whoever asks: what no page may find out. */
async function isThere({ services, scope }: Asked, draft: string): Promise<boolean> {
  const everywhere = freezeScope({ now: scope.now, system: true })
  const row = await inScope(services.database, everywhere, db =>
    db.selectFrom('drafts').select('id').where('id', '=', draft).executeTakeFirst(),
  )
  return row !== undefined
}

const wrong = (
  audit: string,
  path: string,
  {
    audience = 'anyone',
    handle,
  }: { audience?: AnyPage['audience']; handle: (visit: Asked) => Promise<Reply> },
): AnyPage => page({ method: 'GET', path, audience, audit, params: z.record(z.string(), z.string()), handle })

/** One page for each fault that the matrix must see. */
export const leakyPages: readonly AnyPage[] = [
  wrong('draft.shown_to_all', '/probe/alle/:draft', {
    handle: async visit => {
      if (!(await isThere(visit, visit.params.draft!))) throw new NotFound('draft')
      return json({ found: true })
    },
  }),
  wrong('draft.told_apart', '/probe/anders/:draft', {
    handle: async visit => json({ found: await isThere(visit, visit.params.draft!) }, 404),
  }),
  wrong('case.shown_to_staff', '/probe/vorgang/:case', {
    audience: 'staff',
    handle: async ({ params }) => json({ case: params.case }),
  }),
  // The server lets everybody in; the table says that the page is for staff.
  { ...wrong('desk.left_open', '/probe/offen', { handle: async () => json({}) }), audience: 'staff' },
  wrong('page.viewed_and_written', '/probe/schreibt', {
    handle: async ({ services, scope }) => {
      const within = freezeScope({ now: scope.now, tenant: 'leuna' as TenantId })
      await inScope(services.database, within, db =>
        db
          .updateTable('counters')
          .set(row => ({ value: row('value', '+', 1) }))
          .execute(),
      )
      return json({})
    },
  }),
  wrong('draft.kept_from_owner', '/probe/niemand/:draft', {
    handle: async () => {
      throw new NotFound('draft')
    },
  }),
]

/** The same, as the server gets them: one of them is less careful than the table believes. */
export const plantedPages: readonly AnyPage[] = leakyPages.map(one =>
  one.audit === 'desk.left_open' ? { ...one, audience: 'anyone' } : one,
)
