import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#core/db/database.ts'
import type { ApplicationId, TenantId } from '#core/ids.ts'
import { type Applying, startApplying } from '../applying.fixture.ts'
import { findApplication } from '../submission/application-store.ts'
import { endAccess } from './end-access.job.ts'

let town: Applying
beforeAll(async () => {
  town = await startApplying()
})
afterAll(() => town.stop())

describe('Tracking without account', () => {
  it('opens the application to another browser by code and family name, for twelve hours', async () => {
    const { code } = await town.sent()
    const phone = town.browser()
    await phone.get('/leuna/status')
    const answer = await phone.post('/leuna/status', { code: code!, name: ' HARTWIG ' })
    expect(answer.location).toMatch(/^\/leuna\/status\/leuna\/[0-9a-f-]{36}$/)
    const id = answer.location!.split('/').at(-1) as ApplicationId
    expect(await mayRead(phone.cookies.get('torhaus-browser')!, id)).toBe(true)
    expect(await mayRead('someone else', id)).toBe(false)
    const [access] = await town.query(
      'select expires_at from torhaus.guest_access where application_id = $1',
      [id],
    )
    const length_ms = (access!.expires_at as Date).getTime() - town.portal.clock.now().getTime()
    expect(length_ms).toBe(12 * 3_600_000)
    town.portal.clock.advance(13 * 3_600_000)
    await endAccess.run(town.portal.services, {})
    expect(await town.count('guest_access where application_id = $1', id)).toBe(0)
  })

  it('gives the same answer to an unknown code, a wrong name and the file number', async () => {
    const { code, fileNumber } = await town.sent()
    const stranger = town.browser()
    await stranger.get('/leuna/status')
    const other = `${code!.slice(0, -1)}${code!.endsWith('2') ? '3' : '2'}`
    const typed = [
      { code: code!, name: 'Hartmann' },
      { code: other, name: 'Hartwig' },
      { code: fileNumber, name: 'Hartwig' },
    ]
    const bodies: string[] = []
    for (const one of typed) {
      const seen = await stranger.post('/leuna/status', one)
      expect(seen.status).toBe(422)
      expect(seen.body).toContain('Code und Name passen nicht zusammen.')
      bodies.push(
        seen.body
          .replaceAll(one.code, '')
          .replaceAll(one.name, '')
          .replaceAll(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, ''),
      )
    }
    expect(new Set(bodies).size).toBe(1)
  })

  it('cannot be guessed: after ten tries one must wait', async () => {
    town.portal.clock.advance(3_600_000)
    const stranger = town.browser()
    await stranger.get('/leuna/status')
    const tries: number[] = []
    for (let attempt = 0; attempt < 11; attempt++)
      tries.push((await stranger.post('/leuna/status', { code: 'x', name: 'Hartwig' })).status)
    expect(tries).toEqual([...Array(10).fill(422), 429])
  })
})

async function mayRead(cookie: string, id: ApplicationId): Promise<boolean> {
  const { createHash } = await import('node:crypto')
  const guest = createHash('sha256').update(cookie).digest('hex')
  const { services, clock } = town.portal
  const scope = { now: clock.now(), guest }
  const tenant = 'leuna' as TenantId
  return Boolean(await inScope(services.database, scope, db => findApplication(db, scope, { tenant, id })))
}
