import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where one is asked first and alone, the other's place is held for both their weeks: a place that is taken or free by what
 * the first one said would tell it to a host, by the next ask of the second one that leaves.
 */
const places = `
create or replace function open_asks(among uuid[], at timestamptz) returns table (person_id uuid, open int)
  language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query select s.person_id, count(*)::int
    from introduction_sides s join introductions i on i.id = s.introduction_id
    where s.person_id = any (among) and i.introduced_at is null
      and (case when i.ask_first <> s.person_id and i.frozen_at is not null then i.appears_until > at
        else s.asked_at <= at and s.ask_ends_at > at end)
    group by s.person_id;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;

-- An approved pair waits for both of its places. The second of two who are asked in turn holds theirs already.
create or replace function asks_waiting(among uuid[], at timestamptz)
  returns table (person_id uuid, introduction_id uuid, approved_at timestamptz) language plpgsql as $$
declare before text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  return query select s.person_id, i.id, i.approved_at
    from introduction_sides s join introductions i on i.id = s.introduction_id
    where s.person_id = any (among) and i.state = 'approved' and i.ask_at <= at and i.ask_at > at - interval '1 hour';
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

/**
 * As 0001's, for people who were somebody else before: a pair is apart when any of their former selves is. Two people cool
 * down by what shows: from the moment their pair is asked, in truth or not, until 12 months after the day on which it reads
 * "did not happen". By what is true, a host of two organizations would read a no off the second.
 */
const apart = `
create or replace function pairs_apart(among uuid[], at timestamptz)
  returns table (person_a uuid, person_b uuid, why text) language plpgsql as $$
declare
  before text := current_setting('app.scope', true);
  everybody uuid[] := among || array(select s.former_id from former_selves s where s.person_id = any (among));
begin
  perform set_config('app.scope', 'system', true);
  return query
    with apart as (
      select k.person_a as a, k.person_b as b, case k.source when 'introduced' then 'introduced' else 'known' end as why
        from known_pairs k
        where k.source in ('told', 'introduced') and k.person_a = any (everybody) and k.person_b = any (everybody)
      union
      select least(b.person_id, b.blocked_id), greatest(b.person_id, b.blocked_id), 'blocked'
        from blocks b where b.person_id = any (everybody) and b.blocked_id = any (everybody)
      union
      select i.person_a, i.person_b, case when i.introduced_at is not null then 'introduced' else 'cooling down' end
        from introductions i where i.person_a = any (everybody) and i.person_b = any (everybody)
          and (i.introduced_at is not null
            or (i.frozen_at is not null and i.appears_until > at - interval '12 months'))),
    now_called as (
      select coalesce(x.person_id, p.a) as one, coalesce(y.person_id, p.b) as other, p.why
        from apart p left join former_selves x on x.former_id = p.a and x.person_id = any (among)
          left join former_selves y on y.former_id = p.b and y.person_id = any (among))
    select least(n.one, n.other), greatest(n.one, n.other), n.why from now_called n where n.one <> n.other;
  perform set_config('app.scope', coalesce(before, ''), true);
end $$;
`;

const links = `
-- What a stop link has just stopped may come again by a link of a few minutes, on the page that answers the stop.
alter table handles drop constraint handles_purpose_check,
  add constraint handles_purpose_check check (purpose in ('rsvp', 'ask', 'follow-up', 'unsubscribe', 'resume', 'invitation',
    'morning', 'circle'));
`;

/** What reaches over organizations goes by what shows there, never by what is true. */
export class WhatShows0016 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'WhatShows0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [places, apart, links]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
