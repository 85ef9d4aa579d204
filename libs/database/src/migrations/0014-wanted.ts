import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As 0001's questions over organizations. The counter rows are locked first, in the order in which the desk locks them, so
 * that no step of an event writes an older profile back. A panelist's number is lowered here and never raised: wanting
 * introductions at all is said of each panel by itself.
 */
const overOrganizations = `
create function want_at_evenings_to_come(who uuid, most int, at timestamptz) returns void language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  perform 1 from event_seats where event_id in (select a.event_id from attendees a join events e on e.id = a.event_id
    where a.person_id = who and e.ends_at > at) order by event_id for update;
  update attendees a set profile = a.profile || jsonb_build_object('maxIntroductions',
      case a.part when 'panelist' then least((a.profile->>'maxIntroductions')::int, most) else most end)
    from events e where e.id = a.event_id and e.ends_at > at and a.person_id = who
      and a.status not in ('cancelled', 'declined') and (a.part = 'guest' or a.profile ? 'maxIntroductions');
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

const digests = `
-- When the search for suggestions of an evening first died: it is tried hourly, and given up after a day.
alter table events add column digest_failed_at timestamptz;
`;

/** How many introductions people want, wherever they said so; and a search for suggestions that dies. */
export class Wanted0014 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Wanted0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [digests, overOrganizations]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
