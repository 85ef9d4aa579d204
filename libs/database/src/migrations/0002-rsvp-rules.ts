import type { MigrationInterface, QueryRunner } from 'typeorm';

const events = `
alter table events
  add column registration varchar(10) not null default 'open' check (registration in ('open', 'audience', 'invitation')),
  add column approval boolean not null default false,
  add column opens_local varchar(16) check (opens_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  add column closes_local varchar(16) check (closes_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  add column answers_until_local varchar(16) check (answers_until_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  add column opens_at timestamptz,
  add column closes_at timestamptz,
  add column answers_until timestamptz,
  add column waitlist_open boolean not null default true,
  add column offer_hours int not null default 24 check (offer_hours between 1 and 336),
  add column plus_ones int not null default 0 check (plus_ones between 0 and 10),
  add column questions jsonb not null default '[]' check (jsonb_array_length(questions) <= 20),
  add check ((opens_local is null) = (opens_at is null)),
  add check ((closes_local is null) = (closes_at is null)),
  add check ((answers_until_local is null) = (answers_until is null)),
  add constraint events_close_after_open check (closes_at > opens_at);

create or replace view published_events with (security_invoker = true) as
  select e.id, e.organization_id, e.slug, e.title, e.description, e.place, e.city, e.time_zone, e.starts_local,
    e.ends_local, e.starts_at, e.ends_at, e.state, e.cancel_reason, e.published_at,
    o.name as organization_name, o.slug as organization_slug, o.accent as organization_accent,
    e.registration, e.approval, e.opens_at, e.closes_at, e.answers_until, e.waitlist, e.waitlist_open, e.plus_ones,
    e.questions
  from events e join organizations o on o.id = e.organization_id
  where e.state in ('published', 'cancelled') and e.published_at is not null;
`;

const attendees = `
alter table attendees
  -- The names of those somebody brings; an imported party may have fewer names than people.
  add column guests jsonb not null default '[]',
  -- What the host wrote when they approved or declined; in the mail to this person and nowhere else.
  add column note varchar(500),
  add constraint attendees_guests_in_party check (jsonb_array_length(guests) < party_size),
  drop constraint attendees_cancel_cause_check,
  add constraint attendees_cancel_cause_check check (cancel_cause in
    ('by-person', 'by-host', 'not-confirmed', 'event-cancelled', 'import', 'offer-lapsed'));
-- What the clock has ended at one event: looked at by everything that locks its counter row.
create index attendees_held_of_event on attendees (event_id, held_until) where status = 'held';

create table invitations (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  person_id uuid not null references people,
  state varchar(10) not null check (state in ('live', 'accepted', 'declined', 'revoked')),
  invited_by uuid references people,
  reminders int not null default 0,
  mailed_at timestamptz not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (id, organization_id)
);
-- Invited is invited: somebody who accepted, cancelled and comes back needs no second invitation.
create unique index invitations_one_live on invitations (event_id, person_id) where state in ('live', 'accepted');
create index invitations_of_event on invitations (event_id, state);
create index invitations_person on invitations (person_id);

-- A freed seat kept for the head of the queue until a deadline (product.md, RSVP rules 5 and 6).
create table offers (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  attendee_id uuid not null,
  person_id uuid not null references people,
  state varchar(10) not null check (state in ('live', 'claimed', 'lapsed', 'revoked', 'refused')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  foreign key (event_id, organization_id) references events (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  check ((state = 'live') = (ended_at is null))
);
create unique index offers_one_live on offers (event_id, person_id) where state = 'live';
create index offers_due on offers (expires_at) where state = 'live';

-- The people an organization counts as its own: events with registration 'audience' are for them.
create table audience (
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  created_at timestamptz not null,
  primary key (organization_id, person_id)
);

-- People whose RSVPs an organization does not take any more.
create table bars (
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  barred_by uuid references people,
  created_at timestamptz not null,
  primary key (organization_id, person_id)
);

alter table handles drop constraint handles_purpose_check,
  add constraint handles_purpose_check check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe', 'invitation'));
`;

const dueWork = `
-- Holds and offers end by the clock, all those of an event in one duty: the minute after the moment, for holds, so that a
-- crowd that came in one minute is one job.
create or replace view due_work with (security_invoker = true) as
  select 'attendees.import' as task, organization_id, id as subject_id, created_at as due_at
    from guest_list_imports where state = 'importing'
  union all
  select 'attendees.expire', organization_id, event_id, date_trunc('minute', held_until) + interval '1 minute'
    from attendees where status = 'held'
  union all
  select 'attendees.expire', organization_id, event_id, expires_at
    from offers where state = 'live'
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

const ownRows = `
create policy own on invitations for select using (person_id = app_person());
create policy own on offers for select using (person_id = app_person());
`;

export class RsvpRules0002 implements MigrationInterface {
  name = 'RsvpRules0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [events, attendees, dueWork]) await runner.query(part);
    for (const table of ['invitations', 'offers', 'audience', 'bars']) await runner.query(policies(table));
    await runner.query(ownRows);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
