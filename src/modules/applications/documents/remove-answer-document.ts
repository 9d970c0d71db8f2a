import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import type { ApplicationId } from '#core/ids.ts'
import type { ApplicationServices } from '../services.ts'
import { deleteAnswerDocument } from './document-store.ts'

/**
 * Takes back a file of an answer that was not sent yet. Again, or a file that is not there: nothing happens.
 *
 * @param scope with the application's authority as tenant; that the request is still open was proved before
 */
export async function removeAnswerDocument(
  services: Pick<ApplicationServices, 'database' | 'blobs'>,
  scope: Scope,
  of: { application: ApplicationId; request: string; document: string },
): Promise<void> {
  const blob = await inScope(services.database, scope, db => deleteAnswerDocument(db, scope, of))
  // Killed in between, the blob is swept later: no row names it.
  if (blob) await services.blobs.remove(blob)
}
