import type { MigrationInterface, QueryRunner } from 'typeorm';

const whatComesFirst = `
-- What the hosts of an evening last asked for, so that what follows a decision of theirs goes by the same.
alter table events add column suggestions_first varchar(10) not null default 'everyone'
  check (suggestions_first in ('everyone', 'total'));
`;

/** Suggestions that follow what a host decides. */
export class Suggestions0008 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Suggestions0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(whatComesFirst);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
