import type { Tx } from '#libs/database';
import { rsvpEntry } from '#libs/domain';
import type { MailKind } from '#libs/mail';
import type { Loaded, Tools } from './loader.ts';
import type { ClaimedMail } from './mail-row.ts';
import type { RsvpRow } from './rsvp-row.ts';

/** Mails that bring the entry of an RSVP, change it, or take it out. */
const about: readonly MailKind[] = [
  'rsvp-confirmed',
  'rsvp-promoted',
  'rsvp-waitlisted',
  'rsvp-pending',
  'rsvp-offered',
  'rsvp-offer-lapsed',
  'rsvp-offer-revoked',
  'rsvp-declined',
  'rsvp-cancelled',
  'rsvp-on-panel',
  'event-cancelled',
  'event-changed',
];

/**
 * What a mail about an RSVP does to its reader's calendar: whoever goes has the entry as it stands now, and from anybody else
 * one that a mail brought is taken back. Whoever is on a panel has the entry of that. A mail that told of a cancelling may
 * never leave, because they came back to wait; so each of the others takes the entry out as well.
 */
export async function entryWith(
  tx: Tx,
  mail: ClaimedMail,
  row: RsvpRow,
  { publicUrl }: Pick<Tools, 'publicUrl'>,
): Promise<Pick<Loaded<unknown>, 'calendar'>> {
  const goes = row.status === 'confirmed' && row.part === 'guest' && row.state === 'published';
  if (!goes && !(await hasEntry(tx, mail, row))) return {};
  const state = goes ? 'confirmed' : 'cancelled';
  const privatePlace = goes ? row.privatePlace : null;
  const entry = rsvpEntry(row, { ...row, privatePlace, state }, publicUrl);
  return { calendar: { method: goes ? 'REQUEST' : 'CANCEL', entry } };
}

/**
 * Whether the last mail that touched the entry, and may have reached them, brought it. Of an old mail nothing else is kept
 * than that (queue.ts).
 */
export async function hasEntry(tx: Tx, { id }: ClaimedMail, row: RsvpRow): Promise<boolean> {
  const [last] = await tx.query<{ method: string }>(
    `select headers -> 'calendar' ->> 'method' as method from mails
     where person_id = $2 and kind = any ($3) and id <> $4 and headers ? 'calendar'
       and (subject_id = $1 or subject_id in (select id from event_messages where event_id = $5 and kind = 'change'))
       and (state in ('handed', 'sent', 'unsure') or (state in ('queued', 'sending') and message_id is not null))
     order by coalesce(final_at, 'infinity') desc, id desc limit 1`,
    [row.attendeeId, row.personId, about, id, row.eventId],
  );
  return last?.method === 'REQUEST';
}
