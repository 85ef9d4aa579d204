import type { MigrationInterface, QueryRunner } from 'typeorm';

const dueWork = `
-- Everything that is due, as rows with a product time (see 0001); with the duties of the months after an introduction.
create or replace view due_work with (security_invoker = true) as
  select 'attendees.import' as task, organization_id, id as subject_id, created_at as due_at
    from guest_list_imports where state = 'importing'
  union all
  select 'attendees.expire', organization_id, event_id, date_trunc('minute', held_until) + interval '1 minute'
    from attendees where status = 'held'
  union all
  select 'attendees.expire', organization_id, event_id, expires_at
    from offers where state = 'live'
  union all
  select 'introductions.morning', organization_id, id, morning_at
    from events where morning_at is not null
  union all
  select 'introductions.digest', organization_id, id, digest_at
    from events where digest_at is not null
  union all
  select 'introductions.expire-suggestion', organization_id, id, suggested_until
    from introductions where state = 'suggested' and suggested_until is not null
  union all
  select 'introductions.ask', i.organization_id, s.person_id, i.ask_at
    from introductions i join introduction_sides s on s.introduction_id = i.id
    where i.ask_at is not null and s.asked_at is null
      and (i.state = 'asking' or (i.state = 'approved' and (i.ask_first is null or i.ask_first = s.person_id)))
  union all
  select 'introductions.remind', organization_id, person_id, remind_at
    from introduction_sides where consent = 'asked' and remind_at is not null and reminded_at is null
  union all
  select 'introductions.end-ask', organization_id, introduction_id, ask_ends_at
    from introduction_sides where consent = 'asked'
  union all
  select 'introductions.release', organization_id, id, release_at
    from introductions where state = 'agreed' or (state in ('suggested', 'approved') and release_at is not null)
  union all
  select 'introductions.follow-up', organization_id, person_id, follow_up_at
    from introduction_sides where follow_up_at is not null
  union all
  select 'circles.step', organization_id, id, wake_at
    from circles where wake_at is not null
  union all
  -- At 03:00 UTC of the night after the first ask that can teach something is over for everybody; of no organization.
  select 'introductions.learn', null::uuid, '00000000-0000-7000-8000-000000000000'::uuid,
      date_trunc('day', min(greatest(s.ask_ends_at, i.appears_until)), 'UTC') + interval '27 hours'
    from introduction_sides s join introductions i on i.id = s.introduction_id where s.features is not null having count(*) > 0
  union all
  select 'introductions.lapse', organization_id, id, lapse_at
    from introductions where lapse_at is not null
  union all
  select 'mail.deliver', organization_id, id, due_at from mails where state = 'queued';
`;

/** The last of the migrations of its release, because the view reads the columns of all of them. */
export class DueWork0015 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'DueWork0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(dueWork);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
