import { Database, record } from '#libs/database';
import { Attendee, Event, type Member, found, may } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type HistoryRow, readHistory } from './attendee-history.queries.ts';
import { Settings } from '../settings.ts';
import { type AttendeeFilter, countAttendees, readAttendee, readAttendees } from './attendees.queries.ts';
import { type GuestListFile, openGuestList } from './guest-list-csv-out.queries.ts';

/** The guest list as staff see it. */
@Injectable()
export class AttendeesService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError not-found, not-well-formed for a cursor of another list */
  list(member: Member, eventId: string, filter: AttendeeFilter) {
    const ids = { organizationId: member.organizationId, eventId };
    return this.db.read(member.scope, async (reader) => {
      const event = found(await reader.one(Event, { id: eventId, organizationId: member.organizationId }));
      const isOver = reader.now >= event.endsAt;
      const page = await readAttendees(reader, this.settings.config.keys, ids, filter, isOver);
      return { ...page, counts: await countAttendees(reader, ids, isOver) };
    });
  }

  get(member: Member, eventId: string, attendeeId: string) {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) =>
      found(await readAttendee(reader, this.settings.config.keys, { organizationId, eventId }, attendeeId)),
    );
  }

  history(member: Member, eventId: string, attendeeId: string): Promise<HistoryRow[]> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      const attendee = found(await reader.one(Attendee, { id: attendeeId, eventId, organizationId }));
      return readHistory(reader, organizationId, attendee);
    });
  }

  /** The whole list as a file, read piece by piece while it is sent. Who took it is written down first. */
  async export(member: Member, eventId: string): Promise<GuestListFile> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      found(await tx.one(Event, { id: eventId, organizationId }));
      await record(tx, member.actor, 'guest-list.exported', eventId);
    });
    return openGuestList(this.db, member.scope, { organizationId, eventId });
  }
}

/** Answers and notes are for those who decide about guests, not for the door. */
export const readsAnswers = ({ role }: Member): boolean => may(role, 'guest-list.edit');
