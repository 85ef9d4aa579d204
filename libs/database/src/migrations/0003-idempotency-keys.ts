import type { MigrationInterface, QueryRunner } from 'typeorm';

const idempotencyKeys = `
-- What a keyed request gave, so that asking again gives the same (rule 29). Kept for 24 hours of real time. A row is only
-- ever found by its owner and key, whichever organization the request was about, so it stands outside the tenant tables.
create table idempotency_keys (
  owner varchar(80) not null,
  key varchar(200) not null,
  step int not null,
  fingerprint bytea not null,
  result bytea not null,
  created_at timestamptz not null default now(),
  primary key (owner, key, step)
);
create index idempotency_keys_age on idempotency_keys (created_at);
`;

export class IdempotencyKeys0003 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'IdempotencyKeys0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(idempotencyKeys);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
