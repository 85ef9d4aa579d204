import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few that came back for what we are or wrote: the mail log asks of each mail that was held back whether the others did. */
const refused = `create index mails_policy on mails (created_at) where bounce_kind = 'policy';`;

export class RefusedAsSpam0030 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'RefusedAsSpam0000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(refused);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
