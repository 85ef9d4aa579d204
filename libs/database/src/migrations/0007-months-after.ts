import type { MigrationInterface, QueryRunner } from 'typeorm';

const afterTheIntroduction = `
-- What became of the two, as each side marked it for itself, and when that side is asked next.
alter table introduction_sides
  add column step varchar(10) check (step in ('mail', 'call', 'hello', 'coffee')),
  add column outcome varchar(20) check (outcome in ('talked', 'met', 'working together')),
  add column outcome_at timestamptz,
  add column glad_at timestamptz,
  add column follow_up_at timestamptz,
  add column follow_ups int not null default 0 check (follow_ups >= 0),
  add column unanswered int not null default 0 check (unanswered >= 0),
  add column stopped_at timestamptz,
  add column withdrawn_at timestamptz,
  add column circle_wished_at timestamptz,
  add constraint introduction_sides_outcome_dated check ((outcome is null) = (outcome_at is null));
create index introduction_sides_follow_up_due on introduction_sides (follow_up_at) where follow_up_at is not null;

-- The progress of the pair, for metrics and for lapsing; shown to neither side.
alter table introductions
  add column talked_at timestamptz,
  add column met_at timestamptz,
  add column working_at timestamptz,
  add column lapsed_at timestamptz;
`;

const profiles = `
-- A person's own words about themselves, kept for the next RSVP; matching reads the copy of the attendee only.
alter table people add column profile jsonb not null default '{}';
alter table consents drop constraint consents_purpose_check,
  add constraint consents_purpose_check check (purpose in ('introductions', 'name-visible', 'profile-visible'));

-- Whom somebody named in private: knows already, talked to, or would like to meet. Typed names are looked up silently;
-- "told" is null while nobody of that name is found, and the answer is the same either way.
create table told_people (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  kind varchar(10) not null check (kind in ('known', 'talked', 'wish')),
  place int not null check (place between 1 and 50),
  typed varchar(200),
  told_attendee_id uuid,
  told_person_id uuid references people,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  foreign key (told_attendee_id, organization_id) references attendees (id, organization_id),
  constraint told_people_place unique (attendee_id, kind, place),
  constraint told_people_two_wishes check (kind <> 'wish' or place <= 2),
  check (typed is not null or told_attendee_id is not null),
  check ((told_attendee_id is null) = (told_person_id is null))
);
create index told_people_of_event on told_people (event_id, kind);
create index told_people_person on told_people (person_id);
create index told_people_told on told_people (told_person_id);
`;

const mornings = `
-- When those who came are written to (the morning after), and when the host is told of the suggestions; null: done, or not
-- to be. A list that comes after the evening sets them anew, for those who were not written to yet.
alter table events
  add column morning_at timestamptz,
  add column digest_at timestamptz;
create index events_morning_due on events (morning_at) where morning_at is not null;
create index events_digest_due on events (digest_at) where digest_at is not null;
-- Whoever owns the tables sees their rows in a scope only, unless they are a superuser.
select set_config('app.scope', 'system', true);
-- Evenings to come get theirs as the product computes them: 09:00 of the first and second working day after the day they
-- end on, where an evening that ends before 05:00 belongs to the day before.
with days as (
    select id, time_zone, (ends_at at time zone time_zone - interval '5 hours')::date as day from events
    where ends_at > app_now() and state <> 'cancelled'),
  firsts as (
    select id, time_zone, day + case extract(isodow from day)::int when 5 then 3 when 6 then 2 else 1 end as first from days)
update events e set
  morning_at = (f.first + time '09:00') at time zone f.time_zone,
  digest_at = (f.first + case extract(isodow from f.first)::int when 5 then 3 else 1 end + time '09:00') at time zone f.time_zone
from firsts f where f.id = e.id;

-- Whether the organizer said, for this list, that they may write to the people on it: nobody said so of earlier ones.
alter table guest_list_imports add column may_write boolean not null default false;
alter table attendees add column may_write boolean not null default true;
update attendees set may_write = false where source = 'import' or status = 'held' or cancel_cause = 'not-confirmed';

-- The two numbers of the morning after.
create table morning_answers (
  attendee_id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  person_id uuid not null references people,
  talked_to int check (talked_to between 0 and 500),
  new_people int check (new_people between 0 and 500),
  answered_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  constraint morning_answers_new_among_all check (new_people is null or talked_to is null or new_people <= talked_to)
);
create index morning_answers_of_event on morning_answers (event_id);
create index morning_answers_person on morning_answers (person_id);
`;

const links = `
alter table handles drop constraint handles_purpose_check,
  add constraint handles_purpose_check check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe', 'invitation', 'morning',
    'circle'));
alter table mail_stops drop constraint mail_stops_topic_check,
  add constraint mail_stops_topic_check check (topic in ('all', 'introductions', 'follow-ups', 'mornings', 'circles',
    'digests', 'events'));
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');
create policy own on ${table} for select using (person_id = app_person());`;
}

/** What people tell before, the morning after, and in the months that follow an introduction. */
export class MonthsAfter0007 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'MonthsAfter0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [afterTheIntroduction, profiles, mornings, links]) await runner.query(part);
    for (const table of ['told_people', 'morning_answers']) await runner.query(policies(table));
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
