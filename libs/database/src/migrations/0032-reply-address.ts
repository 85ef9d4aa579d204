import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every guest reads it, so it is only what an organization gave for this; nobody's own address stands in for it. */
const replyAddress = `
alter table organizations add column reply_to varchar(254);
alter table organizations add constraint organizations_reply_to check (reply_to ~ '^[^[:space:]@]+@[^[:space:]@]+$');
`;

export class ReplyAddress0032 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'ReplyAddress0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(replyAddress);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
