import { type CalendarEntry, rsvpEntry } from '#libs/domain';
import type { MyRsvpRow } from './my-rsvps.queries.ts';

/** An RSVP as an entry of one's own calendar. @param site PUBLIC_URL */
export const entryOf = (rsvp: MyRsvpRow, site: string): CalendarEntry =>
  rsvpEntry(rsvp, { ...rsvp, state: stateOf(rsvp) }, site);

function stateOf({ status, eventState }: MyRsvpRow): CalendarEntry['state'] {
  if (eventState === 'cancelled' || status === 'cancelled' || status === 'declined') return 'cancelled';
  return status === 'confirmed' ? 'confirmed' : 'tentative';
}
