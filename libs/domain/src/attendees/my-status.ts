import { DomainError, type ErrorCode } from '../errors.ts';
import type { Event } from '../events/event.ts';
import { type Answer, unanswered } from '../events/questions.ts';
import type { AttendeeStatus } from './attendee.ts';
import { type Admission, needsApproval, refuseUnlessAdmitted } from './gates.ts';

/** What somebody can do about where they stand. */
export type NextStep =
  | 'see-other-events'
  | 'come-back-later'
  | 'write-to-host'
  | 'ask-host'
  | 'answer-questions'
  | 'rsvp'
  | 'answer-mail'
  | 'wait'
  | 'claim'
  | 'come';

/** Not refusals: the answer will be `pending` or `waitlisted`. */
type Outlook = 'approval-needed' | 'full';

/** The gates that refuse, in their fixed order (docs/decisions/0007), each with the way on. */
const refusals = {
  'event-cancelled': 'see-other-events',
  'registration-not-open': 'come-back-later',
  'registration-closed': 'see-other-events',
  'not-admitted': 'write-to-host',
  'invitation-needed': 'ask-host',
  'audience-only': 'ask-host',
  'questions-unanswered': 'answer-questions',
  'waitlist-closed': 'see-other-events',
} as const satisfies Partial<Record<ErrorCode, NextStep>>;

export type Refusal = keyof typeof refusals;
export type StatusReason = Refusal | Outlook | 'address-not-proven' | 'event-over';

export interface MyStatus {
  /** Null: there is no RSVP. */
  status: AttendeeStatus | null;
  /** Why it is so, or what an RSVP would meet; null when nothing stands in the way. */
  reason: StatusReason | null;
  /** Null when there is nothing left to do. */
  next: NextStep | null;
}

export interface StatusFacts {
  event: Pick<
    Event,
    'state' | 'endsAt' | 'registration' | 'approval' | 'waitlistOpen' | 'questions' | 'refuseRsvpUnlessOpen'
  >;
  admission: Admission;
  /** As the clock has it: what is overdue is cancelled. */
  attendee: { status: AttendeeStatus; answers: readonly Answer[] } | null;
  /** Whether one more person would be seated now: there is a seat, and nobody who fits waits for it. */
  seatFree: boolean;
}

/**
 * Where a person stands at an event and what they can do next: the RSVP as it is, or, without a live one, the answer of
 * the first gate that an RSVP of this minute would meet.
 */
export function myStatus(facts: StatusFacts, now: Date): MyStatus {
  const { event, attendee } = facts;
  const status = attendee?.status ?? null;
  if (event.state === 'cancelled') return refused(status, 'event-cancelled');
  if (status === null || status === 'cancelled') return { status, ...atTheGates(facts, now) };
  if (status === 'declined') return refused(status, 'not-admitted');
  if (now >= event.endsAt) return { status, reason: 'event-over', next: null };
  return { status, ...onTheList(facts, status) };
}

/** Proven and not over: what can be changed is changed of these only. */
export const isOnTheList = (status: AttendeeStatus): boolean =>
  status !== 'held' && status !== 'declined' && status !== 'cancelled';

/** Whether the answers of this RSVP can still be changed. @param status as the clock has it; null: there is none */
export const answersOpenTo = (
  status: AttendeeStatus | null,
  event: Pick<Event, 'answersOpen'>,
  now: Date,
): boolean => status !== null && isOnTheList(status) && event.answersOpen(now);

type Standing = Pick<MyStatus, 'reason' | 'next'>;

const refused = (status: MyStatus['status'], reason: Refusal): MyStatus => ({
  status,
  reason,
  next: refusals[reason],
});

function onTheList(
  { event, attendee }: StatusFacts,
  status: Exclude<AttendeeStatus, 'cancelled' | 'declined'>,
): Standing {
  switch (status) {
    case 'held':
      return { reason: 'address-not-proven', next: 'answer-mail' };
    case 'pending':
      return { reason: 'approval-needed', next: 'wait' };
    case 'waitlisted':
      return { reason: 'full', next: 'wait' };
    case 'offered':
      return { reason: null, next: 'claim' };
    case 'confirmed':
      // Seated by a host, or before a question was asked: nothing is taken away for it.
      return unanswered(event.questions, attendee?.answers ?? []).length > 0
        ? { reason: 'questions-unanswered', next: 'answer-questions' }
        : { reason: null, next: 'come' };
  }
}

function atTheGates({ event, admission, attendee, seatFree }: StatusFacts, now: Date): Standing {
  const refusal = refusalOf(() => {
    event.refuseRsvpUnlessOpen(now);
    refuseUnlessAdmitted(event, admission, false);
  });
  if (refusal !== null) return { reason: refusal, next: refusals[refusal] };
  if (unanswered(event.questions, attendee?.answers ?? []).length > 0)
    return { reason: 'questions-unanswered', next: refusals['questions-unanswered'] };
  if (needsApproval(event, admission)) return { reason: 'approval-needed', next: 'rsvp' };
  if (seatFree) return { reason: null, next: 'rsvp' };
  if (event.waitlistOpen) return { reason: 'full', next: 'rsvp' };
  return { reason: 'waitlist-closed', next: refusals['waitlist-closed'] };
}

/** The code of the gate that refused; the gates themselves are asked, so that there is one order and not two. */
function refusalOf(ask: () => void): Refusal | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.code in refusals) return error.code as Refusal;
    throw error;
  }
}
