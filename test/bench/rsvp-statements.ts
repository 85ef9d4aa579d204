import { eventId, personId } from './support/seed.ts';

// What pgbench runs: the rows that an RSVP of a signed-in person writes (attendee, counter, audit line, mail), without
// anything in front of it. `bench_person` counts the people, so that everybody comes once.

/** The best single statement: a conditional counter and the rows, one RSVP a transaction. */
export const single = (event: string): string => `
with seat as (
  update event_seats set taken = taken + 1, arrivals = arrivals + 1, version = version + 1
  where event_id = ${eventId(event)} and taken < capacity and waiting = 0
  returning event_id, organization_id, arrivals
), ${rowsFor(`select seat.*, ${personId(`nextval('bench_person')`)} as person_id from seat`)};`;

/** The same for several people of one event at once. */
export const batch = (event: string, size: number): string => `
with seat as (
  update event_seats set taken = taken + ${size}, arrivals = arrivals + ${size}, version = version + ${size}
  where event_id = ${eventId(event)} and taken + ${size} <= capacity and waiting = 0
  returning event_id, organization_id, arrivals
), ${rowsFor(
  `select event_id, organization_id, arrivals - n as arrivals, ${personId(`nextval('bench_person')`)} as person_id
   from seat, generate_series(0, ${size - 1}) n`,
)};`;

/** What people wrote before they knew better: lock, look, write, in five round trips. */
export const lockAndLook = (event: string): string => `
begin;
select capacity, taken, waiting from event_seats where event_id = ${eventId(event)} for update;
update event_seats set taken = taken + 1, arrivals = arrivals + 1, version = version + 1 where event_id = ${eventId(event)};
with ${rowsFor(
  `select event_id, organization_id, arrivals, ${personId(`nextval('bench_person')`)} as person_id
   from event_seats where event_id = ${eventId(event)}`,
)};
commit;`;

function rowsFor(arrived: string): string {
  return `arrived as materialized (${arrived}), sat as (
  insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version, created_at)
  select uuidv7(), organization_id, event_id, person_id, 'Ines Okafor', 'confirmed', true, arrivals, now(), 'page', 1, now()
  from arrived on conflict (event_id, person_id) do nothing returning id, organization_id, person_id
), audited as (
  insert into audit (id, organization_id, actor_kind, actor_id, action, subject_id, at)
  select uuidv7(), organization_id, 'person', person_id, 'attendee.confirmed', id, now() from sat
)
insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at)
select uuidv7(), organization_id, 'rsvp-confirmed', id, person_id, now(), now() from sat`;
}
