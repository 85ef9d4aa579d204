import {
  Database,
  type Keys,
  type Reader,
  handleFor,
  openHandle,
  openUsedGrant,
  personById,
} from '#libs/database';
import {
  type AttendeeStatus,
  Attendee,
  DomainError,
  Event,
  type MyStatus,
  type ProfileInput,
  answersOpenTo,
  calendarFile,
  critiqueLinkEnd,
  eveningTakesMore,
  found,
  handleEnd,
  inOrganization,
  myStatus,
  unknownPerson,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import { entryOf } from './my-calendar.ts';
import {
  type EventOfMine,
  type MyRsvpRow,
  type RsvpOfMine,
  readEventsOf,
  readMyRsvp,
  readRsvpsOf,
} from './my-rsvps.queries.ts';

export interface MyRsvp extends MyRsvpRow {
  eventCancelled: boolean;
  over: boolean;
  /** What the person can do next. */
  next: MyStatus['next'];
  /** Whether it can be given up: anything live, until the evening is over. */
  cancellable: boolean;
  /** Whether answers can still be changed. */
  answersOpen: boolean;
  /** Whether the party can still be changed: not while a seat is only offered. */
  guestsOpen: boolean;
  /** Until when both can. */
  changesUntil: Date;
  /** Whether the morning after can be answered. */
  morning: boolean;
}

export interface MyEvening extends EventOfMine {
  attendeeId: string;
  status: AttendeeStatus;
  over: boolean;
  /** Whether the morning after can be answered: they came, and it is not more than 60 days ago. */
  morning: boolean;
}

/** Whose RSVP it is, from a link of a mail or from a session; never from what was sent. */
export interface RsvpKey {
  organizationId: string;
  personId: string;
  attendeeId: string;
}

/** What people see of their own RSVPs. */
@Injectable()
export class MyRsvpsService {
  private readonly keys: Keys;
  private readonly site: string;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
    this.site = settings.config.publicUrl;
  }

  /** @throws DomainError link-unusable */
  async keyOfLink(token: string): Promise<RsvpKey> {
    const handle = await this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'rsvp', token),
    );
    return { organizationId: handle.organizationId, personId: handle.personId, attendeeId: handle.subjectId };
  }

  /** @throws DomainError not-found for anybody else's */
  async keyOfPerson(personId: string, attendeeId: string): Promise<RsvpKey> {
    const scope = { kind: 'person', personId } as const;
    const { organizationId } = found(
      await this.db.read(scope, (reader) => reader.one(Attendee, { id: attendeeId, personId })),
    );
    return { organizationId, personId, attendeeId };
  }

  /** @throws DomainError not-found */
  look(key: RsvpKey): Promise<MyRsvp> {
    const scope = inOrganization(key.organizationId, { kind: 'person', id: key.personId });
    return this.db.read(scope, (reader) => readMine(reader, key));
  }

  /** What a proven person said of themself at their last RSVP, whoever hosted. @throws DomainError not-found */
  profileOf(personId: string): Promise<ProfileInput> {
    return this.db.read(
      { kind: 'person', personId },
      async (reader) => (await personById(reader, personId)).profile,
    );
  }

  /**
   * The token of one's page of the evening's critique sessions, for somebody signed in: their RSVP has one in its mails only.
   * It opens to whoever has a seat.
   */
  critiqueTokenOf({ organizationId, personId, attendeeId: subjectId }: RsvpKey): Promise<string> {
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    return this.db.write(scope, (tx) => {
      const expiresAt = critiqueLinkEnd(tx.now);
      return handleFor(tx, this.keys, {
        purpose: 'critique',
        organizationId,
        personId,
        subjectId,
        expiresAt,
      });
    });
  }

  /** The token of an RSVP, as its mails have it; it opens the page of the evening too. @throws DomainError not-found */
  tokenOf({ organizationId, personId, attendeeId }: RsvpKey): Promise<string> {
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    return this.db.write(scope, async (tx) => {
      const { eventId } = found(await tx.one(Attendee, { id: attendeeId, organizationId, personId }));
      const { endsAt } = found(await tx.one(Event, { id: eventId, organizationId }));
      const expiresAt = handleEnd(endsAt);
      const handle = { purpose: 'rsvp', organizationId, personId, subjectId: attendeeId, expiresAt } as const;
      return handleFor(tx, this.keys, handle);
    });
  }

  /** The evening for one's own calendar, as it stands now. @throws DomainError not-found */
  async calendarOf(key: RsvpKey): Promise<string> {
    const rsvp = await this.look(key);
    const now = await this.db.read({ kind: 'public' }, (reader) => Promise.resolve(reader.now));
    return calendarFile(entryOf(rsvp, this.site), now);
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
        .flatMap((rsvp) => {
          const event = byId.get(rsvp.eventId);
          return event === undefined ? [] : [eveningOf(rsvp, event, reader.now)];
        })
        .sort(nextFirst);
    });
  }

  /**
   * The page behind a link that confirmed an RSVP before: a button pressed twice, or the mail opened again. It gives what
   * the mail after it gives, and changes nothing about the RSVP.
   * @returns the token of their page
   * @throws DomainError link-unusable when the link never confirmed anything, or is too old
   */
  async pageOfUsedLink(token: string): Promise<string> {
    const grant = await this.usedLink(token);
    if (grant === null) throw new DomainError('link-unusable');
    return this.tokenOf(grant);
  }

  /** Whose RSVP a used link confirmed; null when it confirmed none, or is too old. Changes nothing. */
  async usedLink(token: string): Promise<RsvpKey | null> {
    const grant = await this.db.read({ kind: 'installation' }, (reader) =>
      openUsedGrant(reader, 'confirm-rsvp', token),
    );
    const { organizationId, personId, subjectId } = grant ?? {};
    if (organizationId == null || personId == null || subjectId == null) return null;
    return { organizationId, personId, attendeeId: subjectId };
  }
}

/** One RSVP as its person sees it, in the scope of its organization. @throws DomainError not-found */
export async function readMine(
  reader: Reader,
  { organizationId, personId, attendeeId }: RsvpKey,
): Promise<MyRsvp> {
  const row = found(await readMyRsvp(reader, attendeeId, personId));
  const event = found(await reader.one(Event, { id: row.eventId, organizationId }));
  return rsvpOf(row, event, reader.now);
}

function rsvpOf(row: MyRsvpRow, event: Event, now: Date): MyRsvp {
  const { status } = row;
  const live = status !== 'cancelled' && status !== 'declined';
  const over = now >= row.endsAt;
  const eventCancelled = row.eventState === 'cancelled';
  const open = answersOpenTo(status, event, now);
  // Somebody with an RSVP has passed the gates about the person.
  const facts = { event, attendee: row, admission: unknownPerson, seatFree: false };
  return {
    ...row,
    eventCancelled,
    over,
    next: myStatus(facts, now).next,
    cancellable: live && !eventCancelled && !over,
    answersOpen: open,
    guestsOpen: open && status !== 'offered',
    changesUntil: row.answersUntil ?? row.startsAt,
    morning: row.came && live && !eventCancelled && over && eveningTakesMore(row.endsAt, now),
  };
}

function eveningOf({ attendeeId, status, came }: RsvpOfMine, event: EventOfMine, now: Date): MyEvening {
  const over = event.endsAt <= now;
  const live = status !== 'cancelled' && status !== 'declined' && !event.cancelled;
  const morning = over && came && live && eveningTakesMore(event.endsAt, now);
  return { ...event, attendeeId, status, over, morning };
}

function nextFirst(one: MyEvening, other: MyEvening): number {
  if (one.over !== other.over) return one.over ? 1 : -1;
  const order = one.startsAt.getTime() - other.startsAt.getTime();
  return one.over ? -order : order;
}
