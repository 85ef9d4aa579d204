import type { MigrationInterface, QueryRunner } from 'typeorm';

const messages = `
-- What an organizer writes to the people of one evening. Its mails have its id as their subject.
create table event_messages (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  kind varchar(12) not null check (kind in ('reminder', 'thanks', 'announcement', 'change')),
  state varchar(9) not null check (state in ('draft', 'scheduled', 'sent', 'cancelled')),
  name varchar(80) not null,
  subject varchar(200) not null,
  text varchar(5000) not null,
  -- {status: [...], came, format, answer: {questionId, value}}
  segment jsonb not null check (jsonb_typeof(segment -> 'status') = 'array' and octet_length(segment::text) < 4000),
  -- {anchor, minutes}: it moves with the evening.
  rule jsonb check (rule ->> 'anchor' in ('start', 'end') and jsonb_typeof(rule -> 'minutes') = 'number'),
  -- As an organizer chose it, for one without a rule.
  send_at timestamptz,
  -- When it leaves; null: nobody has scheduled it.
  due_at timestamptz,
  sent_at timestamptz,
  recipients int check (recipients >= 0),
  called_off varchar(20) check (called_off in ('by-hand', 'too-late', 'event-cancelled', 'too-many-messages')),
  -- What guests knew before a change: the public part.
  before jsonb,
  version int not null,
  created_at timestamptz not null,
  foreign key (event_id, organization_id) references events (id, organization_id),
  constraint event_messages_due check (state <> 'scheduled' or due_at is not null),
  constraint event_messages_left check (state <> 'sent' or (sent_at is not null and recipients is not null)),
  constraint event_messages_reminder check (kind <> 'reminder' or (segment -> 'status' = '["confirmed"]' and rule is not null)),
  constraint event_messages_change check ((kind = 'change') = (before is not null)),
  constraint event_messages_called_off check ((state = 'cancelled') = (called_off is not null))
);
create index event_messages_event on event_messages (event_id);
create index event_messages_due on event_messages (due_at) where state = 'scheduled';
-- What an organization sent lately.
create index event_messages_sent on event_messages (organization_id, sent_at) where sent_at is not null;

-- From the moment it leaves nobody changes what it says or to whom: its mails are put into words one by one.
create function keep_sent_messages() returns trigger language plpgsql as $$
begin
  raise exception 'A message that has left stays as it is' using errcode = 'check_violation',
    constraint = 'event_messages_frozen';
end $$;
create trigger event_messages_frozen before update on event_messages
  for each row when (old.sent_at is not null and (new.kind, new.subject, new.text, new.segment, new.before, new.event_id,
    new.sent_at) is distinct from (old.kind, old.subject, old.text, old.segment, old.before, old.event_id, old.sent_at))
  execute function keep_sent_messages();
`;

const untold = `
-- What guests know of an evening that has changed since, until they are told or it is as they know it again.
create table untold_changes (
  event_id uuid primary key,
  organization_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone varchar(60) not null,
  place varchar(200) not null,
  city varchar(120) not null,
  private_place varchar(500),
  foreign key (event_id, organization_id) references events (id, organization_id)
);

-- Here, because organizers, series and new data of time zones all move evenings.
create function keep_what_guests_know() returns trigger language plpgsql as $$
begin
  insert into untold_changes (event_id, organization_id, starts_at, ends_at, time_zone, place, city, private_place)
    values (old.id, old.organization_id, old.starts_at, old.ends_at, old.time_zone, old.place, old.city, old.private_place)
    on conflict do nothing;
  return null;
end $$;
create trigger events_keep_what_guests_know after update on events
  for each row when (old.state = 'published' and new.state = 'published'
    and (old.starts_at, old.ends_at, old.time_zone, old.place, old.city, old.private_place)
      is distinct from (new.starts_at, new.ends_at, new.time_zone, new.place, new.city, new.private_place))
  execute function keep_what_guests_know();

-- Nothing that was written for an evening leaves by itself once it does not take place.
create function call_off_messages() returns trigger language plpgsql as $$
begin
  update event_messages set state = 'cancelled', called_off = 'event-cancelled', due_at = null, version = version + 1
    where event_id = new.id and organization_id = new.organization_id and state = 'scheduled';
  return null;
end $$;
create trigger events_call_off_messages after update on events
  for each row when (old.state <> 'cancelled' and new.state = 'cancelled') execute function call_off_messages();
`;

const dueWork = `
do $$ begin
  execute 'create or replace view due_work with (security_invoker = true) as ' || rtrim(pg_get_viewdef('due_work'::regclass), ';') || '
  union all
  select ''messages.send'', m.organization_id, m.id, m.due_at
    from event_messages m join events e on e.id = m.event_id where m.state = ''scheduled'' and e.state <> ''draft''';
end $$;
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

/** What organizers write to the people of an evening, and what guests were not told yet. */
export class Messages0023 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Messages0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [messages, untold, dueWork]) await runner.query(part);
    for (const table of ['event_messages', 'untold_changes']) await runner.query(policies(table));
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
