import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A no outlives the invitation it was said to: taken back and made anew, it would be asked again. */
export class SaidNo0005 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'SaidNo0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query('alter table invitations add column said_no boolean not null default false');
    await runner.query(`update invitations set said_no = true where state = 'declined'`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
