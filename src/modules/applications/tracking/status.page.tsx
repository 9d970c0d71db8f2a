import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { Actions, Button, ErrorSummary, Form, TextField, uiWords } from '#ui/index.ts'
import { applyingPage } from '../applying-page.ts'
import { messages } from '../messages.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'
import { trackApplication } from './track-application.ts'

const path = '/:portal/status'
const params = z.strictObject({ portal: z.string() })
const trackForm = z.object({ code: z.string().max(200).default(''), name: z.string().max(200).default('') })

/** Follows an application that was sent without an account. */
export const statusPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'application.status_viewed',
  params,
  handle: visit => html(<StatusView visit={visit} />),
})

export const trackAction = applyingPage({
  method: 'POST',
  path,
  audience: 'anyone',
  audit: 'application.tracked',
  params,
  form: trackForm,
  handle: async visit => {
    const scope = { ...visit.scope, guest: visit.guest() }
    const found = await trackApplication(visit.services, scope, { ...visit.form, client: visit.clientHash })
    if (found) return redirect(applicationUrls.tracked(visit.portal.slug, found))
    return html(<StatusView visit={visit} typed={visit.form} hasFailed />, 422)
  },
})

function StatusView({
  visit,
  typed,
  hasFailed,
}: {
  visit: DraftVisit
  typed?: z.output<typeof trackForm>
  hasFailed?: boolean
}) {
  const t = messages.in(visit.language)
  const words = uiWords(visit.language)
  const title = t('status.title')
  const error = hasFailed ? t('status.wrong') : undefined
  return (
    <Layout visit={visit} portal={visit.portal} title={title} hasErrors={hasFailed}>
      <div class="th-stack">
        {error && <ErrorSummary title={words.errors_title} errors={[{ name: 'code', message: error }]} />}
        <h1>{title}</h1>
        <p>{t('status.text')}</p>
        <p>
          {t('status.account')} <a href={urls.accountApplications}>{t('status.to_account')}</a>
        </p>
        <Form
          action={urls.status(visit.portal.slug)}
          csrf={{ name: '_csrf', value: visit.csrf() }}
          sending={words.sending}
        >
          <TextField
            name="code"
            label={t('status.code')}
            hint={t('code.hint')}
            value={typed?.code}
            autocomplete="off"
            spellcheck={false}
            error={error}
          />
          <TextField
            name="name"
            label={t('status.name')}
            hint={t('status.name_hint')}
            value={typed?.name}
            autocomplete="family-name"
            spellcheck={false}
          />
          <Actions>
            <Button>{t('status.go')}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
