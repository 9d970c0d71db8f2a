import type { AnyPage } from '#core/http/page.ts'
import { assignmentPage, assignPage } from './acts/assignment.page.tsx'
import { claimPage } from './acts/claim.page.tsx'
import { notePage, saveNotePage } from './acts/note.page.tsx'
import { requestPage, sendRequestPage } from './acts/request.page.tsx'
import { taskPage } from './acts/task.page.tsx'
import { casePage } from './case/case.page.tsx'
import { documentContentPage, documentPage } from './case/document.page.tsx'
import { checksPage, saveChecksPage } from './checks/checks.page.tsx'
import { cosignaturePage, cosignaturePreviewPage, cosignPage } from './cosignature/cosignature.page.tsx'
import { confirmationPage, decidePage } from './decision/confirmation.page.tsx'
import { decisionPage, previewPage, saveDecisionPage } from './decision/decision.page.tsx'
import { outcomesPage } from './decision/outcomes.page.tsx'
import { noticePage } from './delivery/notice.page.ts'
import { paperPage, postedPage } from './delivery/paper.page.tsx'
import { inboxPage } from './inbox/inbox.page.tsx'

export const pages: readonly AnyPage[] = [
  inboxPage,
  casePage,
  documentPage,
  documentContentPage,
  claimPage,
  assignmentPage,
  assignPage,
  taskPage,
  notePage,
  saveNotePage,
  requestPage,
  sendRequestPage,
  checksPage,
  saveChecksPage,
  outcomesPage,
  decisionPage,
  saveDecisionPage,
  previewPage,
  confirmationPage,
  decidePage,
  cosignaturePage,
  cosignaturePreviewPage,
  cosignPage,
  noticePage,
  paperPage,
  postedPage,
]
