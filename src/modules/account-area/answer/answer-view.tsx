import { formatBytes } from '#core/i18n/format.ts'
import { laterLimits } from '#modules/applications/index.ts'
import { type CaseView, conflictText, openRequest } from '#modules/cases/index.ts'
import { Actions, Button, Form, LongTextField, Notification, Prose, Upload, uiWords } from '#ui/index.ts'
import { csrfOf, type Errors, errorOf, OwnLayout } from '../own-layout.tsx'
import type { OwnVisit } from '../own-page.ts'
import { filesField, mostFiles } from './answer-form.ts'
import { filesOfRequest } from './open-question.ts'

export interface AnswerViewProps {
  visit: OwnVisit
  view: CaseView
  /** As it was typed. */
  text?: string | undefined
  errors?: Errors | undefined
}

/** The office's question, and the place for the answer: words, and files where they are asked for. */
export function AnswerView({ visit, view, text, errors = [] }: AnswerViewProps) {
  const { t, urls, language } = visit
  const asked = openRequest(view.state)!
  const key = { tenant: view.state.tenant, id: view.state.application }
  const words = uiWords(language)
  const title = t('answer.title')
  return (
    <OwnLayout
      {...{ visit, title, errors }}
      context={view.state.fileNumber}
      back={{ href: urls.application(key), label: t('back.application') }}
    >
      <h1>{title}</h1>
      <Notification tone="info" title={t('answer.question', { authority: view.authority })} level={2}>
        <Prose text={asked.data.text} />
      </Notification>
      <Form
        action={urls.answer(key)}
        csrf={csrfOf(visit)}
        multipart={asked.data.asksForFiles}
        sending={words.sending}
      >
        <LongTextField
          name="text"
          label={t('answer.label')}
          hint={asked.data.asksForFiles ? t('answer.hint_files') : undefined}
          rows={6}
          value={text}
          error={errorOf(errors, 'text')}
        />
        {asked.data.asksForFiles && <Files {...{ visit, view, errors }} request={asked.data.request} />}
        <Actions>
          <Button>{t('answer.send')}</Button>
        </Actions>
      </Form>
    </OwnLayout>
  )
}

function Files({ visit, view, errors = [], request }: AnswerViewProps & { request: string }) {
  const { t, urls, language } = visit
  const key = { tenant: view.state.tenant, id: view.state.application }
  const size = formatBytes(laterLimits.max_bytes, language)
  const endings = ['.jpg', '.jpeg', '.png', '.pdf']
  return (
    <Upload
      name={filesField}
      label={t('answer.files')}
      hint={t('answer.files_hint', { n: mostFiles, size })}
      optional={uiWords(language).optional}
      error={errorOf(errors, filesField)}
      files={filesOfRequest(view, request).map(file => ({
        id: file.id,
        name: file.name,
        size: formatBytes(file.size_bytes, language),
        href: urls.document(key, file.id),
      }))}
      accept={[...laterLimits.mediaTypes, ...endings].join(',')}
      multiple
      max={{ bytes: laterLimits.max_bytes, text: size }}
      words={uiWords(language)}
    />
  )
}

/** The question is answered, or was taken back: says so instead of asking again. */
export function NothingAsked({ visit, view }: Pick<AnswerViewProps, 'visit' | 'view'>) {
  const { t, urls, language } = visit
  const title = t('answer.title')
  const href = urls.application({ tenant: view.state.tenant, id: view.state.application })
  return (
    <OwnLayout
      {...{ visit, title }}
      context={view.state.fileNumber}
      back={{ href, label: t('back.application') }}
    >
      <h1>{title}</h1>
      <Notification tone="info" title={conflictText('not-asked', language)} />
    </OwnLayout>
  )
}
