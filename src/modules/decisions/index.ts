/**
 * Deciding and delivering: the decision's form, the letter, the second signature, the notice in the mailbox or on
 * paper, and what the law makes of its delivery.
 */

export type { CheckedDecision } from './check-decision.ts'
export { type Cosigned, cosign, returnDecision } from './cosign.ts'
export { type Decided, decide } from './decide.ts'
export type { Delivery, DeliveryStatus } from './delivery/delivery-of.ts'
export type { Channel, Notice, NoticeWords } from './delivery/model.ts'
export {
  listNotices,
  type NoticeKey,
  type NoticeView,
  type OpenedNotice,
  openNotice,
  openNoticePdf,
  openNoticePdfOf,
} from './delivery/open-notice.ts'
export { provideNotice } from './delivery/provide-notice.ts'
export { onNoticeNotified, onNoticePosted } from './delivery/record-delivery.ts'
export { type ToldDelivery, tellDelivery } from './delivery/tell-delivery.ts'
export type { StoredDecision } from './draft.ts'
export { draftDecision, findDecision } from './draft-decision.ts'
export { fieldsOf, type OpenedFields } from './form/decision-fields.ts'
export {
  type DecisionError,
  type OfferedChoice,
  type OpenedDecision,
  type OpenedItem,
  openDecision,
} from './form/open-decision.ts'
export { proposeDecision } from './form/propose-decision.ts'
export { decisionNames, type ReadDecision, readDecision } from './form/read-decision.ts'
export { type LoadedMatter, loadMatter } from './load-matter.ts'
export { type ChoiceList, choiceLists, type Decision } from './model.ts'
export { standardText } from './notice/compose-notice.ts'
export { faultText, type NoticeFault } from './notice/fault.ts'
export type { Matter } from './notice/matter.ts'
export { listOutcomes, type OfferedOutcome } from './notice/outcomes.ts'
export { previewNotice } from './preview-notice.ts'
export type { DecisionServices } from './services.ts'
