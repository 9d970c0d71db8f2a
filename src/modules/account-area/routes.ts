import type { AnyPage } from '#core/http/page.ts'
import { answerPages, sendAnswerPages } from './answer/answer.page.tsx'
import { applicationPages } from './application/application.page.tsx'
import { documentPages } from './application/document.page.ts'
import { withdrawalPages, withdrawPages } from './application/withdrawal.page.tsx'
import { mailboxPage } from './mailbox/mailbox.page.tsx'
import { messagePages } from './mailbox/message.page.tsx'
import { noticePages, noticePdfPages, openNoticePages } from './notice/notice.page.tsx'
import { applicationsPage } from './overview/applications.page.tsx'

export const pages: readonly AnyPage[] = [
  applicationsPage,
  ...applicationPages,
  ...documentPages,
  ...answerPages,
  ...sendAnswerPages,
  ...withdrawalPages,
  ...withdrawPages,
  mailboxPage,
  ...messagePages,
  ...noticePages,
  ...openNoticePages,
  ...noticePdfPages,
]
