import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables every tenant row stands in. A table listed here gets the policies below and is FORCEd under them. */
const tenantTables = [
  'members',
  'events',
  'event_slugs',
  'event_seats',
  'panels',
  'mixers',
  'critique_sessions',
  'attendees',
  'consents',
  'guest_list_imports',
  'guest_list_rows',
  'known_pairs',
  'introductions',
  'introduction_sides',
  'introduction_log',
  'mails',
  'audit',
];

const scopeFunctions = `
-- What the door says at the start of each transaction. Unset reads as null, so every policy fails closed.
create function app_scope() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') $$;
create function app_organization() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organization', true), '')::uuid $$;
create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
`;

const installation = `
-- One row. Product time is real time plus clock_offset; only demo mode and tests may move it.
create table installation (
  id boolean primary key default true check (id),
  mode varchar(10) check (mode in ('demo', 'test', 'live')),
  clock_offset interval not null default '0',
  clock_target timestamptz,
  created_at timestamptz not null default now(),
  check (mode in ('demo', 'test') or (clock_offset = interval '0' and clock_target is null))
);
insert into installation (id) values (true);
create function app_now() returns timestamptz language sql stable
  as $$ select now() + clock_offset from installation $$;

create table people (
  id uuid primary key,
  email varchar(254) not null unique check (email = lower(email) and email !~ '[[:space:][:cntrl:]]'),
  name varchar(200),
  language varchar(10) not null default 'en',
  confirmed_at timestamptz,
  session_epoch int not null default 0,
  introductions_paused_until timestamptz,
  erased_at timestamptz,
  created_at timestamptz not null
);

-- Suppression outlives erasure: a keyed hash of the address, never the address.
create table suppressions (
  email_hash varchar(64) primary key,
  reason varchar(40) not null,
  created_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people,
  epoch int not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_person on sessions (person_id);

-- Grants are used once: sign in, confirm an RSVP, set up the first owner. The token is minted when the mail is rendered.
create table grants (
  id uuid primary key,
  purpose varchar(20) not null check (purpose in ('sign-in', 'confirm-rsvp', 'first-owner')),
  organization_id uuid,
  person_id uuid references people,
  subject_id uuid,
  return_to varchar(500),
  token_hash bytea unique,
  browser_hash bytea,
  code_hash bytea,
  code_tries int not null default 0 check (code_tries <= 5),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index grants_subject on grants (subject_id);
create index grants_person on grants (person_id, created_at);

-- Handles act on their subject until they expire or are revoked; the link is the id and an HMAC of it.
create table handles (
  id uuid primary key,
  purpose varchar(20) not null check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe')),
  organization_id uuid not null,
  person_id uuid not null references people,
  subject_id uuid not null,
  key_id varchar(40) not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  unique (purpose, subject_id, person_id)
);

-- Budgets per address, network and organization (rule 13): when each was spent within the last hour.
create table budgets (
  key varchar(200) primary key,
  spent_at timestamptz[] not null
);
`;

const organizations = `
create table organizations (
  id uuid primary key,
  name varchar(120) not null check (name <> ''),
  slug varchar(80) not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  time_zone varchar(60) not null,
  city varchar(120) not null default '',
  accent varchar(7) check (accent ~ '^#[0-9a-f]{6}$'),
  language varchar(10) not null default 'en',
  created_at timestamptz not null
);

create table members (
  id uuid primary key,
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  role varchar(10) not null check (role in ('owner', 'editor', 'host', 'door')),
  event_ids uuid[],
  created_at timestamptz not null,
  unique (organization_id, person_id),
  check (event_ids is null or role in ('host', 'door'))
);
create index members_person on members (person_id);

-- What a person stopped: one topic of one organization, or (organization null) everything.
create table mail_stops (
  id uuid primary key,
  person_id uuid not null references people,
  organization_id uuid references organizations,
  topic varchar(20) not null check (topic in ('all', 'introductions', 'events')),
  created_at timestamptz not null,
  unique nulls not distinct (person_id, organization_id, topic)
);
`;

const events = `
create table events (
  id uuid primary key,
  organization_id uuid not null references organizations,
  slug varchar(120) not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title varchar(200) not null check (title <> ''),
  description varchar(10000) not null default '',
  place varchar(200) not null default '',
  city varchar(120) not null default '',
  private_place varchar(500),
  time_zone varchar(60) not null,
  starts_local varchar(16) not null check (starts_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  ends_local varchar(16) not null check (ends_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state varchar(10) not null check (state in ('draft', 'published', 'cancelled')),
  waitlist varchar(10) not null default 'automatic' check (waitlist in ('automatic', 'offer')),
  published_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason varchar(500),
  version int not null,
  created_at timestamptz not null,
  unique (id, organization_id),
  constraint events_end_after_start check (ends_at > starts_at),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index events_of_organization on events (organization_id, starts_at desc, id);

-- Every address an event has or had, claimed before the event takes it: an old one redirects to the slug of today and
-- is never given to another event. Deferred, because the claim comes before the event's own row.
create table event_slugs (
  slug varchar(120) primary key,
  organization_id uuid not null,
  event_id uuid not null,
  foreign key (event_id, organization_id) references events (id, organization_id) deferrable initially deferred
);

-- The counter row of product.md, RSVP rule 3. Every change of a seat locks this row first.
create table event_seats (
  event_id uuid primary key,
  organization_id uuid not null,
  capacity int not null check (capacity between 0 and 100000),
  ceiling int not null,
  taken int not null default 0,
  held int not null default 0,
  waiting int not null default 0,
  arrivals int not null default 0,
  version int not null default 0,
  foreign key (event_id, organization_id) references events (id, organization_id),
  constraint event_seats_never_oversold check (taken <= ceiling),
  check (ceiling >= capacity),
  check (taken >= 0 and held between 0 and taken and waiting >= 0)
);

create table panels (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  topic varchar(200) not null check (topic <> ''),
  position int not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  -- Deferred, so that two panels can change places in one transaction.
  unique (event_id, position) deferrable initially deferred
);

create table mixers (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  format varchar(10) not null check (format in ('open', 'tables')),
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (event_id)
);

create table critique_sessions (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  format varchar(10) not null check (format in ('live', 'tables', 'written')),
  critics_per_work int not null default 3 check (critics_per_work between 1 and 4),
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id)
);
create index critique_sessions_event on critique_sessions (event_id);

-- What the public may know of an event; a new column of events stays private until someone names it here.
create view published_events with (security_invoker = true) as
  select e.id, e.organization_id, e.slug, e.title, e.description, e.place, e.city, e.time_zone, e.starts_local,
    e.ends_local, e.starts_at, e.ends_at, e.state, e.cancel_reason, e.published_at,
    o.name as organization_name, o.slug as organization_slug, o.accent as organization_accent
  from events e join organizations o on o.id = e.organization_id
  where e.state in ('published', 'cancelled') and e.published_at is not null;
`;

const attendees = `
create table attendees (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  person_id uuid not null references people,
  name varchar(200) not null,
  part varchar(10) not null default 'guest' check (part in ('guest', 'panelist')),
  status varchar(10) not null
    check (status in ('held', 'pending', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
  cancel_cause varchar(20) check (cancel_cause in ('by-person', 'by-host', 'not-confirmed', 'event-cancelled', 'import')),
  party_size int not null default 1 check (party_size between 1 and 20),
  seat boolean not null default false,
  arrival int,
  priority int not null default 0,
  held_until timestamptz,
  confirmed_at timestamptz,
  checked_in_at timestamptz,
  source varchar(10) not null check (source in ('page', 'host', 'import')),
  answers jsonb not null default '[]',
  profile jsonb not null default '{}',
  -- What waits for the address to be confirmed.
  typed jsonb,
  -- What the lists said, each value with its teller, and what an import wrote of it: see imported-attendee.ts.
  imported jsonb,
  version int not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (id, organization_id),
  unique (event_id, person_id),
  check ((status = 'held') = (held_until is not null)),
  check ((status = 'cancelled') = (cancel_cause is not null)),
  -- A panelist takes no seat unless the organizer says so.
  check (status = 'held' or seat = (status in ('confirmed', 'offered')) or (part = 'panelist' and not seat))
);
-- The queue: who is next when a seat is freed.
create index attendees_queue on attendees (event_id, priority desc, arrival) where status = 'waitlisted';
create index attendees_held on attendees (held_until) where status = 'held';
create index attendees_person on attendees (person_id);

-- Consents are rows: what was asked in which words, and what the person answered. Never updated but to withdraw.
create table consents (
  id uuid primary key,
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  purpose varchar(20) not null check (purpose in ('introductions', 'name-visible')),
  answer varchar(10) not null check (answer in ('given', 'refused')),
  wording varchar(20) not null,
  source varchar(10) not null check (source in ('page', 'import', 'answer')),
  answered_at timestamptz not null,
  withdrawn_at timestamptz
);
-- One live answer a purpose; a new one withdraws the old in the same transaction.
create unique index consents_live on consents (organization_id, person_id, purpose) where withdrawn_at is null;
-- An import asks for 500 people at once whether they ever answered, withdrawn answers included.
create index consents_person on consents (person_id);

-- An uploaded list waits here as raw cells until the organizer has seen what each row will do; the worker then
-- takes them in batches, so a killed import goes on where it stood.
create table guest_list_imports (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  file_name varchar(200) not null,
  state varchar(10) not null check (state in ('reading', 'previewed', 'importing', 'done', 'failed')),
  headers jsonb not null,
  columns jsonb not null,
  rows_total int not null default 0,
  rows_done int not null default 0,
  last_line int not null default 0,
  counts jsonb not null default '{}',
  fault varchar(40),
  created_by uuid not null references people,
  started_by uuid references people,
  created_at timestamptz not null,
  finished_at timestamptz,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (id, organization_id)
);
create index guest_list_imports_event on guest_list_imports (event_id, created_at desc);

create table guest_list_rows (
  import_id uuid not null,
  organization_id uuid not null,
  line int not null,
  -- Emptied when the row is imported: what the product does not keep is not kept here either.
  cells jsonb not null,
  fault varchar(40),
  outcome varchar(10) check (outcome in ('new', 'updated', 'unchanged', 'repeated', 'fault')),
  result jsonb,
  primary key (import_id, line),
  foreign key (import_id, organization_id) references guest_list_imports (id, organization_id) on delete cascade
);
`;

const introductions = `
-- Told by either side, or by the system after an introduction. person_a < person_b.
create table known_pairs (
  organization_id uuid not null references organizations,
  person_a uuid not null references people,
  person_b uuid not null references people,
  source varchar(20) not null check (source in ('told', 'kept-apart', 'introduced')),
  created_at timestamptz not null,
  primary key (organization_id, person_a, person_b, source),
  check (person_a < person_b)
);

-- Silent, symmetric in effect, never shown to a host; belongs to the person, not to an organization.
create table blocks (
  person_id uuid not null references people,
  blocked_id uuid not null references people,
  created_at timestamptz not null,
  primary key (person_id, blocked_id),
  check (person_id <> blocked_id)
);
create index blocks_blocked on blocks (blocked_id);

create table introductions (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  person_a uuid not null references people,
  person_b uuid not null references people,
  attendee_a uuid not null,
  attendee_b uuid not null,
  source varchar(10) not null check (source in ('suggested', 'host', 'wish', 'critique', 'question', 'wildcard')),
  state varchar(20) not null check (state in ('suggested', 'dismissed', 'approved', 'withdrawn', 'asking',
    'closed quietly', 'agreed', 'introduced', 'talked', 'met', 'working together', 'lapsed', 'ended for safety')),
  band varchar(10) not null check (band in ('strong', 'fair', 'wildcard')),
  reason_a jsonb not null,
  reason_b jsonb not null,
  reason_text_a varchar(140),
  reason_text_b varchar(140),
  frozen_at timestamptz,
  note varchar(500),
  first_mover uuid,
  ask_first uuid,
  seed int not null,
  suggested_until timestamptz,
  approved_by uuid references people,
  approved_at timestamptz,
  ask_at timestamptz,
  appears_until timestamptz,
  release_at timestamptz,
  closed_at timestamptz,
  close_cause varchar(20),
  introduced_at timestamptz,
  version int not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_a, organization_id) references attendees (id, organization_id),
  foreign key (attendee_b, organization_id) references attendees (id, organization_id),
  unique (id, organization_id),
  check (person_a < person_b)
);
-- Never 7: a pair is open once at a time, and once introduced never suggested again.
create unique index introductions_one_live on introductions (organization_id, person_a, person_b)
  where state in ('suggested', 'approved', 'asking', 'agreed', 'introduced', 'talked', 'met', 'working together', 'lapsed');
create index introductions_of_event on introductions (event_id, state);
create index introductions_ask_due on introductions (ask_at) where ask_at is not null;
create index introductions_release_due on introductions (release_at) where state = 'agreed';
create index introductions_stale on introductions (suggested_until) where state = 'suggested';

-- One attendee's half. What a side sees runs on these times whatever happened to the pair.
create table introduction_sides (
  id uuid primary key,
  organization_id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null references people,
  attendee_id uuid not null,
  consent varchar(10) not null check (consent in ('not_asked', 'asked', 'yes', 'no', 'no_answer')),
  asked_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  ask_ends_at timestamptz,
  answered_at timestamptz,
  private_reason varchar(500),
  contact varchar(254),
  version int not null,
  foreign key (introduction_id, organization_id) references introductions (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  unique (introduction_id, person_id)
);
create index introduction_sides_person on introduction_sides (person_id);
create index introduction_sides_remind_due on introduction_sides (remind_at) where reminded_at is null;
create index introduction_sides_end_due on introduction_sides (ask_ends_at) where consent = 'asked';

create table introduction_log (
  id uuid primary key,
  organization_id uuid not null,
  introduction_id uuid not null,
  at timestamptz not null,
  actor varchar(60) not null,
  transition varchar(40) not null,
  foreign key (introduction_id, organization_id) references introductions (id, organization_id)
);
create index introduction_log_introduction on introduction_log (introduction_id);
`;

/**
 * Two questions about people that reach over organizations. Each opens the system scope for its one statement and gives
 * back nothing that names an organization. (A "set" clause on the function would need a superuser as owner.)
 */
const overOrganizations = `
-- The asks that hold a place of a person: by their days, whatever was answered, until the two are introduced.
create function open_asks(among uuid[], at timestamptz) returns table (person_id uuid, open int) language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query select s.person_id, count(*)::int
    from introduction_sides s join introductions i on i.id = s.introduction_id
    where s.person_id = any (among) and s.asked_at <= at and s.ask_ends_at > at and i.introduced_at is null
    group by s.person_id;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;

-- Pairs that no organization may ask about, and why.
create function pairs_apart(among uuid[], at timestamptz)
  returns table (person_a uuid, person_b uuid, why text) language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query
    select k.person_a, k.person_b, case k.source when 'introduced' then 'introduced' else 'known' end
      from known_pairs k where k.source in ('told', 'introduced') and k.person_a = any (among) and k.person_b = any (among)
    union
    select least(b.person_id, b.blocked_id), greatest(b.person_id, b.blocked_id), 'blocked'
      from blocks b where b.person_id = any (among) and b.blocked_id = any (among)
    union
    select i.person_a, i.person_b, case when i.introduced_at is not null then 'introduced' else 'cooling down' end
      from introductions i where i.person_a = any (among) and i.person_b = any (among)
        and (i.introduced_at is not null
          or (i.state in ('closed quietly', 'ended for safety') and i.closed_at > at - interval '12 months'));
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

const post = `
-- The mail queue (house.md, Jobs and mail). due_at is product time; leases, fences and back-off are real time.
create table mails (
  id uuid primary key,
  organization_id uuid references organizations,
  kind varchar(40) not null,
  subject_id uuid not null,
  person_id uuid not null references people,
  step varchar(80) not null default '',
  speaks_of uuid[] not null default '{}',
  state varchar(10) not null default 'queued'
    check (state in ('queued', 'sending', 'handed', 'sent', 'failed', 'suppressed', 'unsure')),
  due_at timestamptz not null,
  not_before timestamptz not null default now(),
  attempts int not null default 0,
  fence int not null default 0,
  lease_until timestamptz,
  message_id varchar(200),
  to_address varchar(254),
  subject text,
  text_part text,
  html_part text,
  headers jsonb,
  outcome varchar(200),
  final_at timestamptz,
  -- When staff had an unsure mail sent once more.
  sent_again_at timestamptz,
  created_at timestamptz not null,
  constraint mails_once unique (kind, subject_id, person_id, step),
  check ((state in ('sent', 'failed', 'suppressed', 'unsure')) = (final_at is not null))
);
create index mails_due on mails (due_at, id) where state = 'queued';
create index mails_leased on mails (lease_until) where state in ('sending', 'handed');
create index mails_unsure on mails (organization_id) where state = 'unsure';
create index mails_newest on mails (created_at desc, id desc);
create index mails_person on mails (person_id, created_at desc);
-- Frozen parts are emptied 30 days after a final state.
create index mails_to_empty on mails (final_at) where final_at is not null and message_id is not null;

-- When each worker was last heard of, by the name under which it locks jobs; real time.
create table worker_heartbeats (
  pool_id text primary key,
  seen_at timestamptz not null
);

-- Append-only: ids and codes, never names, addresses or free text.
create table audit (
  id uuid primary key,
  organization_id uuid references organizations,
  actor_kind varchar(10) not null check (actor_kind in ('person', 'key', 'link', 'system')),
  actor_id uuid,
  action varchar(60) not null,
  subject_id uuid not null,
  codes jsonb not null default '{}',
  at timestamptz not null
);
create index audit_of_organization on audit (organization_id, id desc);
`;

const dueWork = `
-- Everything that is due, as rows with a product time: the sweeper wakes what a lost job forgot, and moving the clock
-- steps from one of these moments to the next. A new deferred duty adds its branch here.
create view due_work with (security_invoker = true) as
  select 'attendees.import' as task, organization_id, id as subject_id, created_at as due_at
    from guest_list_imports where state = 'importing'
  union all
  select 'attendees.expire-hold', organization_id, id, held_until
    from attendees where status = 'held'
  union all
  select 'introductions.expire-suggestion', organization_id, id, suggested_until
    from introductions where state = 'suggested' and suggested_until is not null
  union all
  select 'introductions.ask', i.organization_id, s.person_id, i.ask_at
    from introductions i join introduction_sides s on s.introduction_id = i.id
    where i.ask_at is not null and s.asked_at is null
      and (i.state = 'asking' or (i.state = 'approved' and (i.ask_first is null or i.ask_first = s.person_id)))
  union all
  select 'introductions.remind', organization_id, person_id, remind_at
    from introduction_sides where consent = 'asked' and remind_at is not null and reminded_at is null
  union all
  select 'introductions.end-ask', organization_id, introduction_id, ask_ends_at
    from introduction_sides where consent = 'asked'
  union all
  select 'introductions.release', organization_id, id, release_at
    from introductions where state = 'agreed'
  union all
  select 'mail.deliver', organization_id, id, due_at from mails where state = 'queued';
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

const extraPolicies = `
alter table organizations enable row level security;
alter table organizations force row level security;
create policy itself on organizations using (id = app_organization());
create policy system_scope on organizations using (app_scope() = 'system');
create policy public_face on organizations for select using (app_scope() = 'public');
create policy of_its_members on organizations for select
  using (exists (select 1 from members m where m.organization_id = organizations.id and m.person_id = app_person()));

create policy public_face on events for select using (app_scope() = 'public' and published_at is not null);
-- What hangs on an event is as public as the event: the inner select sees published ones only, by the policy above.
create policy public_face on event_slugs for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));
create policy public_face on event_seats for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));
create policy public_face on panels for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));
create policy public_face on mixers for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));

create policy own on members for select using (person_id = app_person());
create policy own on attendees for select using (person_id = app_person());
create policy own on consents for select using (person_id = app_person());
create policy own on introduction_sides for select using (person_id = app_person());

-- Mails and audit lines of the installation itself (sign-in) belong to no organization: anyone may add, only the system reads.
create policy of_the_installation on mails for insert with check (organization_id is null);
create policy of_the_installation on audit for insert with check (organization_id is null);
`;

export class Foundation0001 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Foundation0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [
      scopeFunctions,
      installation,
      organizations,
      events,
      attendees,
      introductions,
      overOrganizations,
      post,
      dueWork,
    ]) {
      await runner.query(part);
    }
    for (const table of tenantTables) await runner.query(policies(table));
    await runner.query(extraPolicies);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
