import { inTenant } from '#core/db/scope.ts'
import { html, type Reply, redirect } from '#core/http/visit.ts'
import { removeAnswerDocument, uploadErrors } from '#modules/applications/index.ts'
import { answerRequest, CaseConflict, openRequest } from '#modules/cases/index.ts'
import { readOwnView } from '../application/read-own-application.ts'
import { applicationParams, type OwnVisit, ownPages } from '../own-page.ts'
import { answerForm, longestAnswer, readAnswer } from './answer-form.ts'
import { AnswerView, NothingAsked } from './answer-view.tsx'
import { filesOfRequest } from './open-question.ts'
import { receiveFile } from './receive-file.ts'

const paths = {
  account: '/konto/antraege/:tenant/:application/antwort',
  guest: '/:portal/status/:tenant/:application/antwort',
}

export const answerPages = ownPages({
  method: 'GET',
  paths,
  audit: 'request.viewed',
  params: { account: applicationParams },
  handle: async visit => {
    const view = await readOwnView(visit.services, visit.scope, visit.params)
    return html(
      openRequest(view.state) ? <AnswerView {...{ visit, view }} /> : <NothingAsked {...{ visit, view }} />,
    )
  },
})

export const sendAnswerPages = ownPages({
  method: 'POST',
  paths,
  audit: 'request.answered',
  params: { account: applicationParams },
  form: answerForm,
  receive: (visit, file) => {
    const { services, scope, params, clientHash } = visit
    return receiveFile(services, scope, { key: params, file, client: clientHash })
  },
  handle: async (visit): Promise<Reply> => {
    const { services, scope, params, form, urls } = visit
    const { tenant, application } = params
    const request = openRequest((await readOwnView(services, scope, params)).state)?.data.request
    if (request && form.remove)
      await removeAnswerDocument(services, inTenant(scope, tenant), {
        application,
        request,
        document: form.remove,
      })
    const view = await readOwnView(services, scope, params)
    if (!request) return html(<NothingAsked {...{ visit, view }} />, 409)
    const show = (errors: readonly { name: string; message: string }[], status: number): Reply =>
      html(<AnswerView {...{ visit, view, errors }} text={form.text} />, status)
    const refused = uploadErrors(form.outcomes, visit.language)
    // Only the file was meant; the text stays in its box and is judged when the answer is sent.
    if (form.remove || form.isUpload) return show(refused, refused.length > 0 ? 422 : 200)
    const text = readAnswer(form.text)
    const files = filesOfRequest(view, request).length
    const errors = [...refused, ...findings(visit, { text, files })]
    if (errors.length > 0) return show(errors, 422)
    try {
      await answerRequest(services, scope, { tenant, case: view.state.id, request, text })
    } catch (cause) {
      if (!(cause instanceof CaseConflict)) throw cause
      return html(<NothingAsked {...{ visit, view }} />, 409)
    }
    return redirect(`${urls.application({ tenant, id: application })}?getan=geantwortet`)
  },
})

function findings({ t }: OwnVisit, answer: { text: string; files: number }) {
  if (answer.text.length > longestAnswer) return [{ name: 'text', message: t('answer.too_long') }]
  if (answer.text === '' && answer.files === 0) return [{ name: 'text', message: t('answer.missing') }]
  return []
}
