import type { Reader } from '#libs/database';
import {
  type CircleMeetingOfEntry,
  type EveningOfEntry,
  type FeedEntry,
  type PanelOfEntry,
  type RsvpOfEntry,
  circleEntry,
  panelEntry,
  panelOffEntry,
  rsvpEntry,
} from '#libs/domain';
import { kept, mostEntries } from './public-feed.queries.ts';

// Everything of one person over all organizations, in the scope of the installation; each statement names the person.
// Introductions are in none of them: no secret of anybody stands in a calendar (product.md).

const evening = `e.slug, e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city,
  o.name as "organizationName", o.slug as "organizationSlug", e.changed_at as "changedAt"`;

interface Changed {
  changedAt: Date;
}

/**
 * RSVPs as the clock has them: an offer that ran out is cancelled, whether or not anybody wrote that yet. One that nobody
 * confirmed is nobody's. Whoever is on a panel has the entry of that.
 */
export async function readRsvpEntries(reader: Reader, personId: string, site: string): Promise<FeedEntry[]> {
  const rows = await reader.query<EveningOfEntry & RsvpOfEntry & Changed>(
    `select a.id as "attendeeId", a.version, e.version as "eventVersion", t.state,
       case when t.state = 'confirmed' then e.private_place end as "privatePlace", ${evening}
     from attendees a join events e on e.id = a.event_id join organizations o on o.id = a.organization_id
     left join offers f on f.attendee_id = a.id and f.state = 'live'
     cross join lateral (select case
       when e.state = 'cancelled' or a.status in ('cancelled', 'declined') or f.expires_at <= $1 then 'cancelled'
       when a.status = 'confirmed' then 'confirmed' else 'tentative' end as state) t
     where a.person_id = $2 and e.published_at is not null and a.status <> 'held'
       and a.cancel_cause is distinct from 'not-confirmed' and (a.part = 'guest' or a.status <> 'confirmed')
       and e.ends_at > $1::timestamptz - case t.state when 'cancelled' then interval '0' else interval '${kept}' end
     order by e.starts_at, a.id limit ${String(mostEntries)}`,
    [reader.now, personId],
  );
  return rows.map((row) => ({ ...rsvpEntry(row, row, site), changedAt: row.changedAt }));
}

interface PanelRow extends EveningOfEntry, Omit<PanelOfEntry, 'held'>, Changed {
  cancelled: boolean;
  callAt: Date | null;
  panelEndsAt: Date | null;
}

/** Panels they said yes to; they are told before an evening is published, too. */
export async function readPanelEntries(reader: Reader, personId: string, site: string): Promise<FeedEntry[]> {
  const rows = await reader.query<PanelRow>(
    `select pp.id as "panelPersonId", pp.revision, p.topic, p.room, e.private_place as "privatePlace",
       e.state = 'cancelled' as cancelled, lower(p.during) - make_interval(mins => p.call_minutes) as "callAt",
       upper(p.during) as "panelEndsAt", ${evening}
     from panel_people pp join panels p on p.id = pp.panel_id join events e on e.id = pp.event_id
       join organizations o on o.id = pp.organization_id
     where pp.person_id = $2 and pp.state = 'confirmed'
       and e.ends_at > $1::timestamptz - case e.state when 'cancelled' then interval '0' else interval '${kept}' end
     order by e.starts_at, pp.id limit ${String(mostEntries)}`,
    [reader.now, personId],
  );
  return rows.map((row) => {
    const { changedAt, callAt, panelEndsAt } = row;
    if (row.cancelled) return { ...panelOffEntry(row, row, site), changedAt };
    const held = callAt === null || panelEndsAt === null ? null : { callAt, endsAt: panelEndsAt };
    return { ...panelEntry(row, { ...row, held }, site), changedAt };
  });
}

/** Meetings of circles they are in; a circle does not meet while it has no date. */
export async function readCircleEntries(
  reader: Reader,
  personId: string,
  site: string,
): Promise<FeedEntry[]> {
  const rows = await reader.query<CircleMeetingOfEntry & Changed>(
    `select d.id as "meetingId", d.revision, d.cancelled_at is not null as cancelled, c.name as circle, c.place,
       o.name as "organizationName", d.starts_at as "startsAt", d.ends_at as "endsAt", c.time_zone as "timeZone",
       coalesce(d.cancelled_at, d.created_at) as "changedAt"
     from circle_members m join circles c on c.id = m.circle_id join circle_meetings d on d.circle_id = c.id
       join organizations o on o.id = c.organization_id
     where m.person_id = $2 and m.joined_at is not null and m.left_at is null
       and d.ends_at > $1::timestamptz - case when d.cancelled_at is null then interval '${kept}' else interval '0' end
     order by d.starts_at, d.id limit ${String(mostEntries)}`,
    [reader.now, personId],
  );
  return rows.map((row) => ({ ...circleEntry(row, site), changedAt: row.changedAt }));
}
