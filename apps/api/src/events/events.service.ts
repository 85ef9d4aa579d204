import {
  Database,
  type Reader,
  type Tx,
  addUsualMessages,
  atDesk,
  callOffLater,
  messagesFollow,
  record,
} from '#libs/database';
import { DomainError, Event, type Member, found, newId } from '#libs/domain';
import { type MailKind, post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { PanelsService, type Whereabouts } from '../panels/panels.service.ts';
import { Settings } from '../settings.ts';
import { critiquesFollow } from './critiques-follow.ts';
import { claimAddress, claimAddressFor } from './event-addresses.queries.ts';
import { detailsAfter, detailsOf, rulesOf } from './event-details.ts';
import { setMixer } from './event-mixer.queries.ts';
import { addSeats, endHolds, readExpected, waitlistChanged } from './event-seats.queries.ts';
import type { EventChange, EventInput } from './events.dto.ts';
import { type EventRow, readEvent, readEvents } from './events.queries.ts';
import { readInvitedToTell } from './invited-to-tell.queries.ts';

@Injectable()
export class EventsService {
  private readonly site: string;

  constructor(
    private readonly db: Database,
    private readonly panels: PanelsService,
    settings: Settings,
  ) {
    this.site = `${settings.config.publicUrl}/e/`;
  }

  list(member: Member, after?: string): Promise<Page<EventRow>> {
    return this.db.read(member.scope, (reader) =>
      readEvents(reader, member.organizationId, member.eventIds, this.site, after),
    );
  }

  get(member: Member, eventId: string): Promise<EventRow> {
    return this.db.read(member.scope, (reader) => this.rowOf(reader, member, eventId));
  }

  /** A draft: nobody but the staff sees it. */
  create(member: Member, input: EventInput): Promise<EventRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const id = newId();
      const slug = await claimAddressFor(tx, organizationId, id, input.title);
      const event = Event.draft(id, organizationId, slug, detailsOf(input), tx.now, rulesOf(input));
      await tx.insert(Event, event);
      await addSeats(tx, organizationId, id, input.capacity);
      await this.panels.arrange(tx, event, input.panels ?? []);
      await setMixer(tx, event, input.mixer ?? null);
      await addUsualMessages(tx, event);
      await record(tx, member.actor, 'event.created', id);
      return this.rowOf(tx, member, id);
    });
  }

  /**
   * What is left out stays.
   * @throws DomainError changed-meanwhile when `version` is not the one of now; panel-person-busy,
   *   mixer-has-tables
   */
  change(member: Member, eventId: string, change: EventChange): Promise<EventRow> {
    return this.db.write(member.scope, async (tx) => {
      await this.changeWithin(tx, member, eventId, change);
      return this.rowOf(tx, member, eventId);
    });
  }

  /** As `change`, for whoever changes more than one event in one action. */
  changeWithin(tx: Tx, member: Member, eventId: string, change: EventChange): Promise<void> {
    return atDesk(tx, member.organizationId, eventId, async (desk) => {
      const event = await eventOf(tx, member, eventId);
      if (event.version !== change.version) throw new DomainError('changed-meanwhile');
      event.slug = await addressAfter(tx, event, change);
      const before = whereaboutsOf(event);
      event.describe(detailsAfter(event, change), tx.now, rulesOf(change));
      await tx.save(event);
      if (change.panels !== undefined)
        await this.panels.rearrange(tx, desk, event, change.panels, member.actor);
      await this.panels.follow(tx, event, before);
      if (change.mixer !== undefined) await setMixer(tx, event, change.mixer);
      await critiquesFollow(tx, event, before);
      await messagesFollow(tx, event);
      await record(tx, member.actor, 'event.changed', eventId, { version: event.version });
      await waitlistChanged(tx, desk, event, member.actor);
      if (change.capacity !== undefined) desk.setCapacity(change.capacity, member.actor);
    });
  }

  publish(member: Member, eventId: string): Promise<EventRow> {
    return this.db.write(member.scope, async (tx) => {
      await atDesk(tx, member.organizationId, eventId, async (desk) => {
        const event = await eventOf(tx, member, eventId);
        event.publish(tx.now);
        await tx.save(event);
        desk.event = event;
        await record(tx, member.actor, 'event.published', eventId);
      });
      return this.rowOf(tx, member, eventId);
    });
  }

  /** The page stays, with a banner. Guests keep their RSVP; they and who is invited are told, if they ever could see the event. */
  cancel(member: Member, eventId: string, reason: string): Promise<EventRow> {
    return this.db.write(member.scope, async (tx) => {
      await this.cancelWithin(tx, member, eventId, reason);
      return this.rowOf(tx, member, eventId);
    });
  }

  /** As `cancel`, for whoever cancels more than one event in one action. */
  cancelWithin(tx: Tx, member: Member, eventId: string, reason: string): Promise<void> {
    const { organizationId } = member;
    return atDesk(tx, organizationId, eventId, async (desk) => {
      const event = await eventOf(tx, member, eventId);
      event.cancel(reason, tx.now);
      await tx.save(event);
      desk.event = event;
      await endHolds(tx, desk, member.actor);
      const told = event.publishedAt === null ? 0 : await tellOfCancellation(tx, organizationId, eventId);
      await this.panels.calledOff(tx, eventId);
      await callOffLater(tx, organizationId, eventId);
      await record(tx, member.actor, 'event.cancelled', eventId, { told });
    });
  }

  private async rowOf(reader: Reader, member: Member, eventId: string): Promise<EventRow> {
    return found(await readEvent(reader, member.organizationId, eventId, this.site));
  }
}

const whereaboutsOf = ({ startsAt, endsAt, timeZone, place, city, privatePlace }: Event): Whereabouts => ({
  ...{ startsAt, endsAt, timeZone },
  ...{ place, city, privatePlace },
});

/** Read behind the lock of the counter row, which every change of what the desk goes by takes first (RSVP rule 3). */
async function eventOf(tx: Tx, { organizationId }: Member, eventId: string): Promise<Event> {
  return found(await tx.locked(Event, { id: eventId, organizationId }));
}

/** Guests, and those who were invited and did not answer yet. @returns how many mails were queued */
async function tellOfCancellation(tx: Tx, organizationId: string, eventId: string): Promise<number> {
  const guests = await readExpected(tx, organizationId, eventId);
  const invited = await readInvitedToTell(tx, organizationId, eventId);
  const mail = (kind: MailKind) => (row: { id: string; personId: string }) => {
    return { organizationId, kind, subjectId: row.id, personId: row.personId };
  };
  await post(tx, [...guests.map(mail('event-cancelled')), ...invited.map(mail('invited-event-cancelled'))]);
  return guests.length + invited.length;
}

/** A draft follows its title; what was published keeps its address unless somebody types another. */
async function addressAfter(tx: Tx, event: Event, { slug, title }: EventChange): Promise<string> {
  if (slug !== undefined) return claimAddress(tx, event.organizationId, event.id, slug);
  const retitled = title !== undefined && title !== event.title;
  if (!retitled || event.state !== 'draft') return event.slug;
  return claimAddressFor(tx, event.organizationId, event.id, title);
}
