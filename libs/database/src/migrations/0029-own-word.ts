import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the RSVPs that stand: those that came by a page and that no list ever named, and those whose history says so. */
const ownWord = `
-- Whether this RSVP is by the person's own word, through a link to their address or signed in, and not by a list or a host.
alter table attendees add column own_word boolean not null default false;
-- Whoever owns the tables sees their rows in a scope only, unless they are a superuser.
select set_config('app.scope', 'system', true);
update attendees set own_word = true
  where source = 'page' and imported is null and may_write and status not in ('held', 'cancelled');
update attendees a set own_word = true from audit l
  where not a.own_word and a.status not in ('held', 'cancelled') and l.subject_id = a.id and l.actor_kind = 'person'
    and l.actor_id = a.person_id
    and l.action in ('attendee.confirmed', 'attendee.waitlisted', 'attendee.pending', 'attendee.claimed');

alter table event_messages drop constraint event_messages_called_off_check,
  add constraint event_messages_called_off_check check (called_off in ('by-hand', 'too-late', 'event-cancelled',
    'too-many-messages', 'nobody'));
`;

/** Who asked to come, and whom only others put on a list; and a reminder that found nobody. */
export class OwnWord0029 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'OwnWord0000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(ownWord);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
