import { type PageState, type Shown, showPage } from '#flow/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { applicationUrls } from '../urls.ts'
import { type FieldNote, fillingOf, wordsFor } from './asking.ts'
import { ProgressView } from './progress-view.tsx'
import { type DraftVisit, QuestionForm } from './question-form.tsx'

export interface QuestionView {
  readonly opened: OpenedDraft
  readonly page: PageState
  readonly isFromReview: boolean
  /** As it was typed; left out, the stored answers. */
  readonly shown?: Shown | undefined
  readonly errors: readonly FieldNote[]
  readonly warnings: readonly FieldNote[]
  readonly hasAppeared?: boolean | undefined
}

/** One page of a form. */
export function QuestionPage({ visit, view }: { visit: DraftVisit; view: QuestionView }) {
  const { opened, page, isFromReview } = view
  const { draft, open } = opened
  const words = wordsFor(fillingOf(opened, visit.language))
  const from = isFromReview ? '?von=pruefen' : ''
  const asking = {
    ...words,
    shown: view.shown ?? showPage(open, page.id),
    errors: view.errors,
    warnings: view.warnings,
    fileHref: (document: string) => applicationUrls.file(draft, document),
    itemHref: (group: string, item: string) =>
      `${applicationUrls.item(draft, page.slug, { group, item })}${from}`,
    newItemHref: (group: string) => `${applicationUrls.newItem(draft, page.slug, group)}${from}`,
    nonce: visit.nonce,
    tileUrl: visit.services.settings.tileUrl,
  }
  return (
    <QuestionForm
      visit={visit}
      opened={opened}
      asking={asking}
      title={words.say(page.title) ?? ''}
      intro={words.say(page.intro)}
      fields={page.fields}
      action={`${applicationUrls.page(draft, page.slug)}${from}`}
      saveTo={applicationUrls.autosave(draft, page.slug)}
      back={{ href: backOf(view), label: words.t('back') }}
      submitLabel={words.t(isFromReview ? 'continue.review' : 'continue')}
      hasAppeared={view.hasAppeared}
      progress={<ProgressView opened={opened} page={page} asking={asking} />}
    />
  )
}

function backOf({ opened, page, isFromReview }: QuestionView): string {
  const { draft, open } = opened
  if (isFromReview) return applicationUrls.review(draft)
  const previous = open.previous(page.id)
  return previous
    ? applicationUrls.page(draft, previous.slug)
    : applicationUrls.start(draft.portal, draft.service)
}
