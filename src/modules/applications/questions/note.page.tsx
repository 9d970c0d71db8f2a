import { html, redirect } from '#core/http/visit.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { Actions, LinkButton } from '#ui/index.ts'
import { applyingPage } from '../applying-page.ts'
import { readDraft } from '../drafts/open-draft.ts'
import { applicationUrls } from '../urls.ts'
import { fillingOf, wordsFor } from './asking.ts'
import { onwardUrl, resumeUrl } from './next-page.ts'
import { addressOf, noteParams, pageQuery } from './params.ts'
import { Paragraphs } from './text-view.tsx'

/** "Wahrscheinlich brauchen Sie keine Genehmigung": said as soon as it is known, with both ways open. */
export const notePage = applyingPage({
  method: 'GET',
  path: '/:portal/antrag/:service/:draft/hinweis/:note',
  audience: 'anyone',
  audit: 'draft.note_viewed',
  params: noteParams,
  query: pageQuery,
  handle: async visit => {
    const place = addressOf(visit.portal, visit.params)
    const opened = await readDraft(visit.services, visit.scope, place)
    const note = opened.open.eligibility.find(one => one.id === visit.params.note)
    if (opened.draft.submittedTo || !note) return redirect(resumeUrl(place, opened.open))
    const { t, say } = wordsFor(fillingOf(opened, visit.language))
    const title = say(note.title) ?? ''
    const page = opened.open.page(note.after)
    const isFromReview = visit.query.von !== undefined
    const onward = onwardUrl(place, opened.open, { page: note.after, isFromReview })
    return html(
      <Layout
        visit={visit}
        portal={visit.portal}
        title={title}
        context={say(opened.package.service.title)}
        back={{
          href: page
            ? applicationUrls.page(place, page.slug)
            : applicationUrls.start(place.portal, place.service),
          label: t('back'),
        }}
      >
        <div class="th-stack">
          <h1>{title}</h1>
          <Paragraphs text={say(note.text) ?? ''} />
          <Actions>
            <LinkButton href={onward}>{say(note.continue) ?? ''}</LinkButton>
            <LinkButton kind="secondary" href={urls.service(place.portal, place.service)}>
              {t('note.stop')}
            </LinkButton>
          </Actions>
          <p>{t('note.kept')}</p>
        </div>
      </Layout>,
    )
  },
})
