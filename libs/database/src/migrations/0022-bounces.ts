import type { MigrationInterface, QueryRunner } from 'typeorm';

const bounces = `
alter table mails
  -- When a server told, after it had taken the mail, that it did not arrive; product time.
  add column bounced_at timestamptz,
  -- hard: no such address · soft: not this time · policy: refused for what we are or wrote · complaint: its reader called it
  -- spam. The gravest word stays.
  add column bounce_kind varchar(9) check (bounce_kind in ('hard', 'soft', 'policy', 'complaint')),
  add constraint mails_bounced check ((bounced_at is null) = (bounce_kind is null));
-- The mail log of an organization, newest first: the ids are of UUID version 7.
create index mails_log on mails (organization_id, id desc);
`;

/** What came back of mails that had left. */
export class Bounces0022 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Bounces0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(bounces);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
