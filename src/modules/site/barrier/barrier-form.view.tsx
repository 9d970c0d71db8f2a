import type { Language } from '#core/i18n/languages.ts'
import { type Portal, urls } from '#modules/tenants/index.ts'
import { Actions, Button, ErrorSummary, Form, LongTextField, TextField, uiWords } from '#ui/index.ts'
import { Contact } from '../contact/contact.tsx'
import { Sentences } from '../texts/running-text.tsx'
import { messages } from './messages.ts'
import type { BarrierReport, checkReport } from './model.ts'

interface BarrierFormProps {
  portal: Portal
  language: Language
  csrf: string
  report: BarrierReport
  faults: ReturnType<typeof checkReport>
}

/** Three questions, one of which needs an answer. */
export function BarrierForm({ portal, language, csrf, report, faults }: BarrierFormProps) {
  const t = messages.in(language)
  const errors = faults.map(({ name, fault }) => ({ name, message: t(fault) }))
  const errorOf = (name: keyof BarrierReport) => errors.find(error => error.name === name)?.message
  return (
    <>
      <ErrorSummary title={uiWords(language).errors_title} errors={errors} />
      <h1>{t('title')}</h1>
      <p class="th-lead">
        <Sentences text={t('lead')} language={language} />
      </p>
      <Form
        action={urls.reportBarrier(portal.slug)}
        csrf={{ name: '_csrf', value: csrf }}
        sending={t('sending')}
      >
        <LongTextField
          name="what"
          label={t('what')}
          hint={t('what_hint')}
          value={report.what}
          error={errorOf('what')}
        />
        <TextField
          name="where"
          label={t('where')}
          hint={t('where_hint')}
          optional={t('optional')}
          value={report.where}
          error={errorOf('where')}
        />
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={t('email')}
          why={t('email_why')}
          optional={t('optional')}
          value={report.email}
          error={errorOf('email')}
        />
        <Actions>
          <Button>{t('send')}</Button>
        </Actions>
      </Form>
      <Contact sentence={t('other_ways')} contact={portal.tenant.settings.contact} />
    </>
  )
}
