import { file, html } from '#core/http/visit.ts'
import { renderLetter } from '#core/letters/index.ts'
import { applyingPage } from '../applying-page.ts'
import { addressOf, draftParams } from '../questions/params.ts'
import { readReceipt } from './receipt.ts'
import { receiptData } from './receipt-data.ts'
import { receiptLetter } from './receipt-letter.ts'
import { ReceiptView } from './receipt-view.tsx'

const path = '/:portal/antrag/:service/:draft/eingang'

export const receiptPage = applyingPage({
  method: 'GET',
  path,
  audience: 'anyone',
  audit: 'application.receipt_viewed',
  params: draftParams,
  handle: async visit => {
    const { services, scope, portal } = visit
    const receipt = await readReceipt(services, scope, { portal, address: addressOf(portal, visit.params) })
    return html(<ReceiptView visit={visit} receipt={receipt} />)
  },
})

export const receiptPdf = applyingPage({
  method: 'GET',
  path: `${path}.pdf`,
  audience: 'anyone',
  audit: 'application.receipt_downloaded',
  params: draftParams,
  handle: async visit => {
    const { services, scope, portal } = visit
    const receipt = await readReceipt(services, scope, { portal, address: addressOf(portal, visit.params) })
    const pdf = await renderLetter('receipt', receiptLetter(receipt))
    const name = `${receipt.application.fileNumber}.pdf`
    return file({ body: Buffer.from(pdf), mediaType: 'application/pdf', name, size: pdf.length })
  },
})

export const receiptJson = applyingPage({
  method: 'GET',
  path: `${path}.json`,
  audience: 'anyone',
  audit: 'application.receipt_downloaded',
  params: draftParams,
  handle: async visit => {
    const { services, scope, portal } = visit
    const receipt = await readReceipt(services, scope, { portal, address: addressOf(portal, visit.params) })
    const body = JSON.stringify(receiptData(receipt), null, 2)
    return file({ body, mediaType: 'application/json', name: `${receipt.application.fileNumber}.json` })
  },
})
