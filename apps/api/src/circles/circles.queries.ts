import type { Reader } from '#libs/database';
import type { CircleRow, CircleWish } from './circles.dto.ts';

/** The circles of an event, newest first. */
export function readCircles(reader: Reader, organizationId: string, eventId: string): Promise<CircleRow[]> {
  return reader.query<CircleRow>(
    `select c.id, c.name, c.place, c.state, c.opened_at as "openedAt", c.appears_until as "appearsUntil",
       c.wake_at as "wakeAt", c.version,
       (select array_agg(a.name order by m.place) from circle_members m join attendees a on a.id = m.attendee_id
        where m.circle_id = c.id) as chosen,
       (select count(*)::int from circle_members m
        where m.circle_id = c.id and m.joined_at is not null and m.left_at is null) as members,
       (select min(starts_at) from circle_meetings t
        where t.circle_id = c.id and t.cancelled_at is null and t.ends_at > $3) as "meetsAt"
     from circles c where c.organization_id = $1 and c.event_id = $2 order by c.created_at desc, c.id`,
    [organizationId, eventId, reader.now],
  );
}

/** Whether one of these people has a question about a circle of this organization, on its way or open, by what a host reads. */
export async function isAnyBeingAsked(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<boolean> {
  const rows = await reader.query(
    `select 1 from circle_members m join circles c on c.id = m.circle_id
     where m.organization_id = $1 and m.person_id = any ($2::uuid[])
       and (c.state = 'planned' or (c.state <> 'withdrawn' and c.ask_ends_at > $3)) limit 1`,
    [organizationId, people, reader.now],
  );
  return rows.length > 0;
}

/**
 * Pairs of this event who both wished for a group, and for whom no host has started one yet. What became of the two since then, a block above all, shows in nothing
 * here: a wish stays one, and a circle keeps apart whom it must.
 */
export async function readWishes(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<CircleWish[]> {
  const rows = await reader.query<{ idA: string; nameA: string; idB: string; nameB: string }>(
    `select a.id as "idA", a.name as "nameA", b.id as "idB", b.name as "nameB"
     from introductions i join attendees a on a.id = i.attendee_a join attendees b on b.id = i.attendee_b
     where i.organization_id = $1 and i.event_id = $2 and i.introduced_at is not null
       and not exists (select from people p where p.id in (a.person_id, b.person_id) and p.erased_at is not null)
       and (select count(*) from introduction_sides s
            where s.introduction_id = i.id and s.circle_wished_at is not null) = 2
       and not exists (select from circles c where c.event_id = i.event_id and c.state <> 'withdrawn'
         and (select count(*) from circle_members m
              where m.circle_id = c.id and m.person_id in (a.person_id, b.person_id)) = 2)
     order by i.id limit 200`,
    [organizationId, eventId],
  );
  return rows.map(({ idA, nameA, idB, nameB }) => ({
    a: { attendeeId: idA, name: nameA },
    b: { attendeeId: idB, name: nameB },
  }));
}
