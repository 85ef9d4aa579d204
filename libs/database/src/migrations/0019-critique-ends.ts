import type { MigrationInterface, QueryRunner } from 'typeorm';

const ends = `
-- It was not held: what was brought waits for another session, and nobody is paid or written a letter.
alter table critique_sessions add column called_off_at timestamptz,
  add constraint critique_sessions_called_off check (called_off_at is null or (state = 'ended' and release_at is null));
create index critique_sessions_unstarted on critique_sessions (event_id) where state in ('open', 'planned');
create index credit_entries_of_work on credit_entries (subject_id) where reason in ('submitted', 'returned');
`;

/** A session whose evening is cancelled, or went by without it, ends by itself. */
const dueWork = `
do $$ begin
  execute 'create or replace view due_work with (security_invoker = true) as ' || rtrim(pg_get_viewdef('due_work'::regclass), ';') || '
  union all
  select ''critique.call-off'', s.organization_id, s.id, case when e.state = ''cancelled'' then e.cancelled_at
    when s.format = ''written'' then e.ends_at + interval ''30 days'' else e.ends_at + interval ''1 day'' end
  from critique_sessions s join events e on e.id = s.event_id where s.state in (''open'', ''planned'')';
end $$;
`;

/** How critique sessions end that were never held. */
export class CritiqueEnds0019 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'CritiqueEnds0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(ends);
    await runner.query(dueWork);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
