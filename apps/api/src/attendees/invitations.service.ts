import { Database, type Tx, openDesks, peopleByEmail, record } from '#libs/database';
import {
  DomainError,
  Event,
  Invitation,
  type Member,
  found,
  readPasted,
  refuseUnlessInvitable,
} from '#libs/domain';
import { post } from '#libs/mail';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { EventIds } from '../event-ids.ts';
import { type Addressee, mailsOfOrganization, withinBudgets } from '../host-mails.ts';
import {
  type Invitee,
  countInvitations,
  insertInvitations,
  lockRemindable,
  markReminded,
  readInvitations,
  readInvitees,
} from './invitations.queries.ts';

/** What became of one address. */
export const invitedOutcomes = [
  'invited',
  'already-going',
  'already-waiting',
  /** Pending: the host approves them instead. */
  'already-asked',
  'already-invited',
  /** They said no, thank you: no second mail follows a no, whatever became of the invitation. */
  'said-no',
  /** A host declined their request at this event: approving it is the way back. */
  'declined',
  'barred',
  /** Over a budget of mails, or written to within three days about this event: later. */
  'too-often',
  'unusable',
] as const;
export type InvitedOutcome = (typeof invitedOutcomes)[number];

export interface InvitedAddress {
  /** As the product keeps it; as it was pasted when it is no address. */
  address: string;
  outcome: InvitedOutcome;
}

/** At a time: more than one evening seats, and few enough for one transaction. */
export const mostAddresses = 500;

/** Inviting people by their addresses; an invitation passes the gates of invitation and approval and holds no seat. */
@Injectable()
export class InvitationsService {
  constructor(private readonly db: Database) {}

  /** Those who have not come yet, and how all were answered. @throws DomainError not-found */
  list(member: Member, eventId: string, after?: string) {
    const ids = idsOf(member, eventId);
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId: ids.organizationId }));
      return { ...(await readInvitations(reader, ids, after)), counts: await countInvitations(reader, ids) };
    });
  }

  /**
   * @param pasted whatever somebody has at hand: lines, columns, "Name <address>"
   * @returns what became of each address, in the order they stood in, each once
   * @throws DomainError not-found, event-cancelled, event-not-published, registration-closed, body-too-large
   */
  invite(member: Member, eventId: string, pasted: string | readonly string[]): Promise<InvitedAddress[]> {
    const ids = idsOf(member, eventId);
    const addresses = addressesIn(pasted);
    return this.db.write(member.scope, async (tx) => {
      await openEvent(tx, ids);
      const people = await peopleByEmail(
        tx,
        addresses.flatMap(({ email }) => email ?? []),
      );
      // Two mails about one event have days between them, also when two hosts invite at once.
      await openDesks(tx, [eventId]);
      const invitees = await readInvitees(tx, ids, [...people.values()]);
      const outcomes = new Map(
        [...invitees.values()].map((invitee) => [invitee.personId, outcomeOf(invitee)]),
      );
      const wanted = [...invitees.values()].filter(({ personId }) => outcomes.get(personId) === 'invited');
      const affordable = await withinBudgets(tx, ids.organizationId, wanted);
      for (const { personId } of wanted) outcomes.set(personId, 'too-often');
      for (const { personId } of affordable) outcomes.set(personId, 'already-invited');
      for (const personId of await inviteAll(tx, ids, member, affordable)) outcomes.set(personId, 'invited');
      return addresses.map(({ email, text }): InvitedAddress => {
        if (email === null) return { address: text, outcome: 'unusable' };
        return { address: email, outcome: found(outcomes.get(found(people.get(email)))) };
      });
    });
  }

  /** Taking it back; the link in their mail says so. Repeating it is harmless. @throws DomainError not-found, changed-meanwhile */
  async revoke(member: Member, eventId: string, id: string): Promise<void> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      const invitation = found(await tx.locked(Invitation, { id, eventId, organizationId }));
      if (invitation.state === 'revoked') return;
      invitation.revoke();
      await tx.save(invitation);
      await record(tx, member.actor, 'invitation.revoked', id);
    });
  }

  /**
   * Reminds everybody who did not answer, whose last mail is three days old and who was reminded less than twice.
   * @returns how many were reminded, and how many have to wait for the next hour because of the budgets
   * @throws DomainError not-found, event-cancelled, event-not-published, registration-closed
   */
  remind(member: Member, eventId: string): Promise<{ reminded: number; later: number }> {
    const ids = idsOf(member, eventId);
    const { organizationId } = ids;
    return this.db.write(member.scope, async (tx) => {
      await openEvent(tx, ids);
      await openDesks(tx, [eventId]);
      const { remindable } = await countInvitations(tx, ids);
      const next = await lockRemindable(tx, ids, mailsOfOrganization.limit);
      const affordable = await withinBudgets(tx, organizationId, next);
      if (affordable.length > 0) {
        await markReminded(
          tx,
          affordable.map(({ id }) => id),
        );
        await post(
          tx,
          affordable.map(({ id: subjectId, personId, reminders }) => {
            const step = `r${String(reminders + 1)}`;
            return { organizationId, kind: 'invitation-reminder', subjectId, personId, step };
          }),
        );
        await record(tx, member.actor, 'invitations.reminded', eventId, { count: affordable.length });
      }
      return { reminded: affordable.length, later: remindable - affordable.length };
    });
  }
}

const idsOf = ({ organizationId }: Member, eventId: string): EventIds => ({ organizationId, eventId });

async function openEvent(tx: Tx, { organizationId, eventId }: EventIds): Promise<void> {
  refuseUnlessInvitable(found(await tx.one(Event, { id: eventId, organizationId })), tx.now);
}

/** In the order they were pasted, each address once; an entry that is none keeps its text. */
function addressesIn(pasted: string | readonly string[]): { email: string | null; text: string }[] {
  const lines = typeof pasted === 'string' ? pasted.split(/\r\n|\r|\n/) : pasted;
  const seen = new Set<string>();
  const addresses = lines.flatMap((line) => {
    const { emails, unusable } = readPasted([line]);
    const fresh = emails.filter((email) => !seen.has(email));
    for (const email of fresh) seen.add(email);
    return [
      ...fresh.map((email) => ({ email, text: email })),
      ...unusable.map(({ text }) => ({ email: null, text })),
    ];
  });
  if (addresses.length > mostAddresses) {
    throw new DomainError('body-too-large', [
      { pointer: '/emails', detail: words.shapes.tooMany(mostAddresses) },
    ]);
  }
  return addresses;
}

/** Whether an invitation would change anything for them, and if not, why. */
function outcomeOf({ barred, status, invited, saidNo, mailedLately }: Invitee): InvitedOutcome {
  if (barred) return 'barred';
  switch (status) {
    case 'confirmed':
      return 'already-going';
    case 'waitlisted':
    case 'offered':
      return 'already-waiting';
    case 'pending':
      return 'already-asked';
    case 'declined':
      return 'declined';
    case 'held':
    case 'cancelled':
    case null:
      break;
  }
  if (invited) return 'already-invited';
  if (saidNo) return 'said-no';
  return mailedLately ? 'too-often' : 'invited';
}

/** @returns the people who are invited now and were not a moment ago */
async function inviteAll(
  tx: Tx,
  ids: EventIds,
  member: Member,
  people: readonly Addressee[],
): Promise<string[]> {
  const { organizationId } = ids;
  if (people.length === 0) return [];
  const made = await insertInvitations(
    tx,
    ids,
    member.personId,
    people.map(({ personId }) => personId),
  );
  if (made.length === 0) return [];
  await post(
    tx,
    made.map(({ id: subjectId, personId }) => ({ organizationId, kind: 'invitation', subjectId, personId })),
  );
  await record(tx, member.actor, 'invitations.made', ids.eventId, { count: made.length });
  return made.map(({ personId }) => personId);
}
