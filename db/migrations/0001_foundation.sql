-- Torhaus, first schema.
-- Rules that test/database/*.test.ts checks on the live catalogue:
--   every table with a tenant_id has it first in its primary key and in each foreign key to a tenant table,
--   row-level security is enabled and FORCED, no policy is missing, the application role owns nothing.
-- Who is asking stands in transaction-local settings (src/core/db/scope.ts):
--   torhaus.tenant   the authority whose data staff, jobs or a submission may touch
--   torhaus.account  the signed-in resident      torhaus.guest  SHA-256 (hex) of a guest's cookie
--   torhaus.system   'on' for the few tasks that must look across tenants (sign-in, housekeeping)

create schema torhaus;
set local search_path = torhaus, public;

create function torhaus.tenant() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('torhaus.tenant', true), '') $$;
create function torhaus.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('torhaus.account', true), '')::uuid $$;
create function torhaus.guest() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('torhaus.guest', true), ''), 'hex') $$;
create function torhaus.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('torhaus.system', true), '') = 'on' $$;

-- ---------------------------------------------------------------- towns, portals, offices, staff (module tenants)
create table tenants (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  ars text not null check (ars ~ '^[0-9]{2,12}$'),
  state text not null check (state ~ '^[A-Z]{2}$'),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create table portals (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  tenant_id text not null references tenants (id),
  name text not null,
  settings jsonb not null default '{}'
);
create index portals_by_tenant on portals (tenant_id);
-- Which authority is responsible where: the longest matching prefix of the place's ARS wins.
create table regions (
  ars text not null check (ars ~ '^[0-9]{2,12}$'),
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  town text not null,
  primary key (ars, postcode, town)
);
create index regions_by_postcode on regions (postcode);

create table offices (
  tenant_id text not null references tenants (id),
  id text not null,
  name text not null,
  settings jsonb not null default '{}',
  primary key (tenant_id, id)
);
create table staff (
  tenant_id text not null references tenants (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null default '{}',
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
create index staff_by_email on staff (email);
create table staff_offices (
  tenant_id text not null,
  staff_id uuid not null,
  office_id text not null,
  supervisor boolean not null default false,
  primary key (tenant_id, staff_id, office_id),
  foreign key (tenant_id, staff_id) references staff (tenant_id, id) on delete cascade,
  foreign key (tenant_id, office_id) references offices (tenant_id, id) on delete cascade
);
create index staff_offices_by_office on staff_offices (tenant_id, office_id);
-- Data keys: each tenant's own, wrapped by the master key (src/core/crypto).
create table tenant_keys (
  tenant_id text not null references tenants (id),
  id uuid not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create table counters (
  tenant_id text not null references tenants (id),
  name text not null,
  value bigint not null,
  primary key (tenant_id, name)
);

-- ---------------------------------------------------------------- services (module catalogue)
create table service_versions (
  service_id text not null,
  version text not null,
  hash bytea not null,
  package jsonb not null,
  published_at timestamptz not null default now(),
  primary key (service_id, version)
);
create table offers (
  tenant_id text not null references tenants (id),
  service_id text not null,
  office_id text not null,
  parameters jsonb not null default '{}',
  active boolean not null default true,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, office_id) references offices (tenant_id, id)
);

-- ---------------------------------------------------------------- residents (module accounts)
-- An account exists once its address is confirmed, not before.
create table accounts (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text,
  password_hash text,
  language text not null default 'de',
  created_at timestamptz not null default now(),
  last_login_at timestamptz
);
create unique index accounts_email on accounts (email);
-- Registration, forgotten password, new address: what was asked for, until its mailed link is used or too old. The web
-- only writes the question; a job looks whether there is such an account, so that neither answer nor time tells it.
create table account_requests (
  id uuid primary key,
  kind text not null check (kind in ('register', 'reset', 'email')),
  account_id uuid references accounts (id) on delete cascade,
  content bytea not null,
  token_hash bytea unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index account_requests_by_account on account_requests (account_id) where account_id is not null;
create index account_requests_by_expiry on account_requests (expires_at);
create table passkeys (
  account_id uuid not null references accounts (id) on delete cascade,
  id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (account_id, id)
);
-- One authenticator key belongs to one account (WebAuthn Level 3 § 7.1, step 27).
create unique index passkeys_by_id on passkeys (id);
-- A challenge counts once: the same signed answer a second time meets this key.
create table used_challenges (
  hash bytea primary key,
  expires_at timestamptz not null
);
create table sessions (
  id_hash bytea primary key,
  kind text not null check (kind in ('resident', 'staff')),
  account_id uuid references accounts (id) on delete cascade,
  tenant_id text,
  staff_id uuid,
  portal_slug text,
  trust_level text not null default 'basic',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((kind = 'resident') = (account_id is not null)),
  check ((kind = 'staff') = (staff_id is not null and tenant_id is not null)),
  foreign key (tenant_id, staff_id) references staff (tenant_id, id) on delete cascade
);
create index sessions_by_account on sessions (account_id) where account_id is not null;
create index sessions_by_staff on sessions (tenant_id, staff_id) where staff_id is not null;
create index sessions_by_expiry on sessions (expires_at);
-- Tries per subject (hash of address or account) and action, for slowing down guesses.
create table attempts (
  subject bytea not null,
  action text not null,
  window_start timestamptz not null,
  count int not null,
  primary key (subject, action, window_start)
);

-- ---------------------------------------------------------------- drafts and submissions (module applications)
create table drafts (
  tenant_id text not null references tenants (id),
  id uuid not null,
  portal_slug text not null references portals (slug),
  service_id text not null,
  service_version text not null,
  account_id uuid references accounts (id) on delete cascade,
  guest_key bytea,
  language text not null,
  answers bytea not null,
  revision int not null default 0,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  warned_at timestamptz,
  resume_hash bytea,
  resume_secret text,
  submitted_tenant_id text references tenants (id),
  primary key (tenant_id, id),
  foreign key (service_id, service_version) references service_versions (service_id, version),
  check ((account_id is null) <> (guest_key is null))
);
create index drafts_by_account on drafts (account_id, saved_at desc) where account_id is not null;
create index drafts_by_guest on drafts (guest_key) where guest_key is not null;
create index drafts_by_resume on drafts (resume_hash) where resume_hash is not null;
create index drafts_by_expiry on drafts (expires_at);
create table draft_documents (
  tenant_id text not null,
  draft_id uuid not null,
  id uuid not null,
  field text not null,
  name bytea not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  blob_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, draft_id, id),
  foreign key (tenant_id, draft_id) references drafts (tenant_id, id) on delete cascade
);
create index draft_documents_by_blob on draft_documents (tenant_id, blob_id);

create table applications (
  tenant_id text not null references tenants (id),
  id uuid not null,
  draft_id uuid not null,
  portal_slug text not null references portals (slug),
  service_id text not null,
  service_version text not null,
  account_id uuid references accounts (id) on delete set null,
  guest_key bytea,
  language text not null,
  answers bytea not null,
  readable bytea not null,
  parameters jsonb not null,
  file_number text not null,
  -- The tracking code of someone without an account: looked up by keyed hash, proved by a second thing only she knows.
  tracking_hash bytea not null,
  tracking_secret text not null,
  submitted_at timestamptz not null,
  primary key (tenant_id, id),
  constraint applications_once unique (tenant_id, draft_id),
  unique (tenant_id, file_number),
  foreign key (service_id, service_version) references service_versions (service_id, version)
);
create index applications_by_account on applications (account_id, submitted_at desc) where account_id is not null;
create index applications_by_guest on applications (guest_key) where guest_key is not null;
create index applications_by_tracking on applications (tracking_hash);
-- A browser that proved code and second factor may follow this application until it is closed or the time is over.
create table guest_access (
  tenant_id text not null,
  application_id uuid not null,
  guest_key bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, application_id, guest_key),
  foreign key (tenant_id, application_id) references applications (tenant_id, id) on delete cascade
);
create index guest_access_by_key on guest_access (guest_key, expires_at);
create table documents (
  tenant_id text not null,
  application_id uuid not null,
  id uuid not null,
  field text not null,
  origin text not null check (origin in ('applicant', 'answer', 'office')),
  name bytea not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  blob_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, application_id, id),
  foreign key (tenant_id, application_id) references applications (tenant_id, id) on delete cascade
);
create index documents_by_blob on documents (tenant_id, blob_id);

-- ---------------------------------------------------------------- cases (module cases)
create table cases (
  tenant_id text not null,
  id uuid not null,
  application_id uuid not null,
  -- Compared byte by byte: a beginning is found by the index.
  file_number text collate "C" not null,
  service_id text not null,
  office_id text not null,
  process_hash bytea not null,
  applicant bytea not null,
  subject bytea not null,
  account_id uuid references accounts (id) on delete set null,
  received_at timestamptz not null,
  -- Projections of the facts, written in the transaction that appends them (cases/project-case.ts).
  phase text not null check (phase in ('checking', 'waiting', 'deciding', 'cosigning', 'delivering', 'closed')),
  assignee_id uuid,
  due_on date,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, file_number),
  unique (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications (tenant_id, id) on delete cascade,
  foreign key (tenant_id, office_id) references offices (tenant_id, id),
  foreign key (tenant_id, assignee_id) references staff (tenant_id, id)
);
-- The inbox of an office in each of its orders: what is open stays small, what is closed grows for ever.
create index cases_open_due on cases (tenant_id, office_id, coalesce(due_on, 'infinity'::date), id) where phase <> 'closed';
create index cases_open_received on cases (tenant_id, office_id, received_at, id) where phase <> 'closed';
create index cases_open_number on cases (tenant_id, office_id, file_number, id) where phase <> 'closed';
create index cases_closed_received on cases (tenant_id, office_id, received_at, id) where phase = 'closed';
create index cases_closed_number on cases (tenant_id, office_id, file_number, id) where phase = 'closed';
create index cases_by_assignee on cases (tenant_id, assignee_id) where assignee_id is not null;
create index cases_by_account on cases (account_id) where account_id is not null;
create table case_processes (
  hash bytea primary key,
  bpmn text not null
);
alter table cases add foreign key (process_hash) references case_processes (hash);
create table case_facts (
  tenant_id text not null,
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  type text not null,
  actor_kind text not null check (actor_kind in ('applicant', 'staff', 'system')),
  actor_id uuid,
  data bytea not null,
  primary key (tenant_id, case_id, seq),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade
);
create table case_tasks (
  tenant_id text not null,
  case_id uuid not null,
  task_id text not null,
  node text not null,
  role text not null,
  since timestamptz not null,
  due_at timestamptz,
  primary key (tenant_id, case_id, task_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade
);
create index case_tasks_due on case_tasks (tenant_id, due_at);
create table case_timers (
  tenant_id text not null,
  case_id uuid not null,
  timer_id text not null,
  due_at timestamptz not null,
  primary key (tenant_id, case_id, timer_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade
);
create index case_timers_due on case_timers (tenant_id, due_at);
-- Keyed hashes of the words in number, applicant and subject: search without readable names in the database.
create table case_words (
  tenant_id text not null,
  word bytea not null,
  case_id uuid not null,
  primary key (tenant_id, word, case_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade
);
create index case_words_by_case on case_words (tenant_id, case_id);

-- ---------------------------------------------------------------- decisions and notices (module decisions)
create table decisions (
  tenant_id text not null,
  id uuid not null,
  case_id uuid not null,
  outcome text not null,
  content bytea not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  cosigned_by uuid,
  cosigned_at timestamptz,
  effective_at timestamptz,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade,
  foreign key (tenant_id, drafted_by) references staff (tenant_id, id),
  foreign key (tenant_id, cosigned_by) references staff (tenant_id, id),
  check (cosigned_by is null or cosigned_by <> drafted_by)
);
-- One case, one effective decision: a correction is a new act that supersedes the old one first.
create unique index decisions_one_effective on decisions (tenant_id, case_id)
  where effective_at is not null and superseded_at is null;
create index decisions_by_case on decisions (tenant_id, case_id, drafted_at desc);
create table notices (
  tenant_id text not null,
  id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  account_id uuid references accounts (id) on delete set null,
  content bytea not null,
  pdf_blob_id uuid not null,
  pdf_wrapped_key bytea not null,
  pdf_sha256 bytea not null,
  channel text not null check (channel in ('portal', 'post')),
  provided_at timestamptz not null,
  notified_at timestamptz,
  first_retrieved_at timestamptz,
  posted_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, decision_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade,
  foreign key (tenant_id, decision_id) references decisions (tenant_id, id) on delete cascade
);
create index notices_by_case on notices (tenant_id, case_id);
create index notices_by_account on notices (account_id, provided_at desc) where account_id is not null;

-- ---------------------------------------------------------------- messages (module mailbox)
create table messages (
  tenant_id text not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid references accounts (id) on delete set null,
  kind text not null check (kind in ('received', 'request', 'answer', 'notice', 'closed')),
  direction text not null check (direction in ('to_resident', 'to_office')),
  content bytea not null,
  subject_id uuid,
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete cascade
);
create index messages_by_account on messages (account_id, sent_at desc, id) where account_id is not null;
create index messages_by_case on messages (tenant_id, case_id, sent_at, id);
create index messages_unread on messages (account_id) where read_at is null and direction = 'to_resident';

-- ---------------------------------------------------------------- outbox (core/mail, core/audit)
create table mails (
  id uuid primary key,
  recipient bytea not null,
  content bytea not null,
  message_id text not null,
  created_at timestamptz not null,
  attempts int not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  -- What to record once the mail server took it: the notice whose notification this mail is.
  tenant_id text,
  notice_id uuid
);
create index mails_unsent on mails (created_at) where sent_at is null and failed_at is null;
create table demo_mails (
  message_id text primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz not null
);
create table events (
  id bigint generated always as identity,
  tenant_id text not null references tenants (id),
  at timestamptz not null,
  name text not null,
  actor_kind text not null,
  actor_id uuid,
  subject_id uuid,
  data jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index events_by_subject on events (tenant_id, subject_id, id);

-- ---------------------------------------------------------------- row-level security
do $$
declare t text;
begin
  foreach t in array array['offices','staff','staff_offices','tenant_keys','counters','offers','drafts','draft_documents',
    'applications','guest_access','documents','cases','case_facts','case_tasks','case_timers','case_words','decisions','notices','messages',
    'events'] loop
    execute format('alter table torhaus.%I enable row level security', t);
    execute format('alter table torhaus.%I force row level security', t);
  end loop;
  -- An authority sees its own rows. Drafts are left out: nobody at the town hall reads what was not sent.
  foreach t in array array['offices','staff','staff_offices','tenant_keys','counters','offers',
    'applications','documents','cases','case_facts','case_tasks','case_timers','case_words','decisions','notices','messages',
    'events'] loop
    execute format('create policy of_tenant on torhaus.%I using (tenant_id = torhaus.tenant()) with check (tenant_id = torhaus.tenant())', t);
  end loop;
end $$;

create policy of_owner on drafts
  using (account_id = torhaus.account() or guest_key = torhaus.guest())
  with check (account_id = torhaus.account() or guest_key = torhaus.guest());
create policy housekeeping on drafts using (torhaus.is_system()) with check (torhaus.is_system());
create policy of_owner on draft_documents
  using (exists (select 1 from drafts d where d.tenant_id = draft_documents.tenant_id and d.id = draft_documents.draft_id));
create policy housekeeping on draft_documents using (torhaus.is_system()) with check (torhaus.is_system());

create policy of_tenant on guest_access using (tenant_id = torhaus.tenant()) with check (tenant_id = torhaus.tenant());
create policy of_owner on guest_access for select using (guest_key = torhaus.guest());
create policy of_owner on applications for select
  using (account_id = torhaus.account() or guest_key = torhaus.guest()
    or exists (select 1 from guest_access g where g.tenant_id = applications.tenant_id and g.application_id = applications.id
      and g.guest_key = torhaus.guest() and g.expires_at > now()));
-- Looking an application up by its tracking code; counting which stored files are still named.
create policy tracking on applications for select using (torhaus.is_system());
create policy housekeeping on documents for select using (torhaus.is_system());
create policy housekeeping on notices for select using (torhaus.is_system());
-- What hangs on an application is seen by whoever sees the application.
create policy of_owner on documents for select
  using (exists (select 1 from applications a where a.tenant_id = documents.tenant_id and a.id = documents.application_id));
create policy of_owner on cases for select
  using (account_id = torhaus.account()
    or exists (select 1 from applications a where a.tenant_id = cases.tenant_id and a.id = cases.application_id));
create policy of_owner on notices for select
  using (account_id = torhaus.account()
    or exists (select 1 from cases c where c.tenant_id = notices.tenant_id and c.id = notices.case_id));
create policy of_owner on messages for select
  using (account_id = torhaus.account()
    or exists (select 1 from cases c where c.tenant_id = messages.tenant_id and c.id = messages.case_id));
create policy sign_in on staff for select using (torhaus.is_system());
create policy sign_in on staff_offices for select using (torhaus.is_system());
create policy anyone_reads on offices for select using (true);
create policy anyone_reads on offers for select using (true);

-- ---------------------------------------------------------------- rights of the application role
grant usage on schema torhaus to torhaus_app;
grant select, insert, update, delete on all tables in schema torhaus to torhaus_app;
grant usage on all sequences in schema torhaus to torhaus_app;
-- Facts and events are appended, never changed or taken back by the portal itself.
revoke update, delete on case_facts, events from torhaus_app;
revoke update, delete on service_versions, case_processes from torhaus_app;
