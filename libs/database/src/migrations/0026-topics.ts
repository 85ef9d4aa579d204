import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders and announcements can be stopped by themselves; stopping mail about events stops them with it. */
const topics = `
alter table mail_stops drop constraint mail_stops_topic_check,
  add constraint mail_stops_topic_check check (topic in ('all', 'introductions', 'follow-ups', 'mornings', 'circles',
    'digests', 'events', 'reminders', 'announcements'));
`;

export class Topics0026 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Topics0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(topics);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
