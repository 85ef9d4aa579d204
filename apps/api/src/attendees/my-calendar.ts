import type { CalendarEntry } from '#libs/domain';
import type { MyRsvpRow } from './my-rsvps.queries.ts';

/**
 * An RSVP as an entry of one's own calendar. The exact place comes with a confirmed seat alone, and no link of the person
 * is in it: calendars are shared. @param site PUBLIC_URL
 */
export function entryOf(rsvp: MyRsvpRow, site: string): CalendarEntry {
  const { title, startsAt, endsAt, timeZone, place, city, privatePlace } = rsvp;
  return {
    uid: `${rsvp.attendeeId}@${new URL(site).hostname}`,
    // Either of them grows when something in here changes.
    sequence: rsvp.eventVersion + rsvp.version,
    state: stateOf(rsvp),
    title,
    location: [privatePlace ?? '', place, city].filter((part) => part !== '').join(', '),
    url: `${site}/e/${rsvp.slug}`,
    organizer: { name: rsvp.organizationName, url: `${site}/o/${rsvp.organizationSlug}` },
    startsAt,
    endsAt,
    timeZone,
  };
}

function stateOf({ status, eventState }: MyRsvpRow): CalendarEntry['state'] {
  if (eventState === 'cancelled' || status === 'cancelled' || status === 'declined') return 'cancelled';
  return status === 'confirmed' ? 'confirmed' : 'tentative';
}
