import { type Tx, handleFor, spokenCodeOf, ticketOf, worksTakenUntil } from '#libs/database';
import { type AttendeeStatus, type CancelCause, type EventState, handleEnd } from '#libs/domain';
import type { EventFacts, FactsOf } from '#libs/mail';
import type { Tools } from './loader.ts';

/** An RSVP and its evening, as the mails about it tell them. */
export interface RsvpRow extends EventFacts {
  attendeeId: string;
  eventId: string;
  organizationId: string;
  organizationName: string;
  organizationSlug: string;
  personId: string;
  name: string;
  part: 'guest' | 'panelist';
  status: AttendeeStatus;
  seat: boolean;
  cancelCause: CancelCause | null;
  note: string | null;
  slug: string;
  state: EventState;
  cancelReason: string | null;
  /** Of the attendee, and of the event. */
  version: number;
  eventVersion: number;
}

export async function rsvpOf(tx: Tx, attendeeId: string, personId: string): Promise<RsvpRow | undefined> {
  const [row] = await tx.prepared<RsvpRow>(
    'mail-rsvp',
    `select a.id as "attendeeId", a.event_id as "eventId", a.organization_id as "organizationId",
       o.name as "organizationName", o.slug as "organizationSlug", a.person_id as "personId", a.name, a.part, a.version,
       e.version as "eventVersion", a.status, a.seat, a.cancel_cause as "cancelCause",
       a.note, e.slug, e.state, e.cancel_reason as "cancelReason", e.title, e.starts_at as "startsAt",
       e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city, e.private_place as "privatePlace"
     from attendees a join events e on e.id = a.event_id join organizations o on o.id = a.organization_id
     where a.id = $1 and a.person_id = $2`,
    [attendeeId, personId],
  );
  return row;
}

/** The private place goes to confirmed people only (product.md, RSVP rule 11). */
export function eventOf(row: EventFacts, toConfirmed: boolean): EventFacts {
  const { title, startsAt, endsAt, timeZone, place, city } = row;
  const privatePlace = toConfirmed ? row.privatePlace : null;
  return { title, startsAt, endsAt, timeZone, place, city, privatePlace };
}

/** What somebody shows or says at the door; nobody has either without a seat. */
export const ticketFor = ({ keys }: Tools, attendeeId: string): { letters: string; ticket: string } => ({
  letters: spokenCodeOf(attendeeId),
  ticket: ticketOf(keys, attendeeId),
});

/** Where the reader brings a work, by the link of their RSVP, and until when; null where works are not taken. */
export async function critiqueOf(
  tx: Tx,
  row: RsvpRow,
  tools: Tools,
): Promise<FactsOf<'rsvp-confirmed'>['critique']> {
  const until = await worksTakenUntil(tx, row.eventId);
  return until === null
    ? null
    : { until, url: `${tools.publicUrl}/critique/${await rsvpToken(tx, row, tools)}` };
}

/** The reader's page of this RSVP, until seven days after the end (rule 9). */
export async function manageUrl(tx: Tx, row: RsvpRow, tools: Tools): Promise<string> {
  return `${tools.publicUrl}/my/${await rsvpToken(tx, row, tools)}`;
}

const rsvpToken = (tx: Tx, row: RsvpRow, { keys }: Tools): Promise<string> =>
  handleFor(tx, keys, {
    purpose: 'rsvp',
    organizationId: row.organizationId,
    personId: row.personId,
    subjectId: row.attendeeId,
    expiresAt: handleEnd(row.endsAt),
  });

/** Whether there is still an evening to come to. */
export const isAhead = (tx: Tx, { state, endsAt }: Pick<RsvpRow, 'state' | 'endsAt'>): boolean =>
  state === 'published' && tx.now < endsAt;
