import {
  Database,
  type Tx,
  atDesk,
  attendeeAt,
  cancelAttendee,
  findTold,
  keepConsents,
  keepTold,
  liveConsent,
  lockPeople,
  record,
  recordApart,
} from '#libs/database';
import {
  type Actor,
  type Answer,
  Attendee,
  type ConsentPurpose,
  DomainError,
  Event,
  type EventDesk,
  type Once,
  type Question,
  type TypedAnswers,
  answerShapes,
  checkAnswers,
  found,
  inOrganization,
  isOnTheList,
} from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { type MyRsvp, type RsvpKey, readMine } from './my-rsvps.service.ts';
import { type MyProfileInput, profileOf } from './profile.dto.ts';

/** One's own RSVP at its desk, whose lock is held. */
interface AtMyDesk {
  tx: Tx;
  desk: EventDesk;
  attendee: Attendee;
  event: Event;
  actor: Actor;
}

/**
 * What people do about their own RSVP. Whose it is was proven before, by a link or a session. Each act answers with the
 * RSVP as it stands then.
 */
@Injectable()
export class MyRsvpActsService {
  constructor(private readonly db: Database) {}

  /** Takes the seat that is offered. Repeating it is harmless. @throws DomainError offer-over, event-cancelled */
  claim(key: RsvpKey, once?: Once): Promise<MyRsvp> {
    return this.atMyDesk(key, once, ({ desk, attendee, event, actor }) => {
      if (event.state === 'cancelled') throw new DomainError('event-cancelled');
      desk.claim(attendee, actor);
      attendee.ownWord = true;
    });
  }

  /** Gives up a seat, a place or an offer. Repeating it is harmless. @throws DomainError event-cancelled, event-over */
  cancel(key: RsvpKey, once?: Once): Promise<MyRsvp> {
    const { organizationId, personId, attendeeId } = key;
    const actor = { kind: 'person', id: personId } as const;
    return this.db.write(inOrganization(organizationId, actor, once), async (tx) => {
      const attendee = found(await tx.one(Attendee, { id: attendeeId, organizationId, personId }));
      if (!attendee.isLive) return readMine(tx, key);
      const event = found(await tx.one(Event, { id: attendee.eventId, organizationId }));
      if (event.state === 'cancelled') throw new DomainError('event-cancelled');
      if (tx.now >= event.endsAt) throw new DomainError('event-over');
      await cancelAttendee(tx, { organizationId, eventId: event.id, attendeeId }, 'by-person');
      return readMine(tx, key);
    });
  }

  /**
   * Other answers to the event's questions. What a guest list asked, and what is not asked any more, stays.
   * @throws DomainError answers-closed, rsvp-not-live, questions-unanswered with a pointer at each
   */
  answer(key: RsvpKey, typed: TypedAnswers, once?: Once): Promise<MyRsvp> {
    return this.atMyDesk(key, once, async ({ tx, attendee, event, actor }) => {
      if (!event.answersOpen(tx.now)) throw new DomainError('answers-closed');
      if (!isOnTheList(attendee.status)) throw new DomainError('rsvp-not-live');
      const { answers, faults } = checkAnswers(event.questions, typed);
      if (faults.length > 0) {
        const shapes = answerShapes(faults, (fault) => words.answerFaults[fault]);
        throw new DomainError('questions-unanswered', shapes);
      }
      await write(tx, attendee, 'answers', [...answers, ...elsewhere(attendee.answers, event.questions)]);
      await record(tx, actor, 'attendee.answers-changed', attendee.id);
    });
  }

  /** Brings these guests, and nobody else. @throws DomainError as `EventDesk.changeParty` */
  bring(key: RsvpKey, guests: readonly string[], once?: Once): Promise<MyRsvp> {
    return this.atMyDesk(key, once, async ({ tx, desk, attendee, actor }) => {
      const before = attendee.partySize;
      desk.changeParty(attendee, guests, actor);
      if (attendee.partySize !== before) return;
      // Other names of as many people are no step of the event, so nobody else writes them.
      await write(tx, attendee, 'guests', attendee.guests);
      await record(tx, actor, 'attendee.guests-renamed', attendee.id);
    });
  }

  /**
   * Other words about oneself, for this evening and kept for the next one, and whom one knows: the whole of it, so what is
   * not said is empty from now on. A host reads nothing of it in their activity.
   * @throws DomainError rsvp-not-live
   */
  async describe(key: RsvpKey, said: MyProfileInput, once?: Once): Promise<MyRsvp> {
    const { organizationId, personId, attendeeId } = key;
    const profile = profileOf(said);
    const describe = async ({ tx, attendee, actor }: AtMyDesk): Promise<void> => {
      if (!isOnTheList(attendee.status)) throw new DomainError('rsvp-not-live');
      await write(tx, attendee, 'profile', profile);
      await tx.query('update people set profile = $2 where id = $1', [personId, JSON.stringify(profile)]);
      const known = (said.known ?? []).map((typed) => ({ typed }));
      await keepTold(tx, attendee, 'known', known);
      await findTold(tx, organizationId, attendee.eventId);
      await recordApart(tx, actor, 'attendee.profile-changed', attendeeId);
    };
    // The person before the counter row, as everything that seats people takes them.
    return this.atMyDesk(key, once, describe, (tx) => lockPeople(tx, [personId]));
  }

  /**
   * Answers the questions about introductions and about the name again; one that was left alone stays as it is. A host
   * reads nothing of it: to them whoever stops looks like whoever was never asked.
   */
  async consent(
    { organizationId, personId, attendeeId }: RsvpKey,
    answers: Partial<Record<ConsentPurpose, boolean>>,
  ): Promise<void> {
    const actor = { kind: 'person', id: personId } as const;
    await this.db.write(inOrganization(organizationId, actor), async (tx) => {
      const attendee = found(await tx.one(Attendee, { id: attendeeId, organizationId, personId }));
      if (attendee.status === 'held') throw new DomainError('rsvp-not-live');
      for (const [purpose, yes] of Object.entries(answers) as [ConsentPurpose, boolean][]) {
        const answer = yes ? 'given' : 'refused';
        const before = await liveConsent(tx, organizationId, personId, purpose);
        // Never asked and not ticked is still never asked.
        if (before === answer || (before === null && purpose !== 'introductions' && !yes)) continue;
        const wording = words.pages.rsvp.wording;
        await keepConsents(tx, [
          { organizationId, personId, purpose, answer, wording, source: 'page' as const },
        ]);
        await recordApart(tx, actor, 'attendee.consent-changed', attendeeId);
      }
    });
  }

  private atMyDesk(
    key: RsvpKey,
    once: Once | undefined,
    work: (mine: AtMyDesk) => void | Promise<void>,
    beforehand: (tx: Tx) => Promise<void> = () => Promise.resolve(),
  ): Promise<MyRsvp> {
    const { organizationId, personId, attendeeId } = key;
    const actor = { kind: 'person', id: personId } as const;
    return this.db.write(inOrganization(organizationId, actor, once), async (tx) => {
      const mine = { id: attendeeId, organizationId, personId };
      const { eventId } = found(await tx.one(Attendee, mine));
      await beforehand(tx);
      await atDesk(tx, organizationId, eventId, async (desk) => {
        const attendee = await attendeeAt(tx, desk, attendeeId);
        const event = found(await tx.one(Event, { id: eventId, organizationId }));
        await work({ tx, desk, attendee, event, actor });
      });
      return readMine(tx, key);
    });
  }
}

const elsewhere = (answers: readonly Answer[], questions: readonly Question[]): Answer[] => {
  const asked = new Set(questions.map(({ id }) => id));
  return answers.filter(({ id }) => id === undefined || !asked.has(id));
};

/** The desk writes what its steps changed; words alone are written here, under its lock. */
async function write(
  tx: Tx,
  { id, organizationId }: Attendee,
  column: 'answers' | 'guests' | 'profile',
  value: unknown,
): Promise<void> {
  await tx.query(`update attendees set ${column} = $3 where id = $1 and organization_id = $2`, [
    id,
    organizationId,
    JSON.stringify(value),
  ]);
}
