import type { MigrationInterface, QueryRunner } from 'typeorm';

const lapse = `
-- When a pair that comes no further than meeting lapses; null: never introduced, or over.
alter table introductions add column lapse_at timestamptz;
-- From when both see what both said: the release after it, whatever became of the mail; null: never yet.
alter table introductions
  add column glad_told_at timestamptz,
  add column together_told_at timestamptz;
create index introductions_lapse_due on introductions (lapse_at) where lapse_at is not null;
create index mails_follow_ups on mails (person_id) where kind = 'introduction-follow-up';

-- Whoever owns the tables sees their rows in a scope only, unless they are a superuser.
select set_config('app.scope', 'system', true);
-- Pairs that were introduced before there were follow-ups: they are asked at their next stage, and lapse as all others do.
-- A release is in working hours, so the same hour of the day is too unless the day is not; the worker moves that.
update introductions set lapse_at = introduced_at + interval '9120 hours'
  where state = 'introduced' and introduced_at + interval '9120 hours' > app_now();
update introduction_sides s set follow_up_at = (
    select min(stage) from introductions i, lateral (values (i.introduced_at + interval '14 days'),
      (i.introduced_at + interval '42 days'), (i.introduced_at + interval '6 months'), (i.introduced_at + interval '12 months'))
      as stages (stage)
    where i.id = s.introduction_id and i.state = 'introduced' and stage > app_now())
  where s.consent = 'yes';
select set_config('app.scope', '', true);
`;

/** As 0001's questions over organizations: at most one follow-up mail to a person in 14 days, whoever sends it. */
const overOrganizations = `
create function last_follow_ups(among uuid[], apart_from uuid)
  returns table (person_id uuid, last timestamptz, last_left timestamptz) language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query select m.person_id, max(coalesce(m.final_at, m.due_at)), max(m.final_at)
    from mails m where m.person_id = any (among) and m.kind = 'introduction-follow-up'
      and m.state not in ('failed', 'suppressed') and m.id is distinct from apart_from
    group by m.person_id;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

/** What the months after an introduction need beside 0007. */
export class FollowUps0013 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'FollowUps0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [lapse, overOrganizations]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
