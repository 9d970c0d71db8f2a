import { z } from 'zod'
import { html, redirect } from '#core/http/visit.ts'
import {
  CaseConflict,
  type CaseView,
  conflictText,
  mayWithdraw,
  withdrawApplication,
} from '#modules/cases/index.ts'
import { Confirm, Notification, uiWords } from '#ui/index.ts'
import { csrfOf, OwnLayout } from '../own-layout.tsx'
import { applicationParams, type OwnVisit, ownPages } from '../own-page.ts'
import { readOwnView } from './read-own-application.ts'

const paths = {
  account: '/konto/antraege/:tenant/:application/zuruecknehmen',
  guest: '/:portal/status/:tenant/:application/zuruecknehmen',
}

/** Asks once: taking an application back cannot be undone. */
export const withdrawalPages = ownPages({
  method: 'GET',
  paths,
  audit: 'application.withdrawal_begun',
  params: { account: applicationParams },
  handle: async visit => {
    const view = await readOwnView(visit.services, visit.scope, visit.params)
    // The applicant learns under which reason it is too late, not that there is no such page.
    const reason = view.state.phase === 'closed' ? 'closed' : 'decided'
    return html(
      <WithdrawalPage {...{ visit, view }} refusal={mayWithdraw(view.state) ? undefined : reason} />,
    )
  },
})

export const withdrawPages = ownPages({
  method: 'POST',
  paths,
  audit: 'application.withdrawn',
  params: { account: applicationParams },
  form: z.object({}),
  handle: async visit => {
    const { services, scope, params, urls } = visit
    const view = await readOwnView(services, scope, params)
    try {
      await withdrawApplication(services, scope, { tenant: params.tenant, case: view.state.id })
    } catch (cause) {
      if (!(cause instanceof CaseConflict)) throw cause
      const refusal = cause.reason === 'closed' ? 'closed' : 'decided'
      return html(<WithdrawalPage {...{ visit, view, refusal }} />, 409)
    }
    return redirect(
      `${urls.application({ tenant: params.tenant, id: params.application })}?getan=zurueckgenommen`,
    )
  },
})

interface WithdrawalPageProps {
  visit: OwnVisit
  view: CaseView
  /** Why it is too late. */
  refusal?: 'closed' | 'decided' | undefined
}

function WithdrawalPage({ visit, view, refusal }: WithdrawalPageProps) {
  const { t, urls, language } = visit
  const { tenant, application: id, fileNumber, subject } = view.state
  const title = t('withdrawal.title')
  const back = { href: urls.application({ tenant, id }), label: t('back.application') }
  return (
    <OwnLayout {...{ visit, title, back }} context={fileNumber}>
      {refusal ? (
        <>
          <h1>{title}</h1>
          <Notification tone="warning" title={conflictText(refusal, language)} />
        </>
      ) : (
        <Confirm
          action={urls.withdrawal({ tenant, id })}
          csrf={csrfOf(visit)}
          sending={uiWords(language).sending}
          title={t('withdrawal.question', { number: fileNumber })}
          confirmLabel={t('withdrawal.confirm')}
          cancel={{ href: back.href, label: t('withdrawal.cancel') }}
        >
          <p>{subject}</p>
          <p>{t('withdrawal.text')}</p>
        </Confirm>
      )}
    </OwnLayout>
  )
}
