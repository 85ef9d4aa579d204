import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As 0009's, but a pair that two people agreed on by themselves shows on no board before it is introduced: a board that is told
 * of a new row, and then reads the same as before, would tell that some two chose each other, and when.
 */
const changes = `
drop trigger introductions_tell_of_new on introductions;
create trigger introductions_tell_of_new after insert on introductions
  for each row when (new.source <> 'critique' or new.introduced_at is not null) execute function tell_board();
drop index introductions_release_due;
create index introductions_release_due on introductions (release_at)
  where release_at is not null and state in ('suggested', 'approved', 'agreed');
`;

/** Two who chose each other after a critique session, until they are introduced (docs/decisions/0021). */
export class UnseenPairs0018 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'UnseenPairs0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(changes);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
