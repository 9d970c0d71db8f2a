import type { PageState } from '#flow/index.ts'
import { Stepper } from '#ui/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import { applicationUrls } from '../urls.ts'
import type { Asking } from './asking.ts'

/** The sections of the form by name, and which one this is. */
export function ProgressView({
  opened,
  page,
  asking,
}: {
  opened: OpenedDraft
  page: PageState
  asking: Asking
}) {
  const { open, draft } = opened
  const { t, say, words } = asking
  const { section, index, of, sections } = open.progress(page.id)
  const title = say(sections[index - 1]?.title) ?? ''
  const firstOf = (id: string) => open.pages.find(one => one.section === id)
  return (
    <Stepper
      label={t('progress.label', { of })}
      summary={t('progress.summary', { index, of, title })}
      steps={sections.map(one => ({
        label: say(one.title) ?? '',
        state: one.id === section ? 'current' : one.done ? 'done' : 'open',
        href:
          one.done && one.id !== section
            ? applicationUrls.page(draft, firstOf(one.id)?.slug ?? page.slug)
            : undefined,
      }))}
      words={words}
    />
  )
}
