// Written by bin/generate-tables.ts from db/migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A stored document: whoever owns the table knows its shape. */
type Json = ColumnType<unknown, string, string>
type DefaultJson = ColumnType<unknown, string | undefined, string>

export interface AccountRequests {
  id: string
  kind: string
  account_id: string | null
  content: Buffer
  token_hash: Buffer | null
  created_at: Date
  expires_at: Date
}

export interface Accounts {
  id: string
  email: string
  name: string | null
  password_hash: string | null
  language: Generated<string>
  created_at: Generated<Date>
  last_login_at: Date | null
}

export interface Applications {
  tenant_id: string
  id: string
  draft_id: string
  portal_slug: string
  service_id: string
  service_version: string
  account_id: string | null
  guest_key: Buffer | null
  language: string
  answers: Buffer
  readable: Buffer
  parameters: Json
  file_number: string
  tracking_hash: Buffer
  tracking_secret: string
  submitted_at: Date
}

export interface Attempts {
  subject: Buffer
  action: string
  window_start: Date
  count: number
}

export interface CaseFacts {
  tenant_id: string
  case_id: string
  seq: number
  at: Date
  type: string
  actor_kind: string
  actor_id: string | null
  data: Buffer
}

export interface CaseProcesses {
  hash: Buffer
  bpmn: string
}

export interface CaseTasks {
  tenant_id: string
  case_id: string
  task_id: string
  node: string
  role: string
  since: Date
  due_at: Date | null
}

export interface CaseTimers {
  tenant_id: string
  case_id: string
  timer_id: string
  due_at: Date
}

export interface CaseWords {
  tenant_id: string
  word: Buffer
  case_id: string
}

export interface Cases {
  tenant_id: string
  id: string
  application_id: string
  file_number: string
  service_id: string
  office_id: string
  process_hash: Buffer
  applicant: Buffer
  subject: Buffer
  account_id: string | null
  received_at: Date
  phase: string
  assignee_id: string | null
  due_on: string | null
  version: Generated<number>
  changed_at: Date
}

export interface Counters {
  tenant_id: string
  name: string
  value: number
}

export interface Decisions {
  tenant_id: string
  id: string
  case_id: string
  outcome: string
  content: Buffer
  drafted_by: string
  drafted_at: Date
  cosigned_by: string | null
  cosigned_at: Date | null
  effective_at: Date | null
  superseded_at: Date | null
}

export interface DemoMails {
  message_id: string
  recipient: string
  subject: string
  body: string
  sent_at: Date
}

export interface Documents {
  tenant_id: string
  application_id: string
  id: string
  field: string
  origin: string
  name: Buffer
  media_type: string
  size_bytes: number
  sha256: Buffer
  blob_id: string
  wrapped_key: Buffer
  created_at: Date
}

export interface DraftDocuments {
  tenant_id: string
  draft_id: string
  id: string
  field: string
  name: Buffer
  media_type: string
  size_bytes: number
  sha256: Buffer
  blob_id: string
  wrapped_key: Buffer
  created_at: Date
}

export interface Drafts {
  tenant_id: string
  id: string
  portal_slug: string
  service_id: string
  service_version: string
  account_id: string | null
  guest_key: Buffer | null
  language: string
  answers: Buffer
  revision: Generated<number>
  created_at: Date
  saved_at: Date
  expires_at: Date
  warned_at: Date | null
  resume_hash: Buffer | null
  resume_secret: string | null
  submitted_tenant_id: string | null
}

export interface Events {
  id: GeneratedAlways<number>
  tenant_id: string
  at: Date
  name: string
  actor_kind: string
  actor_id: string | null
  subject_id: string | null
  data: DefaultJson
}

export interface GuestAccess {
  tenant_id: string
  application_id: string
  guest_key: Buffer
  expires_at: Date
}

export interface Mails {
  id: string
  recipient: Buffer
  content: Buffer
  message_id: string
  created_at: Date
  attempts: Generated<number>
  sent_at: Date | null
  failed_at: Date | null
  tenant_id: string | null
  notice_id: string | null
}

export interface Messages {
  tenant_id: string
  id: string
  case_id: string
  account_id: string | null
  kind: string
  direction: string
  content: Buffer
  subject_id: string | null
  sent_at: Date
  read_at: Date | null
}

export interface Notices {
  tenant_id: string
  id: string
  case_id: string
  decision_id: string
  account_id: string | null
  content: Buffer
  pdf_blob_id: string
  pdf_wrapped_key: Buffer
  pdf_sha256: Buffer
  channel: string
  provided_at: Date
  notified_at: Date | null
  first_retrieved_at: Date | null
  posted_at: Date | null
}

export interface Offers {
  tenant_id: string
  service_id: string
  office_id: string
  parameters: DefaultJson
  active: Generated<boolean>
}

export interface Offices {
  tenant_id: string
  id: string
  name: string
  settings: DefaultJson
}

export interface Passkeys {
  account_id: string
  id: string
  public_key: Buffer
  counter: Generated<number>
  transports: Generated<string[]>
  label: string
  created_at: Generated<Date>
  last_used_at: Date | null
}

export interface Portals {
  slug: string
  tenant_id: string
  name: string
  settings: DefaultJson
}

export interface Regions {
  ars: string
  postcode: string
  town: string
}

export interface ServiceVersions {
  service_id: string
  version: string
  hash: Buffer
  package: Json
  published_at: Generated<Date>
}

export interface Sessions {
  id_hash: Buffer
  kind: string
  account_id: string | null
  tenant_id: string | null
  staff_id: string | null
  portal_slug: string | null
  trust_level: Generated<string>
  created_at: Generated<Date>
  seen_at: Generated<Date>
  expires_at: Date
}

export interface Staff {
  tenant_id: string
  id: string
  email: string
  name: string
  roles: Generated<string[]>
  password_hash: string | null
  disabled_at: Date | null
  created_at: Generated<Date>
}

export interface StaffOffices {
  tenant_id: string
  staff_id: string
  office_id: string
  supervisor: Generated<boolean>
}

export interface TenantKeys {
  tenant_id: string
  id: string
  wrapped: Buffer
  created_at: Generated<Date>
}

export interface Tenants {
  id: string
  name: string
  ars: string
  state: string
  settings: DefaultJson
  created_at: Generated<Date>
}

export interface UsedChallenges {
  hash: Buffer
  expires_at: Date
}

export interface DB {
  account_requests: AccountRequests
  accounts: Accounts
  applications: Applications
  attempts: Attempts
  case_facts: CaseFacts
  case_processes: CaseProcesses
  case_tasks: CaseTasks
  case_timers: CaseTimers
  case_words: CaseWords
  cases: Cases
  counters: Counters
  decisions: Decisions
  demo_mails: DemoMails
  documents: Documents
  draft_documents: DraftDocuments
  drafts: Drafts
  events: Events
  guest_access: GuestAccess
  mails: Mails
  messages: Messages
  notices: Notices
  offers: Offers
  offices: Offices
  passkeys: Passkeys
  portals: Portals
  regions: Regions
  service_versions: ServiceVersions
  sessions: Sessions
  staff: Staff
  staff_offices: StaffOffices
  tenant_keys: TenantKeys
  tenants: Tenants
  used_challenges: UsedChallenges
}
