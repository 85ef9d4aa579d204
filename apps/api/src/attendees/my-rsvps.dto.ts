import type { Answer, AttendeeStatus, CancelCause, NextStep } from '#libs/domain';
import { Answers, FilledLines } from '../problems/shapes.ts';
import type { MyEvening, MyRsvp } from './my-rsvps.service.ts';
import { MyProfileView } from './profile.dto.ts';

/** Other answers to the event's questions. */
export class AnswersInput {
  /** By the id of the question: a text, the chosen ones, or "yes" to an agreement. */
  @Answers() answers!: Record<string, string | string[]>;
}

/** Who comes along, instead of those before. */
export class GuestsInput {
  @FilledLines(10, 200) guests!: string[];
}

/** One line of a person's list. */
export class MyRsvpLine {
  attendeeId!: string;
  eventId!: string;
  title!: string;
  organizationName!: string;
  startsAt!: string;
  endsAt!: string;
  timeZone!: string;
  status!: AttendeeStatus;
  eventCancelled!: boolean;
  over!: boolean;

  static of(evening: MyEvening): MyRsvpLine {
    const { attendeeId, id, title, organizationName, startsAt, endsAt, timeZone, status } = evening;
    return {
      attendeeId,
      eventId: id,
      title,
      organizationName,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone,
      status,
      eventCancelled: evening.cancelled,
      over: evening.over,
    };
  }
}

export class MyRsvpsView {
  rsvps!: MyRsvpLine[];

  static of(evenings: readonly MyEvening[]): MyRsvpsView {
    return { rsvps: evenings.map((evening) => MyRsvpLine.of(evening)) };
  }
}

export class MyAnswerView {
  /** Null for what a guest list asked. */
  questionId!: string | null;
  question!: string;
  /** One text, or each that was chosen. */
  answers!: string[];
}

/** The evening of an RSVP. */
export class MyEveningView {
  eventId!: string;
  slug!: string;
  title!: string;
  organizationName!: string;
  startsAt!: string;
  endsAt!: string;
  timeZone!: string;
  place!: string;
  city!: string;
  /** The street or a link to join; null for anybody who is not confirmed. */
  privatePlace!: string | null;
  cancelled!: boolean;
  cancelReason!: string | null;
  over!: boolean;

  static of(rsvp: MyRsvp): MyEveningView {
    const { eventId, slug, title, organizationName, timeZone, place, city, privatePlace } = rsvp;
    return {
      eventId,
      slug,
      title,
      organizationName,
      startsAt: rsvp.startsAt.toISOString(),
      endsAt: rsvp.endsAt.toISOString(),
      timeZone,
      place,
      city,
      privatePlace,
      cancelled: rsvp.eventCancelled,
      cancelReason: rsvp.cancelReason,
      over: rsvp.over,
    };
  }
}

/** One's own RSVP: how it stands and what can be done about it. */
export class MyRsvpView {
  attendeeId!: string;
  event!: MyEveningView;
  name!: string;
  status!: AttendeeStatus;
  /** How a cancelled RSVP came to be that. */
  cancelCause!: CancelCause | null;
  /** A code: what to do next; null when there is nothing left to do. */
  next!: NextStep | null;
  /** The host's words when they approved or declined. */
  note!: string | null;
  /** 1 for the head of the queue; null for anybody who is not waitlisted. */
  placeInQueue!: number | null;
  /** Until when the offered seat is kept. */
  offerExpiresAt!: string | null;
  /** The person and everybody they bring. */
  party!: number;
  guests!: string[];
  answers!: MyAnswerView[];
  /** What I say of myself at this evening. */
  profile!: MyProfileView;
  /** Whom I know already, as I told it. */
  known!: string[];
  /** Whether it can be given up: anything live, until the evening is over. */
  cancellable!: boolean;
  answersOpen!: boolean;
  guestsOpen!: boolean;
  /** Until when answers and guests can be changed, as far as they are open. */
  changesUntil!: string;

  static of(rsvp: MyRsvp): MyRsvpView {
    const { attendeeId, name, status, cancelCause, next, note, placeInQueue, guests } = rsvp;
    return {
      attendeeId,
      event: MyEveningView.of(rsvp),
      name,
      status,
      cancelCause,
      next,
      note,
      placeInQueue,
      offerExpiresAt: rsvp.offerExpiresAt?.toISOString() ?? null,
      party: rsvp.partySize,
      guests,
      answers: rsvp.answers.map(answerView),
      profile: MyProfileView.of(rsvp.profile),
      known: rsvp.known,
      cancellable: rsvp.cancellable,
      answersOpen: rsvp.answersOpen,
      guestsOpen: rsvp.guestsOpen,
      changesUntil: rsvp.changesUntil.toISOString(),
    };
  }
}

const answerView = ({ id, question, answer }: Answer): MyAnswerView => ({
  questionId: id ?? null,
  question,
  answers: typeof answer === 'string' ? [answer] : answer,
});
