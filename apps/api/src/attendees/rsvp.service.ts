import {
  Database,
  type Keys,
  type Reader,
  type Tx,
  confirmHold,
  confirmPerson,
  expireHold,
  forgive,
  handleFor,
  keepConsent,
  lockAttendee,
  lockSeats,
  mailAbout,
  newGrant,
  openGrant,
  personByEmail,
  record,
  redeemGrant,
  spend,
  takePlace,
  unansweredMails,
  writeAttendee,
} from '#libs/database';
import {
  Attendee,
  type ConsentPurpose,
  DomainError,
  Event,
  type EventSeats,
  type TypedRsvp,
  found,
  holdMinutes,
  inOrganization,
  newId,
  system,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/access.ts';
import { PublicEventsService } from '../events/public-events.service.ts';
import { Settings } from '../settings.ts';
import { type RsvpInput, typedOf } from './rsvp.dto.ts';

/** Unconfirmed requests only, because a venue shares one address: a full room on its own network stays below. */
const asksPerNetworkAndHour = 300;
/** A late link is a new RSVP of its minute; after a week nobody remembers having asked. */
const linkDays = 7;
const handleDaysAfterEnd = 7;
const day = 24 * 60 * 60_000;

/** Getting a seat: with a mail that has to come back, or at once for somebody signed in (product.md, RSVP rule 1). */
@Injectable()
export class RsvpService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    private readonly events: PublicEventsService,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Holds a place and queues one mail. The answer is the same for a new address, one that is going and one that is
   * refused, because only the mail may say which; over the budget of the address nothing happens, silently.
   * @throws DomainError not-found, event-cancelled, registration-closed, too-many-requests for the network
   */
  async ask(slug: string, input: RsvpInput, network: string): Promise<void> {
    const { id, organizationId } = await this.events.bySlug(slug);
    await this.db.write(inOrganization(organizationId, system), async (tx) => {
      const event = await openEvent(tx, organizationId, id);
      if (!(await spend(tx, `rsvp:${network}`, asksPerNetworkAndHour)))
        throw new DomainError('too-many-requests');
      const { id: personId } = await personByEmail(tx, input.email);
      if (!(await spend(tx, unansweredMails.key(personId), unansweredMails.limit))) return;
      const attendee = await hold(tx, event, personId, typedOf(input));
      const subjectId = await newGrant(tx, {
        purpose: 'confirm-rsvp',
        minutes: (linkDays * day) / 60_000,
        personId,
        organizationId,
        subjectId: attendee.id,
      });
      await post(tx, [{ organizationId, kind: 'rsvp-confirm', subjectId, personId }]);
    });
  }

  /** The RSVP of a proven person, at once. @returns the token of their page */
  async askAs({ personId }: Viewer, slug: string, input: RsvpInput): Promise<string> {
    const { id, organizationId } = await this.events.bySlug(slug);
    return this.db.write(inOrganization(organizationId, { kind: 'person', id: personId }), async (tx) => {
      const event = await openEvent(tx, organizationId, id);
      return this.handle(tx, event, await admit(tx, event, personId, typedOf(input)));
    });
  }

  /** What the button behind a link from the mail would confirm; null when the link is used or too old. Changes nothing. */
  async lookAtLink(token: string): Promise<{ event: Event; typed: TypedRsvp | null } | null> {
    const grant = await this.grantOf(token);
    if (grant === null) return null;
    return this.db.read(inOrganization(grant.organizationId, system), async (reader) => {
      const { organizationId, subjectId: id } = grant;
      const attendee = found(await reader.one(Attendee, { id, organizationId }));
      const event = found(await reader.one(Event, { id: attendee.eventId, organizationId }));
      return { event, typed: attendee.typed };
    });
  }

  /**
   * The button behind the link: the address is proven. In time, the hold becomes a seat or a place in the queue; too
   * late, it is a new RSVP of this minute with everything that was typed.
   * @returns the token of their page
   * @throws DomainError link-unusable, rsvp-not-confirmable, event-cancelled, registration-closed
   */
  async confirm(token: string): Promise<string> {
    const grant = await this.grantOf(token);
    if (grant === null) throw new DomainError('link-unusable');
    const { organizationId, personId, subjectId: id } = grant;
    return this.db.write(inOrganization(organizationId, { kind: 'person', id: personId }), async (tx) => {
      if ((await redeemGrant(tx, 'confirm-rsvp', token)) === null) throw new DomainError('link-unusable');
      const attendee = found(await tx.one(Attendee, { id, organizationId, personId }));
      const event = await openEvent(tx, organizationId, attendee.eventId);
      if (attendee.typed === null && !attendee.isLive) throw new DomainError('rsvp-not-confirmable');
      const typed = attendee.typed ?? { name: attendee.name, profile: {}, consents: {}, wording: '' };
      return this.handle(tx, event, await admit(tx, event, personId, typed));
    });
  }

  private async grantOf(token: string) {
    const grant = await this.db.read({ kind: 'installation' }, (reader) =>
      openGrant(reader, 'confirm-rsvp', token),
    );
    const { organizationId, personId, subjectId } = grant ?? {};
    if (organizationId == null || personId == null || subjectId == null) return null;
    return { organizationId, personId, subjectId };
  }

  private handle(tx: Tx, event: Event, attendee: Attendee): Promise<string> {
    const { organizationId, personId, id: subjectId } = attendee;
    const expiresAt = new Date(event.endsAt.getTime() + handleDaysAfterEnd * day);
    return handleFor(tx, this.keys, { purpose: 'rsvp', organizationId, personId, subjectId, expiresAt });
  }
}

/** Published, not cancelled, not over. */
async function openEvent(reader: Reader, organizationId: string, id: string): Promise<Event> {
  const event = found(await reader.one(Event, { id, organizationId }));
  event.refuseRsvpUnlessOpen(reader.now);
  return event;
}

/** An unproven RSVP. A live or declined one is left as it is; of a second ask in time only what was typed last counts. */
async function hold(tx: Tx, event: Event, personId: string, typed: TypedRsvp): Promise<Attendee> {
  const seats = await lockSeats(tx, event.organizationId, event.id);
  const attendee = await attendeeOf(tx, seats, event, personId, typed);
  if (attendee.status === 'held') {
    attendee.typed = typed;
    await writeAttendee(tx, attendee);
  }
  if (attendee.status !== 'cancelled') return attendee;
  const place = await takePlace(tx, seats, { partySize: attendee.partySize, proven: false });
  attendee.hold(place, typed, tx.now);
  await writeAttendee(tx, attendee);
  await record(tx, system, 'attendee.held', attendee.id, { seat: attendee.seat });
  const { organizationId, id: attendeeId } = attendee;
  const runAt = new Date(tx.now.getTime() + holdMinutes * 60_000);
  await later(
    tx,
    'attendees.expire-hold',
    { organizationId, attendeeId },
    { key: `hold:${attendeeId}`, runAt },
  );
  return attendee;
}

/** A proven RSVP: a hold is confirmed, a new one decided now; a live or declined one is left as it is. */
async function admit(tx: Tx, event: Event, personId: string, typed: TypedRsvp): Promise<Attendee> {
  await confirmPerson(tx, personId, typed.name);
  await forgive(tx, unansweredMails.key(personId));
  const seats = await lockSeats(tx, event.organizationId, event.id);
  const attendee = await attendeeOf(tx, seats, event, personId, typed);
  if (attendee.status !== 'held' && attendee.status !== 'cancelled') return attendee;
  const settled = await settle(tx, seats, attendee, typed);
  await keepConsents(tx, settled, typed);
  await record(tx, { kind: 'person', id: personId }, `attendee.${settled.status}`, settled.id);
  await post(tx, [mailAbout(settled, settled.status === 'confirmed' ? 'rsvp-confirmed' : 'rsvp-waitlisted')]);
  return settled;
}

async function settle(tx: Tx, seats: EventSeats, attendee: Attendee, typed: TypedRsvp): Promise<Attendee> {
  if (attendee.status === 'held') {
    attendee.typed = typed;
    return confirmHold(tx, seats, attendee);
  }
  const place = await takePlace(tx, seats, { partySize: attendee.partySize, proven: true });
  attendee.arrive(place, typed, tx.now);
  await writeAttendee(tx, attendee);
  return attendee;
}

/** The one row of this person at this event, or a new one; a hold whose time is over is ended first. */
async function attendeeOf(
  tx: Tx,
  seats: EventSeats,
  { id: eventId, organizationId }: Event,
  personId: string,
  typed: TypedRsvp,
): Promise<Attendee> {
  const attendee = await tx.locked(Attendee, { eventId, organizationId, personId });
  if (attendee === null)
    return Attendee.of({ id: newId(), organizationId, eventId, personId }, typed.name, tx.now);
  if (!attendee.isOverdue(tx.now)) return attendee;
  await expireHold(tx, organizationId, attendee.id);
  return lockAttendee(tx, seats, attendee.id);
}

async function keepConsents(tx: Tx, attendee: Attendee, typed: TypedRsvp): Promise<void> {
  const { organizationId, personId } = attendee;
  for (const [purpose, answer] of Object.entries(typed.consents)) {
    await keepConsent(tx, {
      organizationId,
      personId,
      purpose: purpose as ConsentPurpose,
      answer,
      wording: typed.wording,
      source: 'page',
    });
  }
}
