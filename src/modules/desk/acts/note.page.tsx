import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import { addNote, readCase } from '#modules/cases/index.ts'
import { caseParams } from '../case/case-address.ts'
import { NoteForm } from '../case/stream-view.tsx'
import { deskPage } from '../desk-page.ts'
import { deskUrls } from '../urls.ts'
import { ActLayout } from './act-layout.tsx'
import { readText } from './read-text.ts'

const path = '/amt/vorgang/:case/notiz'

export const notePage = deskPage({
  method: 'GET',
  path,
  audience: 'staff',
  audit: 'case.note_begun',
  params: caseParams,
  handle: async visit => {
    const view = await readCase(visit.services, visit.scope, visit.params.case)
    return html(
      <ActLayout {...{ visit, view }} title={visit.t('note.title')}>
        <NoteForm {...{ visit, view }} />
      </ActLayout>,
    )
  },
})

export const saveNotePage = deskPage({
  method: 'POST',
  path,
  audience: 'staff',
  audit: 'case.note_added',
  params: caseParams,
  form: z.object({ text: z.string().default('') }),
  handle: async visit => {
    const { services, scope, params, t } = visit
    const { text, problem } = readText(visit.form.text)
    if (!problem) {
      await addNote(services, scope, { case: params.case, text })
      return redirect(`${deskUrls.case(params.case)}?getan=notiz#verlauf`)
    }
    const view = await readCase(services, scope, params.case)
    const errors = [{ name: 'text', message: t(`note.${problem}`) }]
    return html(
      <ActLayout {...{ visit, view, errors }} title={t('note.title')}>
        <NoteForm {...{ visit, view, errors }} value={visit.form.text} />
      </ActLayout>,
      422,
    )
  },
})
