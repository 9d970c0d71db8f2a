import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import type { CaseId, TenantId } from '#core/ids.ts'
import { listDemoMails } from '#core/mail/mail-store.ts'
import { type Desk, openDesk } from '#modules/cases/cases.fixture.ts'
import type { MessageCursor } from './model.ts'
import { postMessage } from './post-message.ts'
import { countUnread, listMessages, listMessagesOf, openMessage } from './read-messages.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as TenantId
const system = () => ({ now: desk.clock.now(), tenant: leuna })
const unread = () =>
  inScope(desk.services.database, desk.resident(desk.jannik), db =>
    countUnread(db, desk.resident(desk.jannik)),
  )

async function post(id: CaseId, subject: string, language: 'de' | 'de-leicht' | 'en' = 'de'): Promise<void> {
  desk.clock.advance(1000)
  await inScope(desk.services.database, system(), db =>
    postMessage(db, system(), {
      keyring: desk.services.keyring,
      case: id,
      account: desk.jannik,
      kind: 'request',
      content: { subject, body: 'Bitte senden Sie ein Foto der Kastanie.' },
      notify: {
        email: `${language}@example.org`,
        language,
        authority: 'Stadt Leuna',
        portal: 'leuna',
        baseUrl: 'https://rathaus.example',
      },
    }),
  )
}

describe('mailbox', () => {
  test('newest first, 25 a page, every message once', async () => {
    const id = await desk.send({ account: desk.jannik, email: null })
    for (let n = 1; n <= 30; n += 1) await post(id, `Nachricht ${n}`)
    const subjects: string[] = []
    const sizes: number[] = []
    let after: MessageCursor | undefined
    do {
      const page = await listMessages(desk.services, desk.resident(desk.jannik), { language: 'de', after })
      subjects.push(...page.messages.map(message => message.subject))
      sizes.push(page.messages.length)
      after = page.next
    } while (after)
    expect(sizes).toEqual([25, 6])
    expect(subjects.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, n) => `Nachricht ${30 - n}`))
    expect(new Set(subjects).size).toBe(31)
  })

  test('unread until opened, and opened once', async () => {
    const before = await unread()
    const { messages } = await listMessages(desk.services, desk.resident(desk.jannik), { language: 'de' })
    const key = { tenant: leuna, message: messages[0]!.id, language: 'de' as const }
    await Promise.all([1, 2].map(() => openMessage(desk.services, desk.resident(desk.jannik), key)))
    expect(await unread()).toBe(before - 1)
    await openMessage(desk.services, desk.resident(desk.jannik), key)
    expect(await unread()).toBe(before - 1)
  })

  test('a guest reads the messages of the case and has no mailbox', async () => {
    const guest = 'ab'.repeat(32)
    const id = await desk.send({ account: null, guest, email: null })
    const key = { tenant: leuna, case: id, language: 'en' as const }
    expect(await listMessagesOf(desk.services, desk.guest(guest), key)).toMatchObject([{ kind: 'received' }])
    expect(await listMessagesOf(desk.services, desk.guest('cd'.repeat(32)), key)).toEqual([])
    expect(await listMessages(desk.services, desk.guest(guest), { language: 'en' })).toEqual({ messages: [] })
  })

  test('in the language of the reader, whatever it was sent in', async () => {
    const id = await desk.send({ language: 'en' })
    const key = { tenant: leuna, case: id }
    const own = desk.resident(desk.ines)
    const [german] = await listMessagesOf(desk.services, own, { ...key, language: 'de' })
    const [plain] = await listMessagesOf(desk.services, own, { ...key, language: 'de-leicht' })
    expect(german?.subject).toMatch(/^Ihr Antrag LEU-\S+ ist angekommen$/)
    expect(plain?.subject).toMatch(/^Ihr Antrag LEU-\S+ ist da$/)
  })
})

describe('the mail beside it', () => {
  test('says that something is there, from whom and where; never what', async () => {
    const id = await desk.send({ email: null })
    for (const language of ['de', 'de-leicht', 'en'] as const)
      await post(id, 'Foto der Kastanie fehlt', language)
    await desk.work()
    const mails = await inScope(desk.services.database, { now: desk.clock.now() }, listDemoMails)
    const last = ['de', 'de-leicht', 'en'].map(
      one => mails.find(mail => mail.recipient === `${one}@example.org`)!,
    )
    for (const { subject, body } of last) {
      expect(subject).toMatch(/^Stadt Leuna: /)
      expect(body).toContain('https://rathaus.example/konto/postfach')
      expect(subject + body).not.toMatch(/Kastanie|Foto|LEU-|\{/)
    }
    expect(new Set(last.map(mail => mail.subject)).size).toBe(3)
  })

  test('is not written when the change it belongs to is taken back', async () => {
    const id = await desk.send({ email: null })
    const count = async () => (await desk.pool.query('select count(*) as n from mails')).rows[0].n
    const before = await count()
    const failed = inScope(desk.services.database, system(), async db => {
      await postMessage(db, system(), {
        keyring: desk.services.keyring,
        case: id,
        kind: 'request',
        content: { subject: 'x', body: 'x' },
        notify: {
          email: 'x@example.org',
          language: 'de',
          authority: 'x',
          portal: 'leuna',
          baseUrl: 'https://x.example',
        },
      })
      throw new Error('taken back')
    })
    await expect(failed).rejects.toThrow('taken back')
    expect(await count()).toBe(before)
  })
})
