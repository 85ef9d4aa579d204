import {
  Database,
  type Tx,
  atDesk,
  attendeeAt,
  endPairsOfBarred,
  highestPriority,
  record,
  spend,
  unsuppress,
} from '#libs/database';
import { Attendee, DomainError, type EventDesk, type Member, type MoveReason, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { OutcomeRow } from './attendees.dto.ts';
import { type AttendeeRow, readAttendee, readStatuses } from './attendees.queries.ts';
import { refuseUnlessAhead, refuseWhenOver } from './guests-welcome.ts';
import { payForMails } from '../host-mails.ts';
import { Settings } from '../settings.ts';

type Act = (desk: EventDesk, attendee: Attendee, tx: Tx) => void | Promise<void>;

/**
 * What hosts do about one guest or several: each act is one of docs/decisions/0007, at the desk of the event and so under
 * the lock of its counter row. An act that leads to where somebody stands already is nothing, with the same answer.
 */
@Injectable()
export class AttendeeActsService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * Cancels for somebody: their seat goes to the head of the queue, and they are told, unless they never answered and
   * have had their mails of this hour.
   * @throws DomainError not-found, event-over
   */
  cancel(member: Member, eventId: string, attendeeId: string): Promise<AttendeeRow> {
    return this.act(member, eventId, attendeeId, async (desk, attendee, tx) => {
      if (!attendee.isLive) return;
      await refuseWhenOver(tx, desk);
      const mayTell = await payForMails(tx, 'cancel', [attendee]);
      desk.cancel(attendee, 'by-host', member.actor, { tell: mayTell(attendee) });
    });
  }

  /**
   * @throws DomainError not-found, rsvp-not-pending, event-cancelled, event-not-published, event-over, and
   *   too-many-requests, because nobody is given a seat without being told
   */
  approve(member: Member, eventId: string, attendeeId: string, note: string | null): Promise<AttendeeRow> {
    return this.act(member, eventId, attendeeId, async (desk, attendee, tx) => {
      await refuseUnlessAhead(tx, desk);
      refuseUnlessTold(await payForMails(tx, 'approve', [attendee]), attendee);
      desk.approve(attendee, note, member.actor);
    });
  }

  /** They are told as `cancel` tells. @throws DomainError not-found, rsvp-not-pending */
  decline(member: Member, eventId: string, attendeeId: string, note: string | null): Promise<AttendeeRow> {
    return this.act(member, eventId, attendeeId, async (desk, attendee, tx) => {
      const mayTell = await payForMails(tx, 'decline', [attendee]);
      desk.decline(attendee, note, member.actor, { tell: mayTell(attendee) });
    });
  }

  /**
   * Before everybody who waits.
   * @throws DomainError not-found, rsvp-not-waitlisted, event-cancelled, event-not-published, event-over
   */
  moveUp(member: Member, eventId: string, attendeeId: string, reason: MoveReason): Promise<AttendeeRow> {
    return this.act(member, eventId, attendeeId, async (desk, attendee, tx) => {
      await refuseUnlessAhead(tx, desk);
      desk.moveUp(attendee, (await highestPriority(tx, desk)) + 1, reason, member.actor);
    });
  }

  /**
   * A seat by name, beyond the capacity if need be.
   * @throws DomainError not-found, rsvp-not-seatable, event-cancelled, event-not-published, event-over, too-many-requests
   */
  seat(member: Member, eventId: string, attendeeId: string, reason: MoveReason): Promise<AttendeeRow> {
    return this.act(member, eventId, attendeeId, async (desk, attendee, tx) => {
      await refuseUnlessAhead(tx, desk);
      refuseUnlessTold(await payForMails(tx, 'seat', [attendee]), attendee);
      desk.seat(attendee, reason, member.actor);
    });
  }

  /**
   * Approves each that can be approved, and says of the others why not; whatever the order of ids, who came first is first.
   * @throws DomainError event-cancelled, event-not-published, event-over
   */
  approveAll(
    member: Member,
    eventId: string,
    ids: readonly string[],
    note: string | null,
  ): Promise<OutcomeRow[]> {
    return this.several(member, eventId, ids, async (tx, desk, attendees) => {
      await refuseUnlessAhead(tx, desk);
      const mayTell = await payForMails(tx, 'approve', attendees);
      return (attendee) => {
        refuseUnlessTold(mayTell, attendee);
        desk.approve(attendee, note, member.actor);
      };
    });
  }

  /** Declines each that can be declined, and says of the others why not. */
  declineAll(
    member: Member,
    eventId: string,
    ids: readonly string[],
    note: string | null,
  ): Promise<OutcomeRow[]> {
    return this.several(member, eventId, ids, async (tx, desk, attendees) => {
      const mayTell = await payForMails(tx, 'decline', attendees);
      return (attendee) => {
        desk.decline(attendee, note, member.actor, { tell: mayTell(attendee) });
      };
    });
  }

  /**
   * The organization takes no RSVP of this person any more, nor introduces them, or does again. What they have already stays,
   * but for introductions: those end inside, and stay ended.
   */
  bar(member: Member, eventId: string, attendeeId: string, barred: boolean): Promise<AttendeeRow> {
    const { organizationId } = member;
    // It holds at every event, so a role at some of them is not enough.
    if (member.eventIds !== null) throw new DomainError('not-allowed');
    return this.db.write(member.scope, async (tx) => {
      const { personId } = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
      if (await setBar(tx, member, personId, barred)) {
        if (barred) await endPairsOfBarred(tx, organizationId, personId);
        await record(tx, member.actor, barred ? 'attendee.barred' : 'attendee.admitted-again', attendeeId);
      }
      return found(
        await readAttendee(tx, this.settings.config.keys, { organizationId, eventId }, attendeeId),
      );
    });
  }

  /**
   * Mail goes to this address again, also that of others, at the word of a host whose own mail came back from there.
   * @throws DomainError not-found, too-many-requests
   */
  writeAgain(member: Member, eventId: string, attendeeId: string): Promise<AttendeeRow> {
    const { keys } = this.settings.config;
    const ids = { organizationId: member.organizationId, eventId };
    return this.db.write(member.scope, async (tx) => {
      const attendee = found(await readAttendee(tx, keys, ids, attendeeId));
      if (!attendee.mailReturns) return attendee;
      const { personId } = found(await tx.one(Attendee, { id: attendeeId, ...ids }));
      if (!(await mayTryAgain(tx, member.organizationId, personId)))
        throw new DomainError('too-many-requests');
      if (await unsuppress(tx, keys, attendee.email))
        await record(tx, member.actor, 'attendee.written-again', attendeeId);
      return { ...attendee, mailReturns: false };
    });
  }

  private act(member: Member, eventId: string, attendeeId: string, act: Act): Promise<AttendeeRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      await atDesk(tx, organizationId, eventId, async (desk) => {
        await act(desk, await attendeeAt(tx, desk, attendeeId), tx);
      });
      return found(
        await readAttendee(tx, this.settings.config.keys, { organizationId, eventId }, attendeeId),
      );
    });
  }

  /** One transaction, one answer for each id in the order asked; a refused one changes nothing and stops nobody. */
  private several(
    member: Member,
    eventId: string,
    ids: readonly string[],
    begin: (tx: Tx, desk: EventDesk, attendees: readonly Attendee[]) => Promise<(attendee: Attendee) => void>,
  ): Promise<OutcomeRow[]> {
    const wanted = [...new Set(ids)];
    return this.db.write(member.scope, async (tx) => {
      const refused = new Map<string, DomainError>();
      await atDesk(tx, member.organizationId, eventId, async (desk) => {
        const attendees: Attendee[] = [];
        for (const id of await inOrderOfArrival(tx, desk, wanted))
          attendees.push(await attendeeAt(tx, desk, id));
        const act = await begin(tx, desk, attendees);
        for (const attendee of attendees) {
          refusalOf(
            () => {
              act(attendee);
            },
            (error) => refused.set(attendee.id, error),
          );
        }
      });
      // Only now: the queue was called meanwhile, and may have seated somebody.
      const statuses = await readStatuses(tx, { organizationId: member.organizationId, eventId }, wanted);
      return wanted.map((id): OutcomeRow => {
        const status = statuses.get(id);
        if (status === undefined) return { id, status: null, code: 'not-found' };
        return { id, status, code: refused.get(id)?.code ?? null };
      });
    });
  }
}

function refuseUnlessTold(mayTell: (attendee: Attendee) => boolean, attendee: Attendee): void {
  if (!mayTell(attendee)) throw new DomainError('too-many-requests');
}

function refusalOf(act: () => void, refuse: (error: DomainError) => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refuse(error);
  }
}

/** An address that fails again and again harms the mail of everybody here. */
const mostTries = { organization: 20, person: 2 };

async function mayTryAgain(tx: Tx, organizationId: string, personId: string): Promise<boolean> {
  const [mine, theirs] = [`write-again:${organizationId}`, `write-again:${personId}`];
  return (await spend(tx, theirs, mostTries.person)) && (await spend(tx, mine, mostTries.organization));
}

/** Those of them who are guests of this event, as the queue would have them. */
async function inOrderOfArrival(tx: Tx, { seats }: EventDesk, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from attendees where organization_id = $1 and event_id = $2 and id = any ($3)
     order by priority desc, arrival nulls last, id`,
    [seats.organizationId, seats.eventId, ids],
  );
  return rows.map(({ id }) => id);
}

/** @returns whether that changed anything */
async function setBar(tx: Tx, member: Member, personId: string, barred: boolean): Promise<boolean> {
  const rows = barred
    ? await tx.query(
        `insert into bars (organization_id, person_id, barred_by, created_at) values ($1, $2, $3, $4)
         on conflict do nothing returning person_id`,
        [member.organizationId, personId, member.personId, tx.now],
      )
    : await tx.query('delete from bars where organization_id = $1 and person_id = $2 returning person_id', [
        member.organizationId,
        personId,
      ]);
  return rows.length > 0;
}
