import { createHash } from 'node:crypto';
import {
  Database,
  type Keys,
  confirmPerson,
  forgive,
  handleFor,
  meetFormerSelves,
  openGrant,
  personById,
  redeemGrant,
  seatNewcomers,
  unansweredMails,
} from '#libs/database';
import {
  Attendee,
  type AttendeeStatus,
  DomainError,
  Event,
  type Once,
  type TypedRsvp,
  found,
  handleEnd,
  inOrganization,
} from '#libs/domain';
import type { Language } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/access.ts';
import { Budgets } from '../budgets.ts';
import { PublicEventsService } from '../events/public-events.service.ts';
import { Settings } from '../settings.ts';
import { Desk } from './desk.ts';
import { type RsvpInput, typedOf } from './rsvp.dto.ts';

/** Unconfirmed requests only, because a venue shares one address: a full room on its own network stays below. */
const asksPerNetwork = 300;
/** An organization whose events are flooded is not thereby a way to flood mailboxes. */
const asksPerOrganization = 20_000;

/** What waits behind a link of the mail. */
export interface WaitingRsvp {
  event: Event;
  typed: TypedRsvp | null;
  /** A digest of what was typed, to be given back with the press of the button. */
  seen: string;
}

/** Getting a seat: with a mail that has to come back, or at once for somebody signed in (product.md, RSVP rule 1). */
@Injectable()
export class RsvpService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    private readonly events: PublicEventsService,
    private readonly desk: Desk,
    private readonly budgets: Budgets,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Holds a place and queues one mail. The answer is the same for a new address, one that is going and one that is
   * refused, because only the mail may say which; over the budget of the address nothing happens, silently.
   * @throws DomainError not-found, event-cancelled, registration-not-open, registration-closed, questions-unanswered,
   *   party-too-large, too-many-requests for the network, too-busy
   */
  async ask(slug: string, input: RsvpInput, network: string, once?: Once): Promise<void> {
    const { id: eventId, organizationId } = await this.events.idsOf(slug);
    const mayAsk = await this.budgets.spend(
      { key: `rsvp:${network}`, limit: asksPerNetwork },
      { key: `rsvp:${organizationId}`, limit: asksPerOrganization },
    );
    if (!mayAsk) throw new DomainError('too-many-requests');
    const who = { email: input.email };
    await this.desk.seat({
      organizationId,
      eventId,
      who,
      typed: typedOf(input, false),
      answers: input.answers ?? {},
      once,
    });
  }

  /**
   * The RSVP of a proven person, at once. A live one is left as it is.
   * @throws DomainError as `ask`, and not-admitted, invitation-needed, audience-only, waitlist-closed
   */
  async askAs(
    { personId, name }: Viewer,
    slug: string,
    input: RsvpInput,
    once?: Once,
  ): Promise<{ attendeeId: string; status: AttendeeStatus }> {
    const { id: eventId, organizationId } = await this.events.idsOf(slug);
    const who = { personId, unnamed: name === null };
    return found(
      await this.desk.seat({
        organizationId,
        eventId,
        who,
        typed: typedOf(input, true),
        answers: input.answers ?? {},
        once,
      }),
    );
  }

  /** What the button behind a link from the mail would confirm; null when the link is used or too old. Changes nothing. */
  async lookAtLink(token: string): Promise<WaitingRsvp | null> {
    const grant = await this.grantOf(token);
    if (grant === null) return null;
    return this.db.read(inOrganization(grant.organizationId, grant.actor), async (reader) => {
      const { organizationId, subjectId: id } = grant;
      const attendee = found(await reader.one(Attendee, { id, organizationId }));
      const event = found(await reader.one(Event, { id: attendee.eventId, organizationId }));
      return { event, typed: attendee.typed, seen: digestOf(attendee.typed) };
    });
  }

  /**
   * The button behind the link: the address is proven. In time, the hold becomes a seat or a place in the queue; too
   * late, it is a new RSVP of this minute with everything that was typed.
   * @param seen the digest of what the page showed: anybody can send the form again between look and press, and nothing
   *   counts that the person behind the address has not read
   * @param asked the language of the page they press it on
   * @returns the token of their page
   * @throws DomainError link-unusable, changed-meanwhile, rsvp-not-confirmable, and the gate that refuses
   */
  async confirm(token: string, seen: string, asked: Language | null): Promise<string> {
    const grant = await this.grantOf(token);
    if (grant === null) throw new DomainError('link-unusable');
    const { organizationId, personId, subjectId: id, actor } = grant;
    return this.db.write(inOrganization(organizationId, actor), async (tx) => {
      if ((await redeemGrant(tx, 'confirm-rsvp', token)) === null) throw new DomainError('link-unusable');
      const attendee = found(await tx.one(Attendee, { id, organizationId, personId }));
      // What is compared here is what is seated below, whatever is typed meanwhile.
      if (digestOf(attendee.typed) !== seen) throw new DomainError('changed-meanwhile');
      if (attendee.typed === null && !attendee.isLive) throw new DomainError('rsvp-not-confirmable');
      const typed = attendee.typed ?? { name: attendee.name, profile: {}, consents: {}, wording: '' };
      await confirmPerson(tx, personId, { name: typed.name, asked });
      await meetFormerSelves(tx, this.keys, [await personById(tx, personId)]);
      const { eventId } = attendee;
      const newcomer = { organizationId, eventId, personId, proven: true, typed, answers: null };
      const [seated] = await seatNewcomers(tx, [newcomer]);
      if (seated instanceof DomainError) throw seated;
      await forgive(tx, unansweredMails.key(personId));
      const { endsAt } = found(await tx.one(Event, { id: eventId, organizationId }));
      const expiresAt = handleEnd(endsAt);
      const subjectId = found(seated).id;
      return handleFor(tx, this.keys, { purpose: 'rsvp', organizationId, personId, subjectId, expiresAt });
    });
  }

  private async grantOf(token: string) {
    const grant = await this.db.read({ kind: 'installation' }, (reader) =>
      openGrant(reader, 'confirm-rsvp', token),
    );
    const { organizationId, personId, subjectId } = grant ?? {};
    if (organizationId == null || personId == null || subjectId == null) return null;
    return { organizationId, personId, subjectId, actor: { kind: 'person', id: personId } as const };
  }
}

/** Both times of the row as Postgres gives it, whose jsonb keeps one order of fields. */
const digestOf = (typed: TypedRsvp | null): string =>
  createHash('sha256').update(JSON.stringify(typed)).digest('base64url');
