import type { MigrationInterface, QueryRunner } from 'typeorm';

const pause = `
-- No row: mail leaves. One row: the sender is at fault and every mail waits. Real time, of the whole installation.
create table sending_pause (
  id boolean primary key default true check (id),
  reason varchar(40) not null,
  paused_at timestamptz not null,
  -- When one worker asks the server again; null: not before somebody ends the pause.
  probe_at timestamptz,
  probes int not null default 0
);
`;

const attempts = `
-- When it first met a server, or none where one should be: from then on it has a day. Real time.
alter table mails add column tried_since timestamptz;
`;

/** What the delivery of mail keeps beside its queue. */
export class Delivery0021 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Delivery0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(pause);
    await runner.query(attempts);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
