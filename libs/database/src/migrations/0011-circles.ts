import type { MigrationInterface, QueryRunner } from 'typeorm';

const circles = `
-- A small group that a host starts from the people of an evening and that then meets by itself, once a month.
create table circles (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  name varchar(80) not null check (name <> ''),
  place varchar(200) not null default '',
  state varchar(20) not null check (state in ('planned', 'asking', 'polling', 'meeting', 'withdrawn', 'did not happen', 'ended')),
  time_zone varchar(60) not null,
  started_by uuid not null references people,
  -- The moment of whatever comes next; one duty a circle.
  wake_at timestamptz,
  asked_at timestamptz,
  ask_ends_at timestamptz,
  -- Until when a host reads "asked" unless it is open: the release of a yes given in the last minute.
  appears_until timestamptz,
  -- Set by the fourth yes; the release at which it opens.
  opens_at timestamptz,
  opened_at timestamptz,
  poll_ends_at timestamptz,
  useful_asked_at timestamptz,
  useful_ends_at timestamptz,
  ended_at timestamptz,
  version int not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  unique (id, organization_id)
);
create index circles_of_event on circles (event_id, created_at);
create index circles_due on circles (wake_at) where wake_at is not null;

create table circle_members (
  id uuid primary key,
  organization_id uuid not null,
  circle_id uuid not null,
  person_id uuid not null references people,
  attendee_id uuid not null,
  -- The order in which they were chosen.
  place int not null check (place between 1 and 8),
  consent varchar(10) not null check (consent in ('not_asked', 'asked', 'yes', 'no', 'no_answer')),
  answered_at timestamptz,
  -- How the others may reach them, chosen with the yes; null: their address.
  contact varchar(254),
  joins_at timestamptz,
  joined_at timestamptz,
  polled_at timestamptz,
  useful varchar(3) check (useful in ('yes', 'no')),
  left_at timestamptz,
  version int not null,
  foreign key (circle_id, organization_id) references circles (id, organization_id),
  foreign key (attendee_id, organization_id) references attendees (id, organization_id),
  unique (id, organization_id),
  constraint circle_members_once unique (circle_id, person_id),
  constraint circle_members_place unique (circle_id, place)
);
create index circle_members_person on circle_members (person_id);

-- Dates the host proposes; each member ticks those that suit.
create table circle_dates (
  id uuid primary key,
  organization_id uuid not null,
  circle_id uuid not null,
  place int not null check (place between 1 and 5),
  starts_local varchar(16) not null check (starts_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  starts_at timestamptz not null,
  foreign key (circle_id, organization_id) references circles (id, organization_id),
  unique (id, organization_id),
  constraint circle_dates_place unique (circle_id, place),
  constraint circle_dates_once unique (circle_id, starts_local)
);
create table circle_votes (
  organization_id uuid not null,
  date_id uuid not null,
  member_id uuid not null,
  primary key (date_id, member_id),
  foreign key (date_id, organization_id) references circle_dates (id, organization_id),
  foreign key (member_id, organization_id) references circle_members (id, organization_id)
);

create table circle_meetings (
  id uuid primary key,
  organization_id uuid not null,
  circle_id uuid not null,
  number int not null check (number >= 1),
  starts_local varchar(16) not null check (starts_local ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- SEQUENCE of its calendar entry.
  revision int not null default 0,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  foreign key (circle_id, organization_id) references circles (id, organization_id),
  constraint circle_meetings_number unique (circle_id, number)
);
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

export class Circles0011 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Circles0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(circles);
    for (const table of ['circles', 'circle_members', 'circle_dates', 'circle_votes', 'circle_meetings']) {
      await runner.query(policies(table));
    }
    await runner.query('create policy own on circle_members for select using (person_id = app_person())');
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
