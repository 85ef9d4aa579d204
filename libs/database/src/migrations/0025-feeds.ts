import type { MigrationInterface, QueryRunner } from 'typeorm';

const changes = `
-- When guests were last shown something else: what programs that fetch a calendar again ask for. What stands already counts as
-- changed now, and is fetched once more.
alter table events add column changed_at timestamptz not null default app_now();

create function event_changed() returns trigger language plpgsql as $$
begin
  new.changed_at := app_now();
  return new;
end $$;
create trigger events_changed before update on events
  for each row when (new.version <> old.version) execute function event_changed();
`;

const feeds = `
-- The address under which somebody's own calendar is fetched; over all organizations, so it belongs to none. The address is the id
-- and an HMAC of it. One a person: a new one takes the place of the old, and without a row there is none.
create table calendar_feeds (
  person_id uuid primary key references people,
  id uuid not null unique,
  key_id varchar(40) not null,
  created_at timestamptz not null
);
`;

/** Calendars that programs fetch. */
export class Feeds0025 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Feeds0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [changes, feeds]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
