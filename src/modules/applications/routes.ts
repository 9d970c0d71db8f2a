import type { AnyPage } from '#core/http/page.ts'
import type { Task } from '#core/jobs/jobs.ts'
import { sweepFiles } from './documents/sweep-files.job.ts'
import { expireDrafts } from './drafts/expire-drafts.job.ts'
import { keepPage, makeCodePage, takeOverAction } from './drafts/keep.page.tsx'
import { resumeAction, resumePage } from './drafts/resume.page.tsx'
import { beginPage, startPage } from './drafts/start.page.tsx'
import { draftFilePage } from './questions/file.page.ts'
import { itemPage, newItemPage, saveItem } from './questions/item.page.tsx'
import { notePage } from './questions/note.page.tsx'
import { autosaveQuestion, questionPage, saveQuestion } from './questions/question.page.tsx'
import { removeItemAction, removeItemPage } from './questions/remove-item.page.tsx'
import type { ApplicationServices } from './services.ts'
import { receiptJson, receiptPage, receiptPdf } from './submission/receipt.page.tsx'
import { reviewPage, submitAction } from './submission/review.page.tsx'
import { endAccess } from './tracking/end-access.job.ts'
import { statusPage, trackAction } from './tracking/status.page.tsx'

export const pages: readonly AnyPage[] = [
  startPage,
  beginPage,
  questionPage,
  saveQuestion,
  autosaveQuestion,
  newItemPage,
  itemPage,
  saveItem,
  removeItemPage,
  removeItemAction,
  notePage,
  draftFilePage,
  reviewPage,
  submitAction,
  receiptPage,
  receiptPdf,
  receiptJson,
  keepPage,
  makeCodePage,
  takeOverAction,
  resumePage,
  resumeAction,
  statusPage,
  trackAction,
]

export const tasks: readonly Task<ApplicationServices>[] = [expireDrafts, endAccess, sweepFiles]
