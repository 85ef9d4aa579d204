import type { Reader } from '#libs/database';
import type { AttendeeStatus } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';

export interface DoorPersonRow {
  id: string;
  name: string;
  partySize: number;
  guests: string[];
  status: AttendeeStatus;
  part: 'guest' | 'panelist';
  place: number | null;
  note: string | null;
  checkedInAt: Date | null;
  by: string | null;
}

export interface DoorEventRow {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  capacity: number;
  cursor: Date;
}

export async function readDoorEvent(
  reader: Reader,
  { organizationId, eventId }: EventIds,
): Promise<DoorEventRow | undefined> {
  const [row] = await reader.query<DoorEventRow>(
    `select e.id, e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone", s.capacity,
       clock_timestamp() - interval '5 seconds' as cursor
     from events e join event_seats s on s.event_id = e.id where e.id = $1 and e.organization_id = $2`,
    [eventId, organizationId],
  );
  return row;
}

/** Everybody a door may meet, by name: no address, no answer. An address that was typed and never confirmed is nobody. */
export function readDoorPeople(
  reader: Reader,
  { organizationId, eventId }: EventIds,
): Promise<DoorPersonRow[]> {
  return reader.query<DoorPersonRow>(
    `with queue as (
       select id, row_number() over (order by priority desc, arrival nulls last, id)::int as place
       from attendees where organization_id = $1 and event_id = $2 and status = 'waitlisted')
     select a.id, a.name, a.party_size as "partySize", a.guests, a.status, a.part, queue.place, a.door_note as note,
       a.checked_in_at as "checkedInAt", entry.by
     from attendees a left join queue on queue.id = a.id
     left join lateral (
       select coalesce(l.label, p.name) as by from check_ins c
         left join door_links l on c.actor_kind = 'link' and l.id = c.actor_id
         left join people p on c.actor_kind = 'person' and p.id = c.actor_id
       where a.checked_in_at is not null and c.attendee_id = a.id and c.kind <> 'undo' and c.scanned_at = a.checked_in_at
       order by c.nonce limit 1) entry on true
     where a.organization_id = $1 and a.event_id = $2 and a.cancel_cause is distinct from 'not-confirmed'
     order by lower(a.name) collate "C", a.id`,
    [organizationId, eventId],
  );
}
