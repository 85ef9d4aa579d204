import type { MigrationInterface, QueryRunner } from 'typeorm';

const wellKnown = `
-- Whom many want to meet: asked first and alone, and seldom. A private mark of the hosts, which the person does not see.
create table well_known (
  organization_id uuid not null references organizations,
  person_id uuid not null references people,
  marked_by uuid not null references people,
  created_at timestamptz not null,
  primary key (organization_id, person_id)
);
create index well_known_person on well_known (person_id);

-- What an organization approved within a quarter.
create index introductions_approved on introductions (organization_id, approved_at) where approved_at is not null;
`;

const presence = `
-- Which hosts look at a board now, by real time; nothing is lost when a crash empties it.
create unlogged table board_presence (
  event_id uuid not null,
  organization_id uuid not null,
  person_id uuid not null references people,
  looking_at uuid,
  seen_at timestamptz not null,
  primary key (event_id, person_id),
  foreign key (event_id, organization_id) references events (id, organization_id)
);
create index board_presence_person on board_presence (person_id);
create index board_presence_seen on board_presence (seen_at);
`;

/**
 * Tells whoever has the board open, at the commit and once a transaction. By the version, because that counts only what a
 * host may see: an answer, a quiet close or a mark of one side tells nothing, not even by its time.
 */
const changes = `
create function tell_board() returns trigger language plpgsql as $$
begin
  perform pg_notify('board-changed', new.event_id::text);
  return null;
end $$;
create trigger introductions_tell_of_new after insert on introductions
  for each row execute function tell_board();
create trigger introductions_tell_of_change after update on introductions
  for each row when (new.version <> old.version) execute function tell_board();
`;

/**
 * A third question that reaches over organizations (0001), because a person's two open asks do: the asks of these people that
 * are due and not asked, and since when they are approved. One that nobody has been at for an hour keeps nobody waiting.
 */
const waiting = `
create function asks_waiting(among uuid[], at timestamptz)
  returns table (person_id uuid, introduction_id uuid, approved_at timestamptz) language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query select s.person_id, i.id, i.approved_at
    from introduction_sides s join introductions i on i.id = s.introduction_id
    where s.person_id = any (among) and s.asked_at is null and i.ask_at <= at and i.ask_at > at - interval '1 hour'
      and (i.state = 'asking' or (i.state = 'approved' and (i.ask_first is null or i.ask_first = s.person_id)));
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

/** The hosts' board: whom to ask with care, and two hosts at once. */
export class Board0009 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Board0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [wellKnown, presence, changes, waiting]) await runner.query(part);
    for (const table of ['well_known', 'board_presence']) await runner.query(policies(table));
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
