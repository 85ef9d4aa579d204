import type { MigrationInterface, QueryRunner } from 'typeorm';

const sender = `
-- What the worker that started last sends with, so that its records can be looked up: nothing secret. Real time.
create table mail_sender (
  id boolean primary key default true check (id),
  mail_from varchar(254) not null,
  envelope_domain varchar(253) not null,
  smtp_host varchar(253),
  dkim_domain varchar(253),
  dkim_selector varchar(63),
  dkim_key varchar(2000),
  told_at timestamptz not null,
  check (num_nonnulls(dkim_domain, dkim_selector, dkim_key) in (0, 3))
);
`;

/** For the page that says how the post is: the last day, and complaints, of a table that keeps every mail. */
const lastDay = `
create index mails_final on mails (final_at, state) where final_at is not null;
create index mails_complained on mails (final_at) where bounce_kind = 'complaint';
`;

/** Whose owners run the installation. A function, because a person sees only organizations of their own. */
const first = `
create function first_organization() returns uuid language plpgsql as $$
declare
  before text := current_setting('app.scope', true);
  answer uuid;
begin
  perform set_config('app.scope', 'system', true);
  select o.id into answer from organizations o order by o.created_at, o.id limit 1;
  perform set_config('app.scope', coalesce(before, ''), true);
  return answer;
end $$;
`;

const stops = `
-- Once somebody is out, nobody of an organization puts them back: their stops end by their own word, and that is never said in
-- the scope of an organization.
create function keep_mail_stop() returns trigger language plpgsql as $$
begin
  if app_scope() = 'organization' then
    raise exception 'Mail that somebody stopped comes again by their own word alone' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
create trigger mail_stops_kept before update or delete on mail_stops for each row execute function keep_mail_stop();
`;

/** How the post is: read by whoever runs the installation. */
export class MailHealth0027 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'MailHealth0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    for (const part of [sender, lastDay, first, stops]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
