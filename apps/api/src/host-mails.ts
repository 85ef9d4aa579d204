import { type Tx, spendMany, unansweredMails } from '#libs/database';
import type { Attendee, AttendeeStatus } from '#libs/domain';

// What the mails that a host causes by hand may cost, so that nobody's mailbox can be flooded through a guest list.

/** Invitations, their reminders and guests added by hand together, within any hour. */
export const mailsOfOrganization = { key: (id: string) => `invitations:${id}`, limit: 500 } as const;

export interface Addressee {
  personId: string;
  /** Whether a link that was sent to their address ever came back. */
  confirmed: boolean;
}

/** Those to whom a mail may leave now: 500 an hour of one organization, 3 to an address that has not answered. */
export async function withinBudgets<Row extends Addressee>(
  tx: Tx,
  organizationId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const key = mailsOfOrganization.key(organizationId);
  const could = await spendMany(
    tx,
    rows.map(() => key),
    mailsOfOrganization.limit,
  );
  return withinPatience(
    tx,
    rows.filter((_, index) => could[index] === true),
  );
}

/** The same of mails about an RSVP that stands already, which the organization's budget does not count. */
async function withinPatience<Row extends Addressee>(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const unanswered = rows.filter(({ confirmed }) => !confirmed);
  const may = await spendMany(
    tx,
    unanswered.map(({ personId }) => unansweredMails.key(personId)),
    unansweredMails.limit,
  );
  const tired = new Set(unanswered.filter((_, index) => may[index] !== true));
  return rows.filter((row) => !tired.has(row));
}

/** Whom an act of a host is told to; from any other status it is nothing, refused, or (a hold) never told. */
const told = {
  approve: ['pending', 'declined'],
  decline: ['pending'],
  seat: ['waitlisted', 'pending', 'offered'],
  cancel: ['pending', 'confirmed', 'waitlisted', 'offered'],
} as const satisfies Record<string, readonly AttendeeStatus[]>;

/**
 * Pays for the mails that an act of a host sends to these guests, under the lock of the counter row.
 * @returns false for whom no mail may leave now
 */
export async function payForMails(
  tx: Tx,
  act: keyof typeof told,
  attendees: readonly Attendee[],
): Promise<(attendee: Attendee) => boolean> {
  const statuses: readonly AttendeeStatus[] = told[act];
  const people = attendees.flatMap(({ status, personId }) => (statuses.includes(status) ? personId : []));
  const rows = await tx.query<Addressee>(
    'select id as "personId", confirmed_at is not null as confirmed from people where id = any ($1)',
    [people],
  );
  const able = new Set(await withinPatience(tx, rows));
  const tired = new Set(rows.filter((row) => !able.has(row)).map(({ personId }) => personId));
  return ({ personId }) => !tired.has(personId);
}
