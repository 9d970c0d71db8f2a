import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#core/db/database.ts'
import type { Scope } from '#core/db/scope.ts'
import { NotFound } from '#core/errors.ts'
import type { ApplicationId, TenantId } from '#core/ids.ts'
import { hiddenFields } from '#test/faults/applicant.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'
import { listDocuments, openDocument } from '../documents/open-document.ts'
import { findApplication } from './application-store.ts'
import { openAnswers } from './open-answers.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

describe('Sending', () => {
  it('two hundred times at once makes one application and one receipt', async () => {
    const { browser, draft, review } = await town.atReview()
    const fields = hiddenFields(review.body)
    const locations: (string | undefined)[] = []
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => browser.post(`${draft}/absenden`, fields)),
      )
      locations.push(...answers.map(answer => answer.location))
    }
    expect(new Set(locations)).toEqual(new Set([`${draft}/eingang`]))
    const id = draft.split('/').at(-1)
    expect(await town.count('applications where draft_id = $1', id)).toBe(1)
    expect(
      await town.count(
        'cases c join torhaus.applications a on a.id = c.application_id where a.draft_id = $1',
        id,
      ),
    ).toBe(1)
    const [first, second] = [await browser.get(`${draft}/eingang`), await browser.get(`${draft}/eingang`)]
    const mark = (body: string) => /LEU-2026-\d{5}/.exec(body)?.[0]
    const code = (body: string) => /(?:[2-9A-Z]{4}-){6}[2-9A-Z]{4}/.exec(body)?.[0]
    expect(mark(first.body)).toBe(mark(second.body))
    expect(code(first.body)).toBe(code(second.body))
  })

  it('uses up no file number for what was not first', async () => {
    const rows = await town.query('select file_number from torhaus.applications order by file_number')
    const numbers = rows.map(row => Number(String(row.file_number).split('-')[2]))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('is twice as soon as the unique key is gone: nothing else is the guard', async () => {
    const open = await startApplying()
    try {
      const { browser, draft, review } = await open.atReview()
      await open.query('alter table torhaus.applications drop constraint applications_once')
      const fields = hiddenFields(review.body)
      await Promise.all(Array.from({ length: 20 }, () => browser.post(`${draft}/absenden`, fields)))
      const id = draft.split('/').at(-1)
      expect(await open.count('applications where draft_id = $1', id)).toBeGreaterThan(1)
    } finally {
      await open.stop()
    }
  })

  it('keeps nothing readable in the database', async () => {
    const { code, fileNumber } = await town.sent()
    const [row] = await town.query(
      `select (select string_agg(d::text, '') from torhaus.drafts d) ||
              (select string_agg(a::text, '') from torhaus.applications a) ||
              (select string_agg(f::text, '') from torhaus.draft_documents f) ||
              (select string_agg(f::text, '') from torhaus.documents f) as all`,
    )
    const dump = String(row?.all)
    expect(dump).toContain(fileNumber)
    for (const word of ['Hartwig', 'Ines', 'example.org', 'kiefer', code!, code!.replaceAll('-', '')]) {
      expect(dump).not.toContain(word)
      expect(dump).not.toContain(Buffer.from(word).toString('hex'))
    }
  })

  it('keeps the files for the authority, with the sum that the receipt tells', async () => {
    const { browser, draft } = await town.sent()
    const data = JSON.parse((await browser.get(`${draft}/eingang.json`)).body)
    const [row] = await town.query('select id from torhaus.applications where draft_id = $1', [
      draft.split('/').at(-1),
    ])
    const { services, clock } = town.portal
    const tenant = 'leuna' as TenantId
    const scope: Scope = { now: clock.now(), tenant }
    const id = row!.id as ApplicationId
    const application = await inScope(services.database, scope, db =>
      findApplication(db, scope, { tenant, id }),
    )
    const documents = await listDocuments(services, scope, application!)
    expect(documents.length).toBeGreaterThan(0)
    expect(documents.map(one => one.sha256)).toEqual(data.files.map((one: { sha256: string }) => one.sha256))
    expect(documents[0]!.field).toBe('trees.0.photos')
    const wanted = { tenant, application: id, document: documents[0]!.id }
    const opened = await openDocument(services, scope, wanted)
    const hash = createHash('sha256')
    for await (const chunk of opened.body as AsyncIterable<Buffer>) hash.update(chunk)
    expect(hash.digest('hex')).toBe(documents[0]!.sha256)
    const merseburg: Scope = { now: clock.now(), tenant: 'merseburg' as TenantId }
    await expect(openDocument(services, merseburg, wanted)).rejects.toThrow(NotFound)
  })

  it('reads the answers again as they were sent', async () => {
    const { draft } = await town.sent()
    const { services, clock } = town.portal
    const tenant = 'leuna' as TenantId
    const scope: Scope = { now: clock.now(), tenant }
    const [row] = await town.query('select id from torhaus.applications where draft_id = $1', [
      draft.split('/').at(-1),
    ])
    const application = await inScope(services.database, scope, db =>
      findApplication(db, scope, { tenant, id: row!.id as ApplicationId }),
    )
    const { answers, readable, computed } = await openAnswers(services, application!)
    expect(answers.applicant_family_name).toBe('Hartwig')
    expect(readable.german.map(section => section.section)).toContain('trees')
    expect(computed.any_protected).toBe(true)
  })
})
