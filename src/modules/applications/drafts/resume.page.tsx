import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { Layout } from '#modules/tenants/index.ts'
import { Actions, Button, ErrorSummary, Form, TextField, uiWords } from '#ui/index.ts'
import { applyingPage } from '../applying-page.ts'
import { messages } from '../messages.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'
import { resumeDraft } from './resume-draft.ts'

const path = '/:portal/weitermachen'
const params = z.strictObject({ portal: z.string() })
const codeForm = z.object({
  code: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
})

/** Goes on with an application that was begun elsewhere. */
export const resumePage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'draft.resume_viewed',
  params,
  handle: visit => html(<ResumeView visit={visit} />),
})

export const resumeAction = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'draft.resumed',
  params,
  form: codeForm,
  handle: async visit => {
    const scope = { ...visit.scope, guest: visit.guest() }
    const found = await resumeDraft(visit.services, scope, { ...visit.form, client: visit.clientHash })
    if (found) return redirect(applicationUrls.review(found))
    return html(<ResumeView visit={visit} code={visit.form.code} hasFailed />, 422)
  },
})

function ResumeView({ visit, code, hasFailed }: { visit: DraftVisit; code?: string; hasFailed?: boolean }) {
  const t = messages.in(visit.language)
  const words = uiWords(visit.language)
  const title = t('resume.title')
  const error = hasFailed ? t('resume.wrong') : undefined
  return (
    <Layout visit={visit} portal={visit.portal} title={title} hasErrors={hasFailed}>
      <div class="th-stack">
        {error && <ErrorSummary title={words.errors_title} errors={[{ name: 'code', message: error }]} />}
        <h1>{title}</h1>
        <p>{t('resume.text')}</p>
        <Form
          action={applicationUrls.resume(visit.portal.slug)}
          csrf={{ name: '_csrf', value: visit.csrf() }}
          sending={words.sending}
        >
          <TextField
            name="code"
            label={t('keep.code')}
            hint={t('code.hint')}
            value={code}
            autocomplete="off"
            spellcheck={false}
            error={error}
          />
          <TextField
            name="password"
            type="password"
            label={t('resume.password')}
            autocomplete="current-password"
            spellcheck={false}
          />
          <Actions>
            <Button>{t('resume.go')}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
