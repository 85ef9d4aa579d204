import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person without a choice of their own reads mails in the language of the organization that writes. */
const languages = `
alter table people alter column language drop default, alter column language drop not null;
update people set language = null;
alter table people add constraint people_language check (language ~ '^[a-z]{2}$');
alter table organizations add constraint organizations_language check (language ~ '^[a-z]{2}$');
`;

export class Languages0028 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Languages0000000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(languages);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
