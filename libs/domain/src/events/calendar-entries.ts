import type { CalendarEntry } from './calendar-file.ts';

// What stands in a calendar, the same by mail, as a file and in a feed: one UID, so that they are one entry wherever a
// program has two of them. No link of a person is in it: calendars are shared.

/** The evening of an entry. `site` is PUBLIC_URL wherever it is asked for. */
export interface EveningOfEntry {
  slug: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** The public place. */
  place: string;
  city: string;
  organizationName: string;
  organizationSlug: string;
}

/** What anybody may know. */
export const publicEntry = (
  evening: EveningOfEntry & { eventId: string; version: number; state: 'published' | 'cancelled' },
  site: string,
): CalendarEntry => ({
  ...eveningEntry(evening, null, site),
  uid: uidOf(evening.eventId, site),
  sequence: evening.version,
  state: evening.state === 'cancelled' ? 'cancelled' : 'confirmed',
});

export interface RsvpOfEntry {
  attendeeId: string;
  /** Of the attendee and of the event: either grows when something in here changes. */
  version: number;
  eventVersion: number;
  state: CalendarEntry['state'];
  /** Null for anybody without a confirmed seat (product.md, RSVP rule 11). */
  privatePlace: string | null;
}

/** An RSVP. */
export const rsvpEntry = (evening: EveningOfEntry, rsvp: RsvpOfEntry, site: string): CalendarEntry => ({
  ...eveningEntry(evening, rsvp.privatePlace, site),
  uid: uidOf(rsvp.attendeeId, site),
  sequence: rsvp.eventVersion + rsvp.version,
  state: rsvp.state,
});

export interface PanelOfEntry {
  panelPersonId: string;
  revision: number;
  topic: string;
  /** Empty: the one room. */
  room: string;
  privatePlace: string | null;
  /** From when they are asked to be there until the panel ends; null while it has no time. */
  held: { callAt: Date; endsAt: Date } | null;
}

/** Somebody's panel. */
export const panelEntry = (evening: EveningOfEntry, panel: PanelOfEntry, site: string): CalendarEntry => {
  const entry = eveningEntry(evening, panel.privatePlace, site);
  return {
    ...entry,
    uid: uidOf(panel.panelPersonId, site),
    sequence: panel.revision,
    state: 'confirmed',
    title: `${panel.topic} · ${evening.title}`,
    location: [panel.room, entry.location].filter((part) => part !== '').join(', '),
    ...(panel.held !== null && { startsAt: panel.held.callAt, endsAt: panel.held.endsAt }),
  };
};

/** Somebody's panel that is off: of the evening alone, for the panel may be gone. */
export const panelOffEntry = (
  evening: EveningOfEntry,
  { panelPersonId, revision }: Pick<PanelOfEntry, 'panelPersonId' | 'revision'>,
  site: string,
): CalendarEntry => ({
  ...eveningEntry(evening, null, site),
  uid: uidOf(panelPersonId, site),
  sequence: revision,
  state: 'cancelled',
});

export interface CircleMeetingOfEntry {
  meetingId: string;
  revision: number;
  cancelled: boolean;
  circle: string;
  place: string;
  organizationName: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** @param url a page of the reader's own that opens to them alone, or the site */
export const circleEntry = (meeting: CircleMeetingOfEntry, site: string, url = site): CalendarEntry => ({
  uid: uidOf(meeting.meetingId, site),
  sequence: meeting.revision,
  state: meeting.cancelled ? 'cancelled' : 'confirmed',
  title: meeting.circle,
  location: meeting.place,
  url,
  organizer: { name: meeting.organizationName, url: site },
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  timeZone: meeting.timeZone,
});

function eveningEntry(
  evening: EveningOfEntry,
  privatePlace: string | null,
  site: string,
): Omit<CalendarEntry, 'uid' | 'sequence' | 'state'> {
  const { title, startsAt, endsAt, timeZone, place, city } = evening;
  return {
    title,
    location: [privatePlace ?? '', place, city].filter((part) => part !== '').join(', '),
    url: `${site}/e/${evening.slug}`,
    organizer: { name: evening.organizationName, url: `${site}/o/${evening.organizationSlug}` },
    startsAt,
    endsAt,
    timeZone,
  };
}

const uidOf = (id: string, site: string): string => `${id}@${new URL(site).hostname}`;
