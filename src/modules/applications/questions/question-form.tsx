import type { ComponentChildren } from 'preact'
import type { Visit } from '#core/http/visit.ts'
import { formatTime } from '#core/i18n/format.ts'
import type { FieldState } from '#flow/index.ts'
import { Layout, type Portal } from '#modules/tenants/index.ts'
import { Actions, Button, ErrorSummary, Form, Notification, SaveNote } from '#ui/index.ts'
import type { OpenedDraft } from '../drafts/model.ts'
import type { ApplicationServices } from '../services.ts'
import { applicationUrls } from '../urls.ts'
import type { Asking } from './asking.ts'
import { FieldView } from './field-view.tsx'
import { Paragraphs } from './text-view.tsx'

/** What the pages of a draft need of the request. */
export type DraftVisit = Pick<
  Visit<ApplicationServices>,
  'services' | 'scope' | 'identity' | 'language' | 'url' | 'nonce' | 'csrf'
> & { readonly portal: Portal }

export interface QuestionFormProps {
  visit: DraftVisit
  opened: OpenedDraft
  asking: Asking
  title: string
  intro?: string | undefined
  fields: readonly FieldState[]
  /** Where the form posts. */
  action: string
  /** Where what is typed is kept meanwhile. */
  saveTo?: string | undefined
  back: { href: string; label: string }
  submitLabel: string
  /** An answer just given brought further questions on this page. */
  hasAppeared?: boolean | undefined
  /** Above the heading: where in the form we are. */
  progress?: ComponentChildren
}

/** A page that asks: progress, errors, questions, "Weiter", and that it is saved. */
export function QuestionForm(props: QuestionFormProps) {
  const { visit, opened, asking, title, fields } = props
  const { t, words, errors } = asking
  const service = asking.say(opened.package.service.title)
  const hasUpload = fields.some(field => field.compiled.field.type === 'upload')
  return (
    <Layout
      visit={visit}
      portal={visit.portal}
      title={title}
      context={service}
      hasErrors={errors.length > 0}
      back={props.back}
    >
      <div class="th-stack">
        <ErrorSummary title={words.errors_title} errors={errors} />
        {props.hasAppeared && errors.length === 0 && (
          <Notification tone="info" title={t('appeared.title')} live />
        )}
        {props.progress}
        <h1>{title}</h1>
        {props.intro && <Paragraphs text={props.intro} />}
        <Form
          action={props.action}
          csrf={{ name: '_csrf', value: visit.csrf() }}
          multipart={hasUpload}
          sending={words.sending}
        >
          {asking.warnings.map(({ name }) => (
            <input key={name} type="hidden" name="_warned" value={name} />
          ))}
          {fields.map(field => (
            <FieldView key={field.id} field={field} asking={asking} />
          ))}
          <Actions>
            <Button>{props.submitLabel}</Button>
          </Actions>
          <SaveNote savedAt={savedAt(opened, asking)} saveTo={props.saveTo} words={words} />
        </Form>
        <p>
          <a href={applicationUrls.keep(opened.draft)}>{t('keep.link')}</a>
        </p>
      </div>
    </Layout>
  )
}

/** Nothing is saved before the first answer. The words of the line bring their own "Uhr". */
function savedAt({ draft }: OpenedDraft, { language }: Asking): string | undefined {
  return draft.revision === 0 ? undefined : formatTime(draft.savedAt, language).replace(/ Uhr$/, '')
}
