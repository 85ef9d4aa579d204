import { Database, type Tx, atDesk, personByEmail } from '#libs/database';
import {
  Attendee,
  DomainError,
  type EventDesk,
  type Member,
  type TypedRsvp,
  found,
  newId,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { AddedRow, AttendeeInput } from './attendees.dto.ts';
import { readAttendee } from './attendees.queries.ts';
import { refuseUnlessAhead } from './guests-welcome.ts';
import { withinBudgets } from '../host-mails.ts';
import { Settings } from '../settings.ts';

/** A guest whom a host puts on the list by hand. */
@Injectable()
export class AddAttendeeService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * A seat if one is free and nobody waits for it, else the waitlist, or a seat beyond the capacity by name; the person is
   * told by mail. A live RSVP stays as it is.
   * @throws DomainError not-found, event-cancelled, event-not-published, event-over, and too-many-requests for an address
   *   that never answered and was written to 3 times within the hour, and after the organization's 500 mails of the hour
   */
  add(member: Member, eventId: string, input: AttendeeInput): Promise<AddedRow> {
    const { organizationId, actor } = member;
    return this.db.write(member.scope, async (tx) => {
      // Before the counter row, as everywhere: the person first, then the lock.
      const person = await personByEmail(tx, input.email);
      const { id, already } = await atDesk(tx, organizationId, eventId, async (desk) => {
        await refuseUnlessAhead(tx, desk);
        const attendee = await attendeeOf(tx, desk, person.id, input.name);
        if (attendee.isLive) return { id: attendee.id, already: true };
        // Nobody is put on a list without being told (rule 13).
        const addressee = { personId: person.id, confirmed: person.confirmedAt !== null };
        const told = await withinBudgets(tx, organizationId, [addressee]);
        if (told.length === 0) throw new DomainError('too-many-requests');
        desk.add(attendee, typedOf(input), { beyondCapacity: input.beyondCapacity ?? false }, actor);
        return { id: attendee.id, already: false };
      });
      const { keys } = this.settings.config;
      return { attendee: found(await readAttendee(tx, keys, { organizationId, eventId }, id)), already };
    });
  }
}

/** The one row of this person at this event, or a new one. */
async function attendeeOf(tx: Tx, { seats }: EventDesk, personId: string, name: string): Promise<Attendee> {
  const { organizationId, eventId } = seats;
  const attendee = await tx.one(Attendee, { organizationId, eventId, personId });
  return attendee ?? Attendee.of({ id: newId(), organizationId, eventId, personId }, name, tx.now);
}

const typedOf = ({ name, guests = [] }: AttendeeInput): TypedRsvp => ({
  name,
  profile: {},
  consents: {},
  wording: '',
  guests: guests.map((guest) => guest.trim()).filter((guest) => guest !== ''),
});
