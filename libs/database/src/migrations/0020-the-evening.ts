import type { MigrationInterface, QueryRunner } from 'typeorm';

// Panels with their people and questions, small tables with their rounds, and the door.

/**
 * When a panel is held follows from its evening, and when its people are busy follows from the panel: kept by triggers, so
 * that the constraints which forbid two at once hold whoever moves the evening, its zone or the panel. An evening that was
 * cancelled takes nobody's time.
 */
const panels = `
create extension if not exists btree_gist;

alter table panels
  add constraint panels_in_organization unique (id, organization_id),
  -- Where there are several; empty: the one room.
  add column room varchar(80) not null default '',
  -- Minutes after the start of the evening; null: no time yet.
  add column starts_after int check (starts_after between -720 and 10080),
  add column minutes int not null default 45 check (minutes between 5 and 480),
  -- How long before it its people are asked to be there.
  add column call_minutes int not null default 30 check (call_minutes between 0 and 480),
  add column during tstzrange,
  add column state varchar(8) not null default 'planned' check (state in ('planned', 'live', 'over')),
  add column started_at timestamptz,
  add column ended_at timestamptz,
  add column questions_open boolean not null default true,
  -- The question on the screen of the room.
  add column current_question_id uuid,
  -- The timer of who speaks: how long, since when, and since when it stands still.
  add column timer_seconds int check (timer_seconds between 10 and 7200),
  add column timer_started_at timestamptz,
  add column timer_paused_at timestamptz,
  -- When what was not asked became suggestions.
  add column settled_at timestamptz,
  -- Counts whatever a screen of it shows.
  add column version int not null default 1,
  add constraint panels_timer check ((timer_seconds is null) = (timer_started_at is null)
    and (timer_paused_at is null or timer_started_at is not null)),
  add constraint panels_one_at_a_time_in_a_room exclude using gist (event_id with =, (lower(room)) with =, during with &&)
    where (during is not null) deferrable initially deferred;

create function panel_during() returns trigger language plpgsql as $$
begin
  new.during := (select tstzrange(e.starts_at + make_interval(mins => new.starts_after),
      e.starts_at + make_interval(mins => new.starts_after + new.minutes))
    from events e where e.id = new.event_id and e.state <> 'cancelled' and new.starts_after is not null);
  return new;
end $$;
create trigger panels_during before insert or update on panels for each row execute function panel_during();

create function move_panels() returns trigger language plpgsql as $$
begin
  update panels set starts_after = starts_after where event_id = new.id and organization_id = new.organization_id;
  return null;
end $$;
create trigger events_move_panels after update on events
  for each row when (new.starts_at <> old.starts_at or new.state <> old.state) execute function move_panels();

create function tell_panel() returns trigger language plpgsql as $$
begin
  perform pg_notify('panel-changed', new.id::text);
  return null;
end $$;
create trigger panels_tell after update on panels
  for each row when (new.version <> old.version) execute function tell_panel();
`;

const panelPeople = `
-- Who is on a panel. They may have no account: their link is a handle of purpose 'panelist' with this row as subject.
create table panel_people (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  panel_id uuid not null,
  person_id uuid not null references people,
  -- Once they said yes: a panelist is at the event without taking a seat.
  attendee_id uuid,
  part varchar(10) not null check (part in ('moderator', 'panelist')),
  position int not null,
  -- Removed: the organizers took them off; the row stays for what they are told.
  state varchar(10) not null check (state in ('invited', 'confirmed', 'declined', 'removed')),
  during tstzrange,
  -- As the organizer wrote it, until they say themselves how they are called.
  name varchar(200) not null check (name <> ''),
  -- How they appear: {name, pronunciation, bio, links: [{label, url}], photoId}, the copy they approved; null: not yet.
  appears jsonb,
  -- When they were last asked.
  invited_at timestamptz not null,
  answered_at timestamptz,
  -- Counts what their calendar shows (SEQUENCE).
  revision int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (panel_id, organization_id) references panels (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  unique (id, organization_id),
  constraint panel_people_once unique (panel_id, person_id),
  constraint panel_people_one_place_at_a_time exclude using gist (organization_id with =, person_id with =, during with &&)
    where (during is not null and state in ('invited', 'confirmed')) deferrable initially deferred
);
create unique index panel_people_one_moderator on panel_people (panel_id)
  where part = 'moderator' and state in ('invited', 'confirmed');
create index panel_people_person on panel_people (person_id);
create index panel_people_event on panel_people (event_id);

create function panel_person_during() returns trigger language plpgsql as $$
begin
  new.during := (select p.during from panels p where p.id = new.panel_id);
  return new;
end $$;
create trigger panel_people_during before insert or update on panel_people
  for each row execute function panel_person_during();

create function move_panel_people() returns trigger language plpgsql as $$
begin
  update panel_people set state = state where panel_id = new.id and organization_id = new.organization_id;
  return null;
end $$;
create trigger panels_move_people after update on panels
  for each row when (new.during is distinct from old.during) execute function move_panel_people();

-- What somebody needs to take part: for the organizers of this evening alone, and gone 30 days after it.
create table panelist_needs (
  panel_person_id uuid primary key,
  organization_id uuid not null,
  person_id uuid not null references people,
  needs varchar(1000) not null,
  foreign key (panel_person_id, organization_id) references panel_people (id, organization_id) on delete cascade
);
create index panelist_needs_person on panelist_needs (person_id);

-- Filled in once for all events: belongs to the person, not to an organization.
create table panelist_profiles (
  person_id uuid primary key references people,
  name varchar(200) not null default '',
  pronunciation varchar(200) not null default '',
  bio varchar(1000) not null default '',
  links jsonb not null default '[]' check (jsonb_typeof(links) = 'array' and jsonb_array_length(links) <= 5),
  photo_id uuid,
  updated_at timestamptz not null
);

-- Small pictures, decoded and encoded anew when they came; the id is not a secret and changes with the picture.
create table panelist_photos (
  id uuid primary key,
  person_id uuid not null references people,
  type varchar(20) not null check (type in ('image/jpeg', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) <= 400000),
  created_at timestamptz not null
);
create index panelist_photos_person on panelist_photos (person_id);

create table slides (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  panel_person_id uuid not null,
  person_id uuid not null references people,
  name varchar(200) not null,
  type varchar(80) not null,
  bytes bigint not null check (bytes > 0),
  storage_key varchar(80) not null unique,
  created_at timestamptz not null,
  foreign key (panel_person_id, organization_id) references panel_people (id, organization_id) on delete cascade,
  constraint slides_once unique (panel_person_id)
);
create index slides_person on slides (person_id);
`;

const questions = `
create table panel_questions (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  panel_id uuid not null,
  -- Null: asked without a name by somebody who has left, or long ago.
  attendee_id uuid,
  person_id uuid references people,
  -- Whom it is for; null: anybody on the panel.
  for_id uuid,
  -- Whether the room reads who asks.
  named boolean not null,
  text varchar(300) not null check (text <> ''),
  state varchar(8) not null default 'open' check (state in ('open', 'answered', 'hidden', 'merged')),
  starred boolean not null default false,
  merged_into uuid,
  answered_at timestamptz,
  created_at timestamptz not null,
  foreign key (panel_id, organization_id) references panels (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  foreign key (for_id, organization_id) references panel_people (id, organization_id) on delete set null (for_id),
  foreign key (merged_into, organization_id) references panel_questions (id, organization_id) on delete set null (merged_into),
  unique (id, organization_id),
  constraint panel_questions_merged check (state <> 'merged' or merged_into is distinct from id),
  constraint panel_questions_of_somebody check (not named or person_id is not null)
);
create index panel_questions_panel on panel_questions (panel_id);
create index panel_questions_person on panel_questions (person_id);
alter table panels add foreign key (current_question_id, organization_id)
  references panel_questions (id, organization_id) on delete set null (current_question_id);

-- One up-vote a person.
create table question_votes (
  question_id uuid not null,
  organization_id uuid not null,
  person_id uuid not null references people,
  created_at timestamptz not null,
  primary key (question_id, person_id),
  foreign key (question_id, organization_id) references panel_questions (id, organization_id) on delete cascade
);
create index question_votes_person on question_votes (person_id);
`;

const mixers = `
alter table mixers
  add constraint mixers_in_organization unique (id, organization_id),
  -- Of small tables: how many rounds, people at a table, and minutes a round.
  add column rounds int not null default 2 check (rounds between 1 and 4),
  add column seats int not null default 5 check (seats between 3 and 6),
  add column minutes int not null default 40 check (minutes between 40 and 180),
  add column employers_apart boolean not null default true,
  add column state varchar(8) not null default 'open' check (state in ('open', 'seated', 'running', 'ended')),
  -- The round that is held, from 1; 0 before the first.
  add column round int not null default 0 check (round between 0 and 4),
  add column round_started_at timestamptz,
  -- When each round began so far: who left before did not sit in it.
  add column round_starts timestamptz[] not null default '{}',
  add column tables int check (tables between 1 and 400),
  add column seed int not null default 1,
  add column seated_at timestamptz,
  add column ended_at timestamptz,
  add column version int not null default 1;

-- Who sits where. Whoever leaves keeps the row, so that the others stay where they are.
create table mixer_seats (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  mixer_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  round int not null check (round between 1 and 4),
  seat_table int not null check (seat_table >= 1),
  source varchar(5) not null check (source in ('drawn', 'late', 'host')),
  left_at timestamptz,
  created_at timestamptz not null,
  foreign key (mixer_id, organization_id) references mixers (id, organization_id) on delete cascade,
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  constraint mixer_seats_once unique (mixer_id, round, attendee_id)
);
create index mixer_seats_table on mixer_seats (mixer_id, round, seat_table);
create index mixer_seats_person on mixer_seats (person_id);
create index mixer_seats_attendee on mixer_seats (attendee_id);

-- What the people of a table have in common, to begin with.
create table mixer_topics (
  mixer_id uuid not null,
  organization_id uuid not null,
  round int not null check (round between 1 and 4),
  seat_table int not null check (seat_table >= 1),
  topic varchar(60) not null,
  primary key (mixer_id, round, seat_table),
  foreign key (mixer_id, organization_id) references mixers (id, organization_id) on delete cascade
);

create function tell_mixer() returns trigger language plpgsql as $$
begin
  perform pg_notify('mixer-changed', new.id::text);
  return null;
end $$;
create trigger mixers_tell after update on mixers
  for each row when (new.version <> old.version) execute function tell_mixer();

-- Whoever is not going any more leaves their table, whoever decided it: in the rounds to come and the one that is on. The lock
-- comes first, so that nobody is seated between.
create function leave_table() returns trigger language plpgsql as $$
begin
  perform from mixers where event_id = new.event_id and organization_id = new.organization_id for update;
  update mixer_seats s set left_at = app_now() from mixers m
    where m.id = s.mixer_id and s.organization_id = new.organization_id and s.attendee_id = new.id and s.left_at is null
      and m.state <> 'ended' and s.round >= m.round;
  if found then
    update mixers set version = version + 1 where event_id = new.event_id and organization_id = new.organization_id;
  end if;
  return null;
end $$;
create trigger attendees_leave_table after update on attendees
  for each row when (old.status = 'confirmed' and new.status <> 'confirmed') execute function leave_table();

-- "Let us swap contacts": one row each way. Both rows: agreed; one alone is told to nobody, unless a code was scanned,
-- which the other is asked about.
create table contact_swaps (
  organization_id uuid not null,
  event_id uuid not null,
  person_id uuid not null references people,
  attendee_id uuid not null,
  other_person_id uuid not null references people,
  other_attendee_id uuid not null,
  how varchar(4) not null check (how in ('scan', 'name')),
  -- The other said no to a scan: nobody is told, and it is not asked again.
  refused_at timestamptz,
  -- Taken back by whoever said it. The row stays, so that a no is not asked anew.
  withdrawn_at timestamptz,
  -- Both said yes; on both rows. What comes later, a block too, changes it no more.
  agreed_at timestamptz,
  created_at timestamptz not null,
  primary key (event_id, person_id, other_person_id),
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  foreign key (other_attendee_id, organization_id) references attendees (id, organization_id),
  check (person_id <> other_person_id)
);
create index contact_swaps_person on contact_swaps (person_id);
create index contact_swaps_other on contact_swaps (other_person_id);

alter table known_pairs drop constraint known_pairs_source_check,
  add constraint known_pairs_source_check check (source in ('told', 'kept-apart', 'introduced', 'swapped'));
`;

/** As 0016's, with those who swapped contacts. */
const apart = `
do $$ begin
  execute replace(pg_get_functiondef('pairs_apart(uuid[], timestamptz)'::regprocedure), '(''told'', ''introduced'')',
    '(''told'', ''introduced'', ''swapped'')');
end $$;
`;

const door = `
-- A phone at the door: the link is this id under a keyed hash, the code is said aloud and never stored. From code and salt
-- the phone derives two keys: one that seals what it keeps, and one that it shows here, of which this is the SHA-256.
create table door_links (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  label varchar(60) not null,
  salt bytea not null check (octet_length(salt) = 16),
  key_hash bytea not null check (octet_length(key_hash) = 32),
  created_by uuid not null references people,
  -- Product time: some hours after the evening.
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (id, organization_id)
);
create index door_links_event on door_links (event_id);
-- Its link names no organization, so it is looked up before there is a scope for one, as other links are.
create policy by_its_link on door_links for select using (app_scope() = 'installation');

-- A door closes some hours after its evening, whenever that is moved to.
create function move_door_links() returns trigger language plpgsql as $$
begin
  update door_links set expires_at = expires_at + (new.ends_at - old.ends_at)
    where event_id = new.id and organization_id = new.organization_id;
  return null;
end $$;
create trigger events_move_door_links after update on events
  for each row when (new.ends_at <> old.ends_at) execute function move_door_links();

-- Append-only: every scan that arrived, once for its nonce. When somebody came is the first scan after the last undo, by
-- the times of the phones, so that any order of arrival gives one truth.
create table check_ins (
  organization_id uuid not null,
  nonce uuid not null,
  event_id uuid not null,
  -- Null: nobody on this list.
  attendee_id uuid,
  kind varchar(7) not null check (kind in ('in', 'undo', 'walk-in', 'let-in')),
  outcome varchar(20) not null check (outcome in ('ok', 'already', 'not-confirmed', 'wrong-event', 'cancelled', 'forged', 'undone')),
  forced boolean not null default false,
  scanned_at timestamptz not null,
  -- Real time.
  received_at timestamptz not null default clock_timestamp(),
  actor_kind varchar(10) not null check (actor_kind in ('person', 'link', 'system')),
  actor_id uuid,
  primary key (organization_id, nonce),
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id)
);
create index check_ins_received on check_ins (event_id, received_at);
create index check_ins_attendee on check_ins (attendee_id) where attendee_id is not null;

alter table attendees
  -- "Ask about access": for the door, and gone 30 days after the evening.
  add column door_note varchar(200) check (door_note <> ''),
  -- A check-in of an earlier time counts no more.
  add column undone_at timestamptz,
  drop constraint attendees_source_check,
  add constraint attendees_source_check check (source in ('page', 'host', 'import', 'door', 'panel'));
-- The few that are to be forgotten.
create index attendees_door_notes on attendees (event_id) where door_note is not null;
`;

const links = `
alter table handles drop constraint handles_purpose_check,
  add constraint handles_purpose_check check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe', 'resume', 'invitation',
    'morning', 'circle', 'critique', 'panelist'));
`;

const dueWork = `
do $$ begin
  execute 'create or replace view due_work with (security_invoker = true) as ' || rtrim(pg_get_viewdef('due_work'::regclass), ';') || '
  union all
  select ''panels.settle-questions'', p.organization_id, p.id, e.ends_at + interval ''1 hour''
    from panels p join events e on e.id = p.event_id where p.settled_at is null and e.state = ''published''
      and exists (select from panel_questions q where q.panel_id = p.id)';
end $$;
`;

const tables = [
  'panel_people',
  'panelist_needs',
  'slides',
  'panel_questions',
  'question_votes',
  'mixer_seats',
  'mixer_topics',
  'contact_swaps',
  'door_links',
  'check_ins',
];

/** Rows that somebody may read of themself: `person_id` is theirs. */
const own = [
  'panel_people',
  'panelist_needs',
  'slides',
  'panel_questions',
  'question_votes',
  'mixer_seats',
  'contact_swaps',
];

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

/** A line-up is as public as its event, of people who said yes and approved how they appear. */
const publicFace = `
create policy public_face on panel_people for select using (app_scope() = 'public' and state = 'confirmed'
  and appears is not null and exists (select from events e where e.id = event_id));
`;

/** The evening itself: panels and their questions, tables, and the door. */
export class TheEvening0020 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'TheEvening0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [panels, panelPeople, questions, mixers, apart, door, links, dueWork])
      await runner.query(part);
    for (const table of tables) await runner.query(policies(table));
    for (const table of own)
      await runner.query(`create policy own on ${table} for select using (person_id = app_person())`);
    await runner.query(publicFace);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
