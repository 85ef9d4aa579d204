import { Database, cancelAttendee } from '#libs/database';
import { Event, type Member, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import {
  type AttendeeFilter,
  type AttendeeRow,
  countAttendees,
  readAttendee,
  readAttendees,
} from './attendees.queries.ts';

/** The guest list as staff see it. */
@Injectable()
export class AttendeesService {
  constructor(private readonly db: Database) {}

  list(member: Member, eventId: string, filter: AttendeeFilter) {
    const ids = { organizationId: member.organizationId, eventId };
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId: member.organizationId }));
      return { ...(await readAttendees(reader, ids, filter)), counts: await countAttendees(reader, ids) };
    });
  }

  /** Cancels for somebody: their seat goes to the head of the queue, and they are told. Cancelling again is nothing. */
  cancel(member: Member, eventId: string, attendeeId: string): Promise<AttendeeRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      await cancelAttendee(tx, { organizationId, eventId, attendeeId }, 'by-host');
      return found(await readAttendee(tx, organizationId, attendeeId));
    });
  }
}
