import { Database, admissionOf } from '#libs/database';
import { Event, type MyStatus, answersOpenTo, found, inOrganization, myStatus } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { PublicEventsService } from '../events/public-events.service.ts';
import { readMyRsvpAt, readSeatFree } from './my-rsvps.queries.ts';

/** Where somebody stands at an event, and why. */
export interface MyStatusAt extends MyStatus {
  /** Null: there is no RSVP. */
  attendeeId: string | null;
  /** 1 for the head of the queue. */
  placeInQueue: number | null;
  offerExpiresAt: Date | null;
  /** The person and everybody they bring; null without an RSVP. */
  party: number | null;
  /** Whether answers can still be changed. */
  answersOpen: boolean;
  /** When registration opens or closes; null where the event sets no such time. */
  opensAt: Date | null;
  closesAt: Date | null;
}

@Injectable()
export class MyStatusService {
  constructor(
    private readonly db: Database,
    private readonly events: PublicEventsService,
  ) {}

  /** @throws DomainError not-found, also for a draft */
  async of(personId: string, slug: string): Promise<MyStatusAt> {
    return this.at(personId, await this.events.idsOf(slug));
  }

  /** @throws DomainError not-found */
  at(personId: string, { id, organizationId }: { id: string; organizationId: string }): Promise<MyStatusAt> {
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    return this.db.read(scope, async (reader) => {
      const event = found(await reader.one(Event, { id, organizationId }));
      const rsvp = await readMyRsvpAt(reader, id, personId);
      const admission = await admissionOf(reader, organizationId, id, personId);
      const seatFree = await readSeatFree(reader, id);
      const { now } = reader;
      return {
        ...myStatus({ event, attendee: rsvp, admission, seatFree }, now),
        attendeeId: rsvp?.attendeeId ?? null,
        placeInQueue: rsvp?.placeInQueue ?? null,
        offerExpiresAt: rsvp?.offerExpiresAt ?? null,
        party: rsvp?.partySize ?? null,
        answersOpen: answersOpenTo(rsvp?.status ?? null, event, now),
        opensAt: event.opensAt,
        closesAt: event.closesAt,
      };
    });
  }
}
