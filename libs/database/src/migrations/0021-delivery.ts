import type { MigrationInterface, QueryRunner } from 'typeorm';

const pause = `
-- No row: mail leaves. One row: the sender is at fault and every mail waits. Real time, of the whole installation.
create table sending_pause (
  id boolean primary key default true check (id),
  reason varchar(40) not null,
  paused_at timestamptz not null,
  -- When one worker asks the server again; null: not before somebody ends the pause.
  probe_at timestamptz,
  probes int not null default 0
);
`;

const attempts = `
-- When it first met a server, or none where one should be: from then on it has a day. Real time.
alter table mails add column tried_since timestamptz;
`;

/**
 * The two marks of every mail, as functions: one round trip where a transaction of the door takes four, and the first of them
 * is waited for by an open connection to a mail server.
 */
const marks = `
-- The mails whose last bytes may leave: their claim stands, and their address is nobody's that left and was not suppressed
-- meanwhile. Not flushed: it is for mails that may come twice, and if the database dies with it they are sent once more.
create function hand_mails(ids uuid[], fences int[], hashes text[], lease_seconds float8) returns setof uuid language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true), set_config('synchronous_commit', 'off', true);
  return query update mails m set state = 'handed', lease_until = clock_timestamp() + make_interval(secs => lease_seconds)
    from unnest(ids, fences, hashes) as given(id, fence, hashes)
    where m.id = given.id and m.fence = given.fence and m.state = 'sending' and m.lease_until > clock_timestamp()
      and exists (select from people p where p.id = m.person_id and p.erased_at is null)
      and not exists (select from suppressions s where s.email_hash = any (string_to_array(given.hashes, ' ')))
    returning m.id;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;

-- A 250 that comes late still tells the truth about a mail that was already called unsure.
create function mails_sent(ids uuid[], fences int[]) returns setof uuid language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query update mails m set state = 'sent', outcome = 'accepted', final_at = app_now(), lease_until = null
    from unnest(ids, fences) as given(id, fence)
    where m.id = given.id and m.fence = given.fence and m.state in ('handed', 'unsure')
    returning m.id;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

/** What the delivery of mail keeps beside its queue. */
export class Delivery0021 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Delivery0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(pause);
    await runner.query(attempts);
    await runner.query(marks);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
