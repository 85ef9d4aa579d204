import type { MigrationInterface, QueryRunner } from 'typeorm';

const usualPhases = JSON.stringify([
  { key: 'set-up', label: 'Set up', seconds: 60, speaks: 'author' },
  { key: 'listen', label: 'Play or show', seconds: 240, speaks: 'nobody' },
  { key: 'write', label: 'Write in silence', seconds: 120, speaks: 'nobody' },
  { key: 'meaning', label: 'What stayed with me', seconds: 180, speaks: 'critics' },
  { key: 'author-asks', label: 'The author asks', seconds: 240, speaks: 'author' },
  { key: 'neutral-questions', label: 'Neutral questions', seconds: 180, speaks: 'critics' },
  { key: 'opinions', label: 'Opinions, if the author wants them', seconds: 120, speaks: 'critics' },
  { key: 'one-thing', label: 'One thing I will try', seconds: 60, speaks: 'author' },
]);

const sessions = `
alter table critique_sessions
  add constraint critique_sessions_in_organization unique (id, organization_id),
  add column template varchar(12) not null default 'songwriting' check (template in ('songwriting', 'mix', 'film', 'written')),
  add column title varchar(120) not null default '',
  -- Ordered: [{key, label, seconds, speaks}].
  add column phases jsonb not null default '${usualPhases}',
  add column tables int not null default 1 check (tables between 1 and 20),
  -- Until when works are submitted and replaced; null: until the evening starts.
  add column deadline_local varchar(16) check (deadline_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  add column deadline_at timestamptz,
  add column blind varchar(5) not null default 'none' check (blind in ('none', 'round')),
  add column feedback_to varchar(11) not null default 'author' check (feedback_to in ('author', 'facilitator')),
  add column topics_matter boolean not null default false,
  add column employers_apart boolean not null default false,
  add column rules varchar(4000) not null default '',
  add column state varchar(8) not null default 'open' check (state in ('open', 'planned', 'running', 'ended')),
  -- k of the plan that stands, after rule 1 of critique.md lowered it.
  add column critics_used int check (critics_used between 1 and 4),
  -- Draws the lots of the order and of the critics, so that the same session gives the same plan.
  add column seed int not null default 1,
  add column planned_at timestamptz,
  add column started_at timestamptz,
  add column ended_at timestamptz,
  -- Written: when critics are reminded, and when their critiques are due.
  add column remind_at timestamptz,
  add column due_at timestamptz,
  add column release_at timestamptz,
  add column released_at timestamptz,
  -- Counts changes of the settings alone; version counts whatever a screen shows.
  add column settings_version int not null default 1,
  add column version int not null default 1,
  add constraint critique_sessions_deadline check ((deadline_local is null) = (deadline_at is null));
-- As public as the event it hangs on: guests read that they can bring a work.
create policy public_face on critique_sessions for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));
create index critique_sessions_due on critique_sessions (release_at) where release_at is not null and released_at is null;
create index critique_sessions_remind on critique_sessions (remind_at) where remind_at is not null;

-- "Give to get" (critique.md, rule 4); an organization can switch it off.
alter table organizations add column critique_credits boolean not null default true;
`;

const files = `
-- A file on its way or kept. The bytes lie in the storage under storage_key, which nobody outside ever sees.
create table files (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  critique_session_id uuid not null,
  person_id uuid not null references people,
  state varchar(8) not null check (state in ('arriving', 'ready', 'gone')),
  -- As its owner calls it: shown to them alone, never a path.
  name varchar(200) not null,
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  -- Sniffed from the bytes, never believed from the sender.
  type varchar(40),
  length_ms int check (length_ms >= 0),
  -- Loudness from 0 to 100 in equal steps over the length, for drawing; computed by the sender's browser.
  peaks jsonb,
  storage_key varchar(80) not null unique,
  -- Who writes it now: one at a time, and not for longer than they touch it.
  writer uuid,
  -- Real time of the last byte, so that what was left halfway is swept.
  touched_at timestamptz not null,
  -- Product time at which the bytes go.
  delete_at timestamptz,
  created_at timestamptz not null,
  foreign key (critique_session_id, organization_id) references critique_sessions (id, organization_id) on delete cascade,
  unique (id, organization_id)
);
create index files_of_organization on files (organization_id) where state <> 'gone';
create index files_person on files (person_id);
create index files_due on files (delete_at) where delete_at is not null and state <> 'gone';
`;

const submissions = `
create table submissions (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  critique_session_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  state varchar(10) not null check (state in ('draft', 'submitted', 'accepted', 'waitlisted', 'withdrawn', 'heard')),
  title varchar(120) not null default '',
  medium varchar(5) check (medium in ('audio', 'video', 'text', 'link')),
  link varchar(500),
  file_id uuid,
  length_seconds int check (length_seconds between 1 and 36000),
  question varchar(200) not null default '',
  wants varchar(300) not null default '',
  avoid varchar(300) not null default '',
  notes varchar(1000) not null default '',
  topics varchar(40)[] not null default '{}' check (cardinality(topics) <= 3),
  -- Whether critics may say what they think of it.
  opinions boolean not null default false,
  -- Addresses of those who made it too, so that they do not hear it as critics.
  co_authors varchar(254)[] not null default '{}' check (cardinality(co_authors) <= 3),
  -- The earlier version of the same work.
  previous_id uuid,
  keeps_file boolean not null default false,
  submitted_at timestamptz,
  -- The place in the order of the plan, from 1.
  place int check (place >= 1),
  heard_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  foreign key (critique_session_id, organization_id) references critique_sessions (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  foreign key (file_id, organization_id) references files (id, organization_id),
  unique (id, organization_id),
  foreign key (previous_id, organization_id) references submissions (id, organization_id) on delete set null (previous_id),
  constraint submissions_once unique (critique_session_id, person_id),
  constraint submissions_whole check (state in ('draft', 'withdrawn')
    or (title <> '' and question <> '' and medium is not null and (link is not null or file_id is not null)))
);
create index submissions_person on submissions (organization_id, person_id);
create index submissions_attendee on submissions (attendee_id);
create index submissions_file on submissions (file_id) where file_id is not null;

create table critique_slots (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  critique_session_id uuid not null,
  submission_id uuid not null,
  seat_table int not null check (seat_table >= 1),
  round int not null check (round >= 1),
  state varchar(8) not null check (state in ('planned', 'running', 'paused', 'done', 'skipped')),
  -- The clock: the phase a facilitator last set, since when, and how much of the time since then does not count.
  phase int not null default 0 check (phase >= 0),
  phase_started_at timestamptz,
  paused_at timestamptz,
  paused_ms int not null default 0 check (paused_ms >= 0),
  -- The extra minute, once a slot, and the phase that has it.
  extra_phase int,
  started_at timestamptz,
  ended_at timestamptz,
  -- Since when the author is waited for; three minutes later the slot goes to the head of the waitlist.
  author_missing_at timestamptz,
  version int not null default 1,
  foreign key (critique_session_id, organization_id) references critique_sessions (id, organization_id) on delete cascade,
  foreign key (submission_id, organization_id) references submissions (id, organization_id) on delete cascade,
  unique (id, organization_id),
  constraint critique_slots_once unique (submission_id),
  constraint critique_slots_place unique (critique_session_id, seat_table, round),
  constraint critique_slots_clock check ((state in ('running', 'paused')) <= (phase_started_at is not null)),
  constraint critique_slots_paused check ((state = 'paused') = (paused_at is not null))
);
create unique index critique_slots_one_at_a_time on critique_slots (critique_session_id, seat_table)
  where state in ('running', 'paused');
create index critique_slots_missing on critique_slots (author_missing_at) where author_missing_at is not null;
`;

const critiques = `
create table assignments (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  critique_session_id uuid not null,
  submission_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  state varchar(8) not null check (state in ('assigned', 'declined', 'done', 'missed')),
  -- Drawn by the plan, put there by a host, or called in for somebody who is missing.
  source varchar(7) not null check (source in ('plan', 'host', 'standby')),
  -- A host's own choice stays when the rest is planned again.
  fixed boolean not null default false,
  -- Why this critic hears this work, as codes with values; never shown to a critic or an author.
  why jsonb not null default '[]',
  created_at timestamptz not null,
  foreign key (critique_session_id, organization_id) references critique_sessions (id, organization_id) on delete cascade,
  foreign key (submission_id, organization_id) references submissions (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  unique (id, organization_id),
  constraint assignments_once unique (submission_id, person_id)
);
create index assignments_person on assignments (critique_session_id, person_id);
create index assignments_people on assignments (person_id);
create index assignments_attendee on assignments (attendee_id);

-- What one critic wrote for one author; saved as typed.
create table critiques (
  id uuid primary key,
  organization_id uuid not null,
  assignment_id uuid not null,
  submission_id uuid not null,
  person_id uuid not null references people,
  meaning varchar(4000) not null default '',
  answer varchar(4000) not null default '',
  neutral_question varchar(500) not null default '',
  opinion varchar(2000) not null default '',
  -- Words pinned to moments: [{at, text}], at in milliseconds from the start.
  marks jsonb not null default '[]' check (jsonb_typeof(marks) = 'array' and jsonb_array_length(marks) <= 50),
  -- Of all fields together; 25 count live and 150 written (rule 5).
  words int not null default 0 check (words >= 0),
  saved_at timestamptz not null,
  thanked_at timestamptz,
  version int not null default 1,
  foreign key (assignment_id, organization_id) references assignments (id, organization_id) on delete cascade,
  foreign key (submission_id, organization_id) references submissions (id, organization_id) on delete cascade,
  constraint critiques_once unique (assignment_id)
);
create index critiques_of_work on critiques (submission_id);
create index critiques_person on critiques (person_id);

-- "Whom would you like to keep talking to?": private, at most two; a one-sided one is never shown to anybody else.
create table connect_picks (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  critique_session_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  place int not null check (place between 1 and 2),
  picked_attendee_id uuid not null,
  picked_person_id uuid not null references people,
  created_at timestamptz not null,
  foreign key (critique_session_id, organization_id) references critique_sessions (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  foreign key (picked_attendee_id, organization_id) references attendees (id, organization_id),
  constraint connect_picks_place unique (critique_session_id, person_id, place),
  constraint connect_picks_once unique (critique_session_id, person_id, picked_person_id),
  constraint connect_picks_another check (person_id <> picked_person_id)
);
create index connect_picks_person on connect_picks (person_id);
create index connect_picks_picked on connect_picks (picked_person_id);

-- Append only: a balance is a sum. Never for sale.
create table credit_entries (
  id uuid primary key,
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  amount int not null check (amount <> 0),
  reason varchar(12) not null check (reason in ('start', 'submitted', 'returned', 'critique', 'granted')),
  -- The submission, the assignment or the grant it is for; the person for the start.
  subject_id uuid not null,
  created_by uuid references people,
  created_at timestamptz not null
);
create unique index credit_entries_once on credit_entries (organization_id, person_id, reason, subject_id)
  where reason in ('start', 'critique');
create index credit_entries_person on credit_entries (person_id);
`;

const links = `
alter table handles drop constraint handles_purpose_check,
  add constraint handles_purpose_check check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe', 'resume', 'invitation',
    'morning', 'circle', 'critique'));
`;

/** Screens of a session are told at the commit that it reads differently; whoever changes a slot or a critic counts it up. */
const changes = `
create function tell_critique() returns trigger language plpgsql as $$
begin
  perform pg_notify('critique-changed', new.id::text);
  return null;
end $$;
create trigger critique_sessions_tell after update on critique_sessions
  for each row when (new.version <> old.version) execute function tell_critique();
`;

const dueWork = `
do $$ begin
  execute 'create or replace view due_work with (security_invoker = true) as ' || rtrim(pg_get_viewdef('due_work'::regclass), ';') || '
  union all
  select ''critique.remind'', organization_id, id, remind_at from critique_sessions where remind_at is not null
  union all
  select ''critique.release'', organization_id, id, release_at from critique_sessions
    where release_at is not null and released_at is null
  union all
  select ''critique.author-missing'', organization_id, id, author_missing_at + interval ''3 minutes'' from critique_slots
    where author_missing_at is not null
  union all
  select ''files.delete'', organization_id, id, delete_at from files where delete_at is not null and state <> ''gone''';
end $$;
`;

const tables = [
  'files',
  'submissions',
  'critique_slots',
  'assignments',
  'critiques',
  'connect_picks',
  'credit_entries',
];

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

/** Works heard in timed slots, each by a few assigned critics (critique.md). */
export class Critique0017 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Critique0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [sessions, files, submissions, critiques, links, changes, dueWork])
      await runner.query(part);
    for (const table of tables) await runner.query(policies(table));
    for (const table of tables.filter((table) => table !== 'critique_slots')) {
      await runner.query(`create policy own on ${table} for select using (person_id = app_person())`);
    }
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
