import { inScope } from '#core/db/database.ts'
import { inTenant, type Scope } from '#core/db/scope.ts'
import { countAttempt } from '#core/throttle-store.ts'
import {
  laterLimits,
  type StreamedFile,
  storeDocument,
  type UploadOutcome,
} from '#modules/applications/index.ts'
import { openRequest } from '#modules/cases/index.ts'
import type { ApplicationKey } from '../application/read-own-application.ts'
import { readOwnView } from '../application/read-own-application.ts'
import type { AreaServices } from '../services.ts'
import { filesField, mostFiles } from './answer-form.ts'
import { filesOfRequest } from './open-question.ts'

const files_per_hour = 200

/**
 * Takes one file of an answer while it streams in. Whose application it is, and whether something is asked at all,
 * is looked at before the first byte is kept.
 *
 * @returns nothing when nothing is asked
 * @throws NotFound when the application is not the visitor's
 */
export async function receiveFile(
  services: AreaServices,
  scope: Scope,
  { key, file, client }: { key: ApplicationKey; file: StreamedFile; client: Buffer },
): Promise<UploadOutcome | undefined> {
  const view = await readOwnView(services, scope, key)
  const asked = openRequest(view.state)
  if (!asked) return undefined
  await inScope(services.database, scope, db =>
    countAttempt(db, scope, {
      action: 'answer-file',
      subject: client,
      limit: files_per_hour,
      window_s: 3600,
    }),
  )
  const about = { field: filesField, name: file.name }
  const { request } = asked.data
  if (filesOfRequest(view, request).length >= mostFiles)
    return { ...about, problem: 'too_many', max_bytes: laterLimits.max_bytes }
  const stored = await storeDocument(services, inTenant(scope, key.tenant), {
    application: key.application,
    origin: 'answer',
    field: request,
    file,
  })
  if ('problem' in stored) return { ...about, ...stored, max_bytes: laterLimits.max_bytes }
  return { ...about, document: stored.document }
}
