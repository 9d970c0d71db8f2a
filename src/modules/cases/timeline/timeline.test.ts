import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#core/db/database.ts'
import { languages } from '#core/i18n/languages.ts'
import type { CaseId, NoticeId, TenantId } from '#core/ids.ts'
import { addNote } from '../add-note.ts'
import { type Desk, openDesk } from '../cases.fixture.ts'
import { changeCase } from '../change-case.ts'
import { claimCase } from '../claim-case.ts'
import { completeTask } from '../complete-task.ts'
import { readCase, readOwnCase } from '../read-case.ts'
import type { NewFact } from '../record/fact.ts'
import { lastFact } from '../record/fact.ts'
import { recordChecks } from '../record-check.ts'
import { answerRequest, openRequest } from '../requests/answer-request.ts'
import { requestInformation } from '../requests/request-information.ts'
import { withdrawApplication } from '../withdraw-application.ts'
import { nextStep } from './next-step.ts'
import { timeline } from './timeline.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const leuna = 'leuna' as TenantId
const own = (id: CaseId) => readOwnCase(desk.services, desk.resident(desk.ines), { tenant: leuna, case: id })
const next = async (id: CaseId) => nextStep(await own(id), desk.clock.now(), 'de')
const titles = async (id: CaseId) => timeline(await own(id), 'resident', 'de').map(entry => entry.title)

async function tell(id: CaseId, facts: readonly NewFact[]): Promise<void> {
  const scope = { now: desk.clock.now(), tenant: leuna }
  await inScope(desk.services.database, scope, db =>
    changeCase({ services: desk.services, db }, scope, { case: id, facts }),
  )
}

/** The whole way of a permit that asks back once and goes to paper at the end. */
async function live(watch: (id: CaseId) => Promise<void>): Promise<CaseId> {
  const weber = () => desk.as('weber')
  const id = await desk.send()
  await watch(id)
  await claimCase(desk.services, weber(), { case: id })
  await addNote(desk.services, weber(), { case: id, text: 'Nachbar rief an.' })
  await recordChecks(desk.services, weber(), {
    case: id,
    checks: [
      { check: 'area', result: 'yes' },
      { check: 'tree_located', result: 'no', note: 'Skizze fehlt' },
    ],
  })
  await requestInformation(desk.services, weber(), {
    case: id,
    text: 'Bitte zeichnen Sie eine Skizze.',
    asksForFiles: true,
  })
  await desk.work()
  await watch(id)
  const request = openRequest(await desk.state(id))!.data.request
  await answerRequest(desk.services, desk.resident(desk.ines), {
    tenant: leuna,
    case: id,
    request,
    text: 'Liegt bei.',
  })
  const task = (await desk.state(id)).process.tasks[0]!.id
  await completeTask(desk.services, weber(), { case: id, task, outcome: 'entscheiden' })
  await watch(id)
  await desk.decide(weber(), id)
  await watch(id)
  await desk.work()
  const notice = lastFact((await desk.state(id)).facts, 'notice.provided')!.data.notice as NoticeId
  await tell(id, [{ type: 'notice.notified', data: { notice } }])
  await watch(id)
  desk.clock.advance(20 * 86_400_000)
  await desk.minute()
  await watch(id)
  return id
}

describe('the resident', () => {
  test('reads what happened, who acts next and until when', async () => {
    const steps: unknown[] = []
    const id = await live(async each => {
      const { actor, title, until, untilBy, detail } = await next(each)
      steps.push([actor, title, until, untilBy, detail])
    })
    expect(steps).toEqual([
      ['office', 'Stadt Leuna prüft Ihren Antrag', '2026-11-10', 'plan', undefined],
      [
        'resident',
        'Wir brauchen noch etwas von Ihnen',
        '2026-11-17',
        'plan',
        'Bitte zeichnen Sie eine Skizze.',
      ],
      ['office', 'Stadt Leuna entscheidet über Ihren Antrag', '2026-11-10', 'plan', undefined],
      ['office', 'Stadt Leuna stellt Ihren Bescheid bereit', undefined, undefined, undefined],
      ['resident', 'Öffnen Sie Ihren Bescheid', '2026-11-13', 'law', undefined],
      ['office', 'Stadt Leuna schickt Ihren Bescheid mit der Post', '2026-11-25', 'plan', undefined],
    ])
    expect(await titles(id)).toEqual([
      'Ihr Antrag ist angekommen',
      'Stadt Leuna prüft Ihren Antrag',
      'Wir brauchen noch etwas von Ihnen',
      'Sie haben geantwortet',
      'Ihr Bescheid ist da',
      'Sie haben den Bescheid nicht geöffnet. Wir schicken ihn mit der Post.',
    ])
  })

  test('never reads notes, checks, names of staff or drafts of a decision', async () => {
    const id = await live(async () => {})
    for (const language of languages) {
      const entries = timeline(await own(id), 'resident', language)
      const text = entries.map(({ title, detail, actor }) => [title, detail, actor.name].join()).join()
      expect(text).not.toMatch(/Nachbar|Weber|Skizze fehlt|grant|\{/)
    }
  })

  test('a withdrawn application is over for her', async () => {
    const id = await desk.send()
    await withdrawApplication(desk.services, desk.resident(desk.ines), {
      tenant: leuna,
      case: id,
      reason: 'Erledigt',
    })
    expect(await next(id)).toMatchObject({ actor: 'nobody', title: 'Sie haben Ihren Antrag zurückgenommen' })
    await desk.work()
    expect(await titles(id)).toContain('Ihr Antrag ist abgeschlossen')
  })
})

describe('the office', () => {
  test('reads everything with names, each act once', async () => {
    const id = await live(async () => {})
    const entries = timeline(await readCase(desk.services, desk.as('kern'), id), 'staff', 'de')
    expect(entries.map(entry => [entry.title, entry.detail])).toEqual([
      ['Antrag eingegangen', undefined],
      ['Jonas Weber hat den Vorgang übernommen', undefined],
      ['Notiz von Jonas Weber', 'Nachbar rief an.'],
      ['Jonas Weber hat 2 Prüfpunkte beantwortet', undefined],
      ['Jonas Weber hat nachgefragt', 'Bitte zeichnen Sie eine Skizze.'],
      ['Antwort eingegangen', 'Liegt bei.'],
      ['Jonas Weber: Antrag prüfen – entscheiden', undefined],
      ['Jonas Weber hat entschieden: Genehmigen', undefined],
      ['Bescheid im Portal bereitgestellt', undefined],
      ['Benachrichtigung über den Bescheid verschickt', undefined],
      ['Bescheid nicht rechtzeitig abgerufen. Er muss auf Papier verschickt werden.', undefined],
    ])
    expect(entries[0]?.actor).toEqual({ kind: 'applicant', name: 'Ines Hartwig' })
    expect(entries.map(entry => entry.seq)).toEqual(entries.map(entry => entry.seq).toSorted((a, b) => a - b))
  })
})
