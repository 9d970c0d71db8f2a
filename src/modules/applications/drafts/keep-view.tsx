import { formatDate } from '#core/i18n/format.ts'
import { Layout, urls } from '#modules/tenants/index.ts'
import { Actions, Button, ErrorSummary, Form, LinkButton, Panel, TextField } from '#ui/index.ts'
import { fillingOf, wordsFor } from '../questions/asking.ts'
import { resumeUrl } from '../questions/next-page.ts'
import type { DraftVisit } from '../questions/question-form.tsx'
import { applicationUrls } from '../urls.ts'
import type { OpenedDraft } from './model.ts'

interface Keep {
  readonly opened: OpenedDraft
  readonly error?: string | undefined
  /** Just made; shown this one time. */
  readonly code?: string | undefined
}

export function KeepView({ visit, view }: { visit: DraftVisit; view: Keep }) {
  const { opened, error, code } = view
  const { t, say, words } = wordsFor(fillingOf(opened, visit.language))
  const title = t('keep.title')
  const until = formatDate(opened.draft.expiresAt, visit.language)
  const onward = resumeUrl(opened.draft, opened.open)
  return (
    <Layout
      visit={visit}
      portal={visit.portal}
      title={title}
      context={say(opened.package.service.title)}
      hasErrors={error !== undefined}
      back={{ href: onward, label: t('back') }}
    >
      <div class="th-stack">
        {error && <ErrorSummary title={words.errors_title} errors={[{ name: 'password', message: error }]} />}
        {code ? (
          <Panel title={t('keep.code_made')} caption={t('keep.code')} mark={code}>
            <p>{t('keep.code_note')}</p>
          </Panel>
        ) : (
          <h1>{title}</h1>
        )}
        <p>{t('keep.until', { date: until })}</p>
        {code ? <Where portal={visit.portal.slug} t={t} /> : <Ways visit={visit} view={view} />}
        <p>
          <a href={onward}>{t('keep.continue')}</a>
        </p>
      </div>
    </Layout>
  )
}

function Where({ portal, t }: { portal: string; t: ReturnType<typeof wordsFor>['t'] }) {
  return (
    <p>
      {t('keep.where')} <a href={applicationUrls.resume(portal)}>{t('resume.title')}</a>
    </p>
  )
}

function Ways({ visit, view }: { visit: DraftVisit; view: Keep }) {
  const { draft } = view.opened
  const { t, words } = wordsFor(fillingOf(view.opened, visit.language))
  const csrf = { name: '_csrf', value: visit.csrf() }
  if (draft.account) {
    return (
      <>
        <p>{t('keep.in_account')}</p>
        <LinkButton kind="secondary" href={urls.accountApplications}>
          {t('keep.to_account')}
        </LinkButton>
      </>
    )
  }
  return (
    <>
      <h2>{t('keep.account_title')}</h2>
      {visit.identity.scope.account ? (
        <Form action={applicationUrls.takeOver(draft)} csrf={csrf} sending={words.sending}>
          <Actions>
            <Button kind="secondary">{t('keep.take_over')}</Button>
          </Actions>
        </Form>
      ) : (
        <p>
          {t('keep.account_text')} <a href={urls.signIn(applicationUrls.keep(draft))}>{t('keep.sign_in')}</a>
        </p>
      )}
      <h2>{t('keep.code_title')}</h2>
      <p>{t('keep.code_text')}</p>
      {draft.hasResumeCode && <p>{t('keep.code_again')}</p>}
      <Form action={applicationUrls.keep(draft)} csrf={csrf} sending={words.sending}>
        <TextField
          name="password"
          type="password"
          label={t('keep.password')}
          hint={t('keep.password_hint')}
          autocomplete="new-password"
          spellcheck={false}
          error={view.error}
        />
        <Actions>
          <Button>{t('keep.make_code')}</Button>
        </Actions>
      </Form>
    </>
  )
}
