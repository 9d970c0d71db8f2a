import {
  type CompiledField,
  type ItemState,
  itemTitle,
  type PageState,
  type Shown,
  showFields,
} from '#flow/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { applicationUrls } from '../urls.ts'
import { type FieldNote, fillingOf, wordsFor } from './asking.ts'
import { ProgressView } from './progress-view.tsx'
import { type DraftVisit, QuestionForm } from './question-form.tsx'

export interface ItemView {
  readonly opened: OpenedDraft
  readonly page: PageState
  readonly group: CompiledField
  readonly state: ItemState
  readonly isFromReview: boolean
  readonly shown?: Shown | undefined
  readonly errors: readonly FieldNote[]
  readonly warnings: readonly FieldNote[]
  readonly hasAppeared?: boolean | undefined
}

/** One entry of a group on a page of its own: "Baum 2". */
export function ItemPage({ visit, view }: { visit: DraftVisit; view: ItemView }) {
  const { opened, page, group, state, isFromReview } = view
  const { draft } = opened
  const filling = fillingOf(opened, visit.language, { group, state })
  const words = wordsFor(filling)
  const from = isFromReview ? '?von=pruefen' : ''
  const asking = {
    ...words,
    shown: view.shown ?? showFields(state.fields),
    errors: view.errors,
    warnings: view.warnings,
    fileHref: (document: string) => applicationUrls.file(draft, document),
    // Groups hold no groups: nothing leads further down.
    itemHref: () => applicationUrls.page(draft, page.slug),
    newItemHref: () => applicationUrls.page(draft, page.slug),
    nonce: visit.nonce,
    tileUrl: visit.services.settings.tileUrl,
  }
  const title = itemTitle(group, state, filling)
  const here = applicationUrls.item(draft, page.slug, { group: group.id, item: state.id })
  return (
    <QuestionForm
      visit={visit}
      opened={opened}
      asking={asking}
      title={title}
      fields={state.fields}
      action={`${here}${from}`}
      back={{ href: `${applicationUrls.page(draft, page.slug)}${from}`, label: words.t('back') }}
      submitLabel={words.t('item.save', { item: title })}
      hasAppeared={view.hasAppeared}
      progress={<ProgressView opened={opened} page={page} asking={asking} />}
    />
  )
}
