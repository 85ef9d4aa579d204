import { Database, type Keys, cancelAttendee, openHandle } from '#libs/database';
import { type AttendeeStatus, Attendee, DomainError, found, inOrganization } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import {
  type EventOfMine,
  type MyRsvpRow,
  readEventsOf,
  readMyRsvp,
  readRsvpsOf,
} from './my-rsvps.queries.ts';

export interface MyRsvp extends MyRsvpRow {
  over: boolean;
  /** Whether it can be given up: anything live, until the evening is over. */
  cancellable: boolean;
}

export interface MyEvening extends EventOfMine {
  attendeeId: string;
  status: AttendeeStatus;
  over: boolean;
}

/** Whose RSVP it is, from a link of a mail or from a session; never from what was sent. */
interface Ticket {
  organizationId: string;
  personId: string;
  attendeeId: string;
}

/** What people see of their own RSVPs, and giving them up. */
@Injectable()
export class MyRsvpsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async byLink(token: string): Promise<MyRsvp> {
    return this.look(await this.ticketOf(token));
  }

  /** @throws DomainError not-found for anybody else's */
  async bySession(personId: string, attendeeId: string): Promise<MyRsvp> {
    return this.look(await this.ownTicket(personId, attendeeId));
  }

  /** Repeating it is harmless. @throws DomainError link-unusable, event-over */
  async cancelByLink(token: string): Promise<void> {
    await this.cancel(await this.ticketOf(token));
  }

  /** Repeating it is harmless. @throws DomainError not-found, event-over */
  async cancelBySession(personId: string, attendeeId: string): Promise<void> {
    await this.cancel(await this.ownTicket(personId, attendeeId));
  }

  /** Everything of one person over all organizations, the next evening first, then those that are over, latest first. */
  async listOf(personId: string): Promise<MyEvening[]> {
    const rsvps = await this.db.read({ kind: 'person', personId }, (reader) => readRsvpsOf(reader, personId));
    return this.db.read({ kind: 'public' }, async (reader) => {
      const events = await readEventsOf(
        reader,
        rsvps.map(({ eventId }) => eventId),
      );
      const byId = new Map(events.map((event) => [event.id, event]));
      return rsvps
        .flatMap(({ attendeeId, eventId, status }) => {
          const event = byId.get(eventId);
          return event === undefined
            ? []
            : [{ ...event, attendeeId, status, over: event.endsAt <= reader.now }];
        })
        .sort(nextFirst);
    });
  }

  private look({ organizationId, personId, attendeeId }: Ticket): Promise<MyRsvp> {
    return this.db.read(inOrganization(organizationId, { kind: 'person', id: personId }), async (reader) => {
      const row = found(await readMyRsvp(reader, attendeeId, personId));
      const live = row.status !== 'cancelled' && row.status !== 'declined';
      const over = reader.now >= row.endsAt;
      return { ...row, over, cancellable: live && !row.eventCancelled && !over };
    });
  }

  private async cancel({ organizationId, personId, attendeeId }: Ticket): Promise<void> {
    const { cancellable, status, eventId } = await this.look({ organizationId, personId, attendeeId });
    if (status === 'cancelled') return;
    if (!cancellable) throw new DomainError('event-over');
    await this.db.write(inOrganization(organizationId, { kind: 'person', id: personId }), (tx) =>
      cancelAttendee(tx, { organizationId, eventId, attendeeId }, 'by-person'),
    );
  }

  private async ticketOf(token: string): Promise<Ticket> {
    const handle = await this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'rsvp', token),
    );
    return { organizationId: handle.organizationId, personId: handle.personId, attendeeId: handle.subjectId };
  }

  private async ownTicket(personId: string, attendeeId: string): Promise<Ticket> {
    const scope = { kind: 'person', personId } as const;
    const { organizationId } = found(
      await this.db.read(scope, (reader) => reader.one(Attendee, { id: attendeeId, personId })),
    );
    return { organizationId, personId, attendeeId };
  }
}

function nextFirst(one: MyEvening, other: MyEvening): number {
  if (one.over !== other.over) return one.over ? 1 : -1;
  const order = one.startsAt.getTime() - other.startsAt.getTime();
  return one.over ? -order : order;
}
