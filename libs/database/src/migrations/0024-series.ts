import type { MigrationInterface, QueryRunner } from 'typeorm';

// Events that come again.

const series = `
create table event_series (
  id uuid primary key,
  organization_id uuid not null references organizations,
  slug varchar(120) not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- RFC 5545, in the few forms that people choose from.
  rule varchar(120) not null check (rule ~ ('^FREQ=(WEEKLY;INTERVAL=\\d{1,2};BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}'
    || '|MONTHLY;INTERVAL=\\d{1,2};(BYMONTHDAY=\\d{1,2}|BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)))(;COUNT=\\d{1,3}|;UNTIL=\\d{8})?$')),
  -- The rule is counted from here.
  first_day varchar(10) not null check (first_day ~ '^\\d{4}-\\d\\d-\\d\\d$'),
  -- What each date begins with: see series-template.ts.
  template jsonb not null,
  -- What is copied when a date is made and never follows: panels and the mixer.
  extras jsonb not null,
  announces boolean not null,
  -- When the next date is due to be made; null: the rule has ended.
  next_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  constraint event_series_slug unique (organization_id, slug),
  unique (id, organization_id)
);
create index event_series_next on event_series (next_at) where next_at is not null;

-- Every day of a series that became an event or was left out. The row stays whatever comes of the event, so that no day is made
-- a second time.
create table series_dates (
  series_id uuid not null,
  organization_id uuid not null,
  day varchar(10) not null check (day ~ '^\\d{4}-\\d\\d-\\d\\d$'),
  -- Null: left out.
  event_id uuid,
  -- What the series gave this date last; what differs from it was changed by hand.
  given jsonb,
  created_at timestamptz not null,
  constraint series_dates_once primary key (series_id, day),
  -- An event is a date of one series.
  constraint series_dates_event unique (event_id),
  foreign key (series_id, organization_id) references event_series (id, organization_id),
  -- Deferred, because the day is claimed before its event stands.
  foreign key (event_id, organization_id) references events (id, organization_id) deferrable initially deferred,
  check ((event_id is null) = (given is null))
);
`;

const dueWork = `
do $$ begin
  execute 'create or replace view due_work with (security_invoker = true) as ' || rtrim(pg_get_viewdef('due_work'::regclass), ';') || '
  union all
  select ''series.make'', organization_id, id, next_at from event_series where next_at is not null';
end $$;
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

/** A series is as public as its dates: the inner selects see those of published events only. */
const publicFace = `
create policy public_face on series_dates for select
  using (app_scope() = 'public' and exists (select from events e where e.id = event_id));
create policy public_face on event_series for select
  using (app_scope() = 'public' and exists (select from series_dates d where d.series_id = event_series.id));
`;

export class Series0024 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Series0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [series, dueWork]) await runner.query(part);
    for (const table of ['event_series', 'series_dates']) await runner.query(policies(table));
    await runner.query(publicFace);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
