import { describeOpen, type Entry, type ItemAnswer } from '#flow/index.ts'
import { Layout } from '#modules/tenants/index.ts'
import { Actions, Button, Details, Form, fieldId, LinkButton, Notification, SummaryList } from '#ui/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { fillingOf, wordsFor } from '../questions/asking.ts'
import { pageErrors } from '../questions/findings.ts'
import { resumeUrl } from '../questions/next-page.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'

interface Review {
  readonly opened: OpenedDraft
  /** Why it was not sent. */
  readonly problem?: 'unvollstaendig' | 'geaendert' | 'ort' | undefined
}

/** All answers by section, what is missing, and the button that sends. */
export function ReviewView({ visit, view }: { visit: DraftVisit; view: Review }) {
  const { opened, problem } = view
  const { open, draft } = opened
  const { t, say } = wordsFor(fillingOf(opened, visit.language))
  const title = t('review.title')
  const last = open.pages.at(-1)
  return (
    <Layout
      visit={visit}
      portal={visit.portal}
      title={title}
      context={say(opened.package.service.title)}
      hasErrors={problem !== undefined}
      back={{ href: applicationUrls.page(draft, last?.slug ?? ''), label: t('back') }}
    >
      <div class="th-stack">
        {problem && problem !== 'unvollstaendig' && (
          <Notification tone="danger" title={t(`review.problem.${problem}`)} live>
            <p>{t(`review.problem.${problem}_text`)}</p>
          </Notification>
        )}
        <h1>{title}</h1>
        <Missing visit={visit} opened={opened} />
        <Answers visit={visit} opened={opened} />
        <Warnings visit={visit} opened={opened} />
        {open.complete ? (
          <Send visit={visit} opened={opened} />
        ) : (
          <LinkButton href={resumeUrl(draft, open, '?von=pruefen')}>{t('review.complete')}</LinkButton>
        )}
        <p>
          <a href={applicationUrls.keep(draft)}>{t('keep.link')}</a>
        </p>
      </div>
    </Layout>
  )
}

interface PartProps {
  visit: DraftVisit
  opened: OpenedDraft
}

/** Pages that are not complete, each named with what is missing and linked. */
function Missing({ visit, opened }: PartProps) {
  const { open, draft } = opened
  const filling = fillingOf(opened, visit.language)
  const { t } = wordsFor(filling)
  if (open.complete) return null
  const gaps = open.pages.flatMap(page =>
    pageErrors(page.errors, page, filling).map(note => ({ ...note, page: page.slug })),
  )
  return (
    <Notification tone="warning" title={t('review.missing', { n: gaps.length })} level={2}>
      <ul>
        {gaps.map(({ page, name, message }) => (
          <li key={`${page} ${name}`}>
            <a href={`${applicationUrls.page(draft, page)}?von=pruefen#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notification>
  )
}

function Answers({ visit, opened }: PartProps) {
  const { t, say } = wordsFor(fillingOf(opened, visit.language))
  return (
    <>
      {describeOpen(opened.package.flow, opened.open, visit.language).map(section => (
        <section key={section.section} class="th-stack">
          {section.entries[0]?.item && <h2>{section.title}</h2>}
          {runsOf(section.entries).map((run, index) => (
            <SummaryList
              key={run.item ?? run.page}
              title={
                run.item ?? (index === 0 ? section.title : (say(opened.open.page(run.page)?.title) ?? ''))
              }
              level={run.item || index > 0 ? 3 : 2}
              rows={run.entries.map(entry => ({
                label: entry.label,
                value: entry.value,
                change: { href: changeUrl(opened, entry), label: t('review.change') },
              }))}
            />
          ))}
        </section>
      ))}
    </>
  )
}

interface Run {
  readonly item: string | undefined
  readonly page: string
  readonly entries: Entry[]
}

/** What stands together: the answers of a section, then those of each tree, then those after the trees. */
function runsOf(entries: readonly Entry[]): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && last.item === entry.item) last.entries.push(entry)
    else runs.push({ item: entry.item, page: entry.page, entries: [entry] })
  }
  return runs
}

function changeUrl({ draft, open, content }: OpenedDraft, entry: Entry): string {
  const slug = open.page(entry.page)?.slug ?? entry.page
  const [group = '', index, inner] = entry.field.split('.')
  const items = content.answers[group] as readonly ItemAnswer[] | undefined
  const item = inner === undefined ? undefined : items?.[Number(index)]?._id
  if (item && inner)
    return `${applicationUrls.item(draft, slug, { group, item })}?von=pruefen#${fieldId(inner)}`
  return `${applicationUrls.page(draft, slug)}?von=pruefen#${fieldId(entry.field)}`
}

/** What the package warns of; it does not block. */
function Warnings({ visit, opened }: PartProps) {
  const filling = fillingOf(opened, visit.language)
  const { t } = wordsFor(filling)
  const notes = opened.open.pages.flatMap(page => pageErrors(page.warnings, page, filling))
  if (notes.length === 0) return null
  return (
    <Details title={t('review.warnings', { n: notes.length })} level={2} open>
      <ul>
        {notes.map(note => (
          <li key={note.name}>{note.message}</li>
        ))}
      </ul>
    </Details>
  )
}

function Send({ visit, opened }: PartProps) {
  const { draft, package: pack } = opened
  const { t, say, words } = wordsFor(fillingOf(opened, visit.language))
  return (
    <>
      <h2>{t('review.next')}</h2>
      <p>{t('review.next_text')}</p>
      <p>{say(pack.service.facts.duration)}</p>
      <Form
        action={applicationUrls.submit(draft)}
        csrf={{ name: '_csrf', value: visit.csrf() }}
        hidden={{ seen: String(draft.revision) }}
        sending={words.sending}
      >
        <Actions>
          <Button>{t('review.send')}</Button>
        </Actions>
      </Form>
    </>
  )
}
