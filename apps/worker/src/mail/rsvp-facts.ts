import type { AttendeeStatus } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';
import { entryWith, hasEntry } from './rsvp-entry.ts';
import { critiqueOf, eventOf, isAhead, manageUrl, rsvpOf, ticketFor } from './rsvp-row.ts';

// The subject of each is the attendee. A mail leaves only while the RSVP stands as the mail says.

const noTicket = { letters: null, ticket: null };

/** Of a mail that says where its reader stands: only somebody confirmed is told the private place. */
function standing(status: AttendeeStatus): Loader<FactsOf<'rsvp-confirmed'>> {
  return async (tx, mail, tools) => {
    const row = await rsvpOf(tx, mail.subjectId, mail.personId);
    if (row?.status !== status || !isAhead(tx, row)) return null;
    const { name, note } = row;
    const event = eventOf(row, status === 'confirmed');
    const critique = status === 'confirmed' ? await critiqueOf(tx, row, tools) : null;
    const { letters, ticket } = status === 'confirmed' ? ticketFor(tools, row.attendeeId) : noTicket;
    const entry = await entryWith(tx, mail, row, tools);
    const inCalendar = entry.calendar?.method === 'REQUEST';
    return {
      facts: { name, note, event, critique, letters, inCalendar, manageUrl: await manageUrl(tx, row, tools) },
      timeZone: null,
      ...entry,
      ...(ticket !== null && { ticket }),
    };
  };
}

export const rsvpConfirmedLoader = standing('confirmed');
export const rsvpWaitlistedLoader = standing('waitlisted');
export const rsvpPendingLoader = standing('pending');

/** The seat became free by itself, so what the host once wrote is not said again. */
export const rsvpPromotedLoader: Loader<FactsOf<'rsvp-promoted'>> = async (...given) => {
  const loaded = await rsvpConfirmedLoader(...given);
  return loaded === null ? null : { ...loaded, facts: { ...loaded.facts, note: null } };
};

/** The same of a seat that was taken back: they wait as before. */
export const rsvpOfferRevokedLoader: Loader<FactsOf<'rsvp-offer-revoked'>> = async (...given) => {
  const loaded = await rsvpWaitlistedLoader(...given);
  return loaded === null ? null : { ...loaded, facts: { ...loaded.facts, note: null } };
};

export const rsvpOfferedLoader: Loader<FactsOf<'rsvp-offered'>> = async (tx, mail, tools) => {
  const { subjectId, personId } = mail;
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'offered' || !isAhead(tx, row)) return null;
  const [offer] = await tx.query<{ until: Date }>(
    `select expires_at as until from offers where attendee_id = $1 and state = 'live' and expires_at > $2`,
    [subjectId, tx.now],
  );
  if (offer === undefined) return null;
  const facts = {
    name: row.name,
    event: eventOf(row, false),
    until: offer.until,
    manageUrl: await manageUrl(tx, row, tools),
  };
  return { facts, timeZone: null, ...(await entryWith(tx, mail, row, tools)) };
};

export const rsvpOfferLapsedLoader: Loader<FactsOf<'rsvp-offer-lapsed'>> = async (tx, mail, tools) => {
  const { subjectId, personId } = mail;
  const { publicUrl } = tools;
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'cancelled' || row.cancelCause !== 'offer-lapsed' || !isAhead(tx, row)) return null;
  const facts = { name: row.name, event: eventOf(row, false), eventUrl: `${publicUrl}/e/${row.slug}` };
  return { facts, timeZone: null, ...(await entryWith(tx, mail, row, tools)) };
};

export const rsvpDeclinedLoader: Loader<FactsOf<'rsvp-declined'>> = async (tx, mail, tools) => {
  const { subjectId, personId } = mail;
  const { publicUrl } = tools;
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'declined' || !isAhead(tx, row)) return null;
  const { name, note, organizationSlug } = row;
  const facts = { name, note, event: eventOf(row, false), othersUrl: `${publicUrl}/o/${organizationSlug}` };
  return { facts, timeZone: null, ...(await entryWith(tx, mail, row, tools)) };
};

export const rsvpCancelledLoader: Loader<FactsOf<'rsvp-cancelled'>> = async (tx, mail, tools) => {
  const { subjectId, personId } = mail;
  const { publicUrl } = tools;
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.status !== 'cancelled' || !isAhead(tx, row)) return null;
  const by = row.cancelCause === 'by-person' ? 'person' : 'host';
  const facts = {
    name: row.name,
    event: eventOf(row, false),
    by,
    eventUrl: `${publicUrl}/e/${row.slug}`,
  } as const;
  return { facts, timeZone: null, ...(await entryWith(tx, mail, row, tools)) };
};

/** Of a seat whose entry some mail brought; the mail of their panel brings another. */
export const rsvpOnPanelLoader: Loader<FactsOf<'rsvp-on-panel'>> = async (tx, mail, tools) => {
  const row = await rsvpOf(tx, mail.subjectId, mail.personId);
  if (row?.status !== 'confirmed' || row.part !== 'panelist' || !isAhead(tx, row)) return null;
  if (!(await hasEntry(tx, mail, row))) return null;
  const facts = { name: row.name, event: eventOf(row, true), manageUrl: await manageUrl(tx, row, tools) };
  return { facts, timeZone: null, ...(await entryWith(tx, mail, row, tools)) };
};

export const eventCancelledLoader: Loader<FactsOf<'event-cancelled'>> = async (tx, mail, tools) => {
  const { subjectId, personId } = mail;
  const row = await rsvpOf(tx, subjectId, personId);
  if (row?.state !== 'cancelled' || row.status === 'cancelled' || row.status === 'declined') return null;
  // The mail of their panel tells them, with what takes it out of their calendar.
  const [onPanel] = await tx.query(
    `select 1 from panel_people where attendee_id = $1 and person_id = $2 and state = 'confirmed'`,
    [subjectId, personId],
  );
  if (onPanel !== undefined) return null;
  return {
    facts: { name: row.name, event: eventOf(row, false), reason: row.cancelReason ?? '' },
    timeZone: null,
    ...(await entryWith(tx, mail, row, tools)),
  };
};
