import type { MigrationInterface, QueryRunner } from 'typeorm';

const erased = `
-- What outlives an erasure: the id that everything else keeps, and a keyed hash of the address, by which somebody who comes
-- back is neither introduced again nor unblocked. Of the installation, like the people themselves.
create table erased_people (
  person_id uuid primary key references people,
  email_hash varchar(64) not null,
  erased_at timestamptz not null,
  -- When everything is gone through once more: soon, for what was being written at the moment of leaving, and again once
  -- the last open question of somebody else, which still shows its sentence, is over. Null: nothing of theirs is left.
  look_again_at timestamptz
);
create index erased_people_address on erased_people (email_hash);
create index erased_people_again on erased_people (look_again_at) where look_again_at is not null;

-- Somebody who came back, and who they were. What holds for the earlier id holds for them.
create table former_selves (
  person_id uuid not null references people,
  former_id uuid not null references erased_people,
  primary key (person_id, former_id),
  check (person_id <> former_id)
);
`;

const periods = `
-- What is kept for a while only: see retention.ts.
create index told_people_age on told_people (created_at);
create index introduction_sides_private on introduction_sides (answered_at) where private_reason is not null;
`;

const overOrganizations = `
-- Whom an organization does not take RSVPs from any more, it takes none from under a new id either.
create function carry_bars(former uuid[], to_person uuid) returns void language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  insert into bars (organization_id, person_id, barred_by, created_at)
    select b.organization_id, to_person, b.barred_by, b.created_at from bars b where b.person_id = any (former)
    on conflict do nothing;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

/** People who leave, and what stays of them. */
export class Erasure0012 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Erasure0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [erased, periods, overOrganizations]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
