import { type Tx, admissionOf, mintGrant } from '#libs/database';
import {
  type Admission,
  DomainError,
  type ErrorCode,
  Event,
  found,
  needsApproval,
  refuseUnlessAdmitted,
} from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader, Tools } from './loader.ts';
import { type RsvpRow, eventOf, manageUrl, rsvpOf, ticketFor } from './rsvp-row.ts';

type Facts = FactsOf<'rsvp-confirm'>;
type Refusal = Extract<Facts, { answer: 'refused' }>['reason'];

/** Subject: the grant, whose subject is the attendee. The mail says new, already going, or refused; the page did not. */
export const rsvpConfirmLoader: Loader<Facts> = async (tx, { subjectId: grantId, personId }, tools) => {
  const [grant] = await tx.query<{ attendeeId: string | null; used: boolean }>(
    `select subject_id as "attendeeId", used_at is not null as used from grants
     where id = $1 and purpose = 'confirm-rsvp' and person_id = $2 and expires_at > app_now()`,
    [grantId, personId],
  );
  if (grant === undefined || grant.attendeeId === null) return null;
  const row = await rsvpOf(tx, grant.attendeeId, personId);
  if (row === undefined || grant.used) return null;
  const facts = await answerTo(tx, row, grantId, tools);
  const hasSeat = facts.answer === 'already' && facts.status === 'confirmed';
  return { facts, timeZone: null, ...(hasSeat && { ticket: ticketFor(tools, row.attendeeId).ticket }) };
};

async function answerTo(tx: Tx, row: RsvpRow, grantId: string, tools: Tools): Promise<Facts> {
  const { organizationId, eventId, personId, status } = row;
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  const head = { name: row.name, event: eventOf(row, status === 'confirmed') };
  const over = event.state === 'cancelled' || tx.now >= event.endsAt;
  if (!over && status !== 'held' && status !== 'cancelled' && status !== 'declined') {
    const letters = status === 'confirmed' ? ticketFor(tools, row.attendeeId).letters : null;
    return { ...head, answer: 'already', status, letters, manageUrl: await manageUrl(tx, row, tools) };
  }
  const admission = await admissionOf(tx, organizationId, eventId, personId);
  const reason = refusalOf(event, admission, status === 'declined', tx.now);
  if (reason !== null) return { ...head, answer: 'refused', reason };
  const confirmUrl = `${tools.publicUrl}/rsvp/confirm/${await mintGrant(tx, grantId)}`;
  const holds = row.seat ? 'seat' : needsApproval(event, admission) ? 'approval' : 'place';
  return { ...head, answer: 'new', confirmUrl, holds };
}

/** The gates in their order, by the rules themselves; the questions and the seat are settled by the button. */
function refusalOf(event: Event, admission: Admission, declinedHere: boolean, now: Date): Refusal | null {
  try {
    event.refuseRsvpUnlessOpen(now);
    refuseUnlessAdmitted(event, admission, declinedHere);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return refusals[error.code] ?? 'registration-closed';
    throw error;
  }
}

const refusals: Partial<Record<ErrorCode, Refusal>> = {
  'event-cancelled': 'event-cancelled',
  'registration-not-open': 'registration-not-open',
  'registration-closed': 'registration-closed',
  'not-admitted': 'not-admitted',
  'invitation-needed': 'invitation-needed',
  'audience-only': 'audience-only',
};
