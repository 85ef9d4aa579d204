import { type Tx, handleFor, mintGrant } from '#libs/database';
import type { AttendeeStatus, CancelCause, EventState } from '#libs/domain';
import type { EventFacts, FactsOf } from '#libs/mail';
import type { Loaded, Loader, Tools } from './loader.ts';

interface RsvpRow {
  attendeeId: string;
  organizationId: string;
  personId: string;
  name: string;
  status: AttendeeStatus;
  cancelCause: CancelCause | null;
  slug: string;
  state: EventState;
  cancelReason: string | null;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  city: string;
  privatePlace: string | null;
}

const day = 24 * 60 * 60 * 1000;

async function rsvpOf(tx: Tx, attendeeId: string, personId: string): Promise<RsvpRow | undefined> {
  const [row] = await tx.query<RsvpRow>(
    `select a.id as "attendeeId", a.organization_id as "organizationId", a.person_id as "personId", a.name, a.status,
       a.cancel_cause as "cancelCause", e.slug, e.state, e.cancel_reason as "cancelReason", e.title,
       e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city,
       e.private_place as "privatePlace"
     from attendees a join events e on e.id = a.event_id where a.id = $1 and a.person_id = $2`,
    [attendeeId, personId],
  );
  return row;
}

/** The private place goes to confirmed people only (product.md, RSVP rule 11). */
function eventOf(row: RsvpRow, toConfirmed: boolean): EventFacts {
  const { title, startsAt, endsAt, timeZone, place, city } = row;
  return {
    title,
    startsAt,
    endsAt,
    timeZone,
    place,
    city,
    privatePlace: toConfirmed ? row.privatePlace : null,
  };
}

/** The reader's page of this RSVP, until seven days after the end (rule 9). */
async function manageUrl(tx: Tx, row: RsvpRow, { keys, publicUrl }: Tools): Promise<string> {
  const token = await handleFor(tx, keys, {
    purpose: 'rsvp',
    organizationId: row.organizationId,
    personId: row.personId,
    subjectId: row.attendeeId,
    expiresAt: new Date(row.endsAt.getTime() + 7 * day),
  });
  return `${publicUrl}/my/${token}`;
}

const isOver = (tx: Tx, row: RsvpRow): boolean => tx.now >= row.endsAt;

/** Subject: the attendee, confirmed or moved up. */
export const rsvpConfirmedLoader: Loader<FactsOf<'rsvp-confirmed'>> = async (
  tx,
  { subjectId, personId },
  tools,
) => {
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'confirmed' || row.state !== 'published' || isOver(tx, row)) return null;
  const facts = { name: row.name, event: eventOf(row, true), manageUrl: await manageUrl(tx, row, tools) };
  return { facts, timeZone: null };
};

/** Subject: the attendee. */
export const rsvpWaitlistedLoader: Loader<FactsOf<'rsvp-waitlisted'>> = async (
  tx,
  { subjectId, personId },
  tools,
) => {
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'waitlisted' || row.state !== 'published' || isOver(tx, row)) return null;
  const facts = { name: row.name, event: eventOf(row, false), manageUrl: await manageUrl(tx, row, tools) };
  return { facts, timeZone: null };
};

/** Subject: the attendee. */
export const rsvpCancelledLoader: Loader<FactsOf<'rsvp-cancelled'>> = async (
  tx,
  { subjectId, personId },
  { publicUrl },
) => {
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'cancelled' || row.state !== 'published') return null;
  const by = row.cancelCause === 'by-person' ? 'person' : 'host';
  const facts = {
    name: row.name,
    event: eventOf(row, false),
    by,
    eventUrl: `${publicUrl}/e/${row.slug}`,
  } as const;
  return { facts, timeZone: null };
};

/** Subject: the attendee. */
export const eventCancelledLoader: Loader<FactsOf<'event-cancelled'>> = async (
  tx,
  { subjectId, personId },
) => {
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.state !== 'cancelled' || row.status === 'cancelled' || row.status === 'declined') return null;
  return {
    facts: { name: row.name, event: eventOf(row, false), reason: row.cancelReason ?? '' },
    timeZone: null,
  };
};

/** Subject: the grant, whose subject is the attendee. The mail says new, already going, or refused; the page did not. */
export const rsvpConfirmLoader: Loader<FactsOf<'rsvp-confirm'>> = async (
  tx,
  { subjectId: grantId, personId },
  tools,
) => {
  const [grant] = await tx.query<{ attendeeId: string | null; used: boolean }>(
    `select subject_id as "attendeeId", used_at is not null as used from grants
     where id = $1 and purpose = 'confirm-rsvp' and person_id = $2`,
    [grantId, personId],
  );
  if (grant === undefined || grant.attendeeId === null) return null;
  const row = await rsvpOf(tx, grant.attendeeId, personId);
  if (row === undefined || grant.used) return null;
  return answerFor(tx, row, grantId, tools);
};

async function answerFor(
  tx: Tx,
  row: RsvpRow,
  grantId: string,
  tools: Tools,
): Promise<Loaded<FactsOf<'rsvp-confirm'>>> {
  const head = { name: row.name, event: eventOf(row, row.status === 'confirmed') };
  const refusal = refusalOf(tx, row);
  if (refusal !== null) {
    return { facts: { ...head, answer: 'refused', reason: refusal }, timeZone: null };
  }
  const { status } = row;
  if (status === 'confirmed' || status === 'waitlisted' || status === 'pending') {
    return {
      facts: { ...head, answer: 'already', status, manageUrl: await manageUrl(tx, row, tools) },
      timeZone: null,
    };
  }
  const confirmUrl = `${tools.publicUrl}/rsvp/confirm/${await mintGrant(tx, grantId)}`;
  return { facts: { ...head, answer: 'new', confirmUrl }, timeZone: null };
}

function refusalOf(tx: Tx, row: RsvpRow): 'event-cancelled' | 'registration-closed' | 'declined' | null {
  if (row.state === 'cancelled') return 'event-cancelled';
  if (row.state !== 'published' || isOver(tx, row)) return 'registration-closed';
  return row.status === 'declined' ? 'declined' : null;
}
