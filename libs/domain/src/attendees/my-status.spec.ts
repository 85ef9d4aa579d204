import { type RsvpRules, Event, defaultRules } from '../events/event.ts';
import type { Question } from '../events/questions.ts';
import { type AttendeeStatus, attendeeStatuses } from './attendee.ts';
import { type Admission, unknownPerson } from './gates.ts';
import { type StatusFacts, myStatus } from './my-status.ts';

const now = new Date('2026-10-01T12:00:00Z');

const question: Question = { id: 'q1', kind: 'short', label: 'Which desk?', required: true, options: [] };

function eventWith(rules: Partial<RsvpRules> = {}): Event {
  const details = {
    title: 'Sound after the cut',
    description: '',
    place: 'Arts District',
    city: 'Los Angeles',
    privatePlace: null,
    timeZone: 'America/Los_Angeles',
    startsLocal: '2026-10-19T18:00',
    endsLocal: '2026-10-19T21:00',
  };
  const event = Event.draft('e1', 'o1', 'sound', details, now);
  event.describe(details, now, { ...defaultRules, ...rules });
  event.publish(now);
  return event;
}

const facts = (given: Partial<StatusFacts> = {}): StatusFacts => ({
  event: eventWith(),
  admission: unknownPerson,
  attendee: null,
  seatFree: true,
  ...given,
});

const mine = (status: AttendeeStatus): StatusFacts['attendee'] => ({ status, answers: [] });

/** Everything that can refuse a newcomer at once, then one gate less each time. */
const everything: Partial<RsvpRules> = {
  opensLocal: '2026-10-05T09:00',
  registration: 'invitation',
  questions: [question],
  waitlistOpen: false,
};

describe('the gates, in their order', () => {
  const barred: Admission = { ...unknownPerson, barred: true };
  const cancelled = eventWith(everything);
  cancelled.cancel('Rain', now);
  const cases: [string, Partial<StatusFacts>, object][] = [
    [
      'a cancelled event comes before everything else',
      { event: cancelled, admission: barred, seatFree: false },
      { reason: 'event-cancelled', next: 'see-other-events' },
    ],
    [
      'then registration that is not open yet',
      { event: eventWith(everything), admission: barred, seatFree: false },
      { reason: 'registration-not-open', next: 'come-back-later' },
    ],
    [
      'or not any more',
      {
        event: eventWith({ ...everything, opensLocal: null, closesLocal: '2026-09-30T09:00' }),
        admission: barred,
        seatFree: false,
      },
      { reason: 'registration-closed', next: 'see-other-events' },
    ],
    [
      'then being blocked',
      { event: eventWith({ ...everything, opensLocal: null }), admission: barred, seatFree: false },
      { reason: 'not-admitted', next: 'write-to-host' },
    ],
    [
      'then the invitation',
      { event: eventWith({ ...everything, opensLocal: null }), seatFree: false },
      { reason: 'invitation-needed', next: 'ask-host' },
    ],
    [
      'or the list of the organization',
      { event: eventWith({ ...everything, opensLocal: null, registration: 'audience' }), seatFree: false },
      { reason: 'audience-only', next: 'ask-host' },
    ],
    [
      'then the questions, which refuse where an approval only waits',
      {
        event: eventWith({ questions: [question], waitlistOpen: false, approval: true }),
        seatFree: false,
      },
      { reason: 'questions-unanswered', next: 'answer-questions' },
    ],
    [
      'then the approval, which asks no seat',
      { event: eventWith({ approval: true, waitlistOpen: false }), seatFree: false },
      { reason: 'approval-needed', next: 'rsvp' },
    ],
    [
      'then a full room without a waitlist',
      { event: eventWith({ waitlistOpen: false }), seatFree: false },
      { reason: 'waitlist-closed', next: 'see-other-events' },
    ],
    ['or with one', { seatFree: false }, { reason: 'full', next: 'rsvp' }],
    ['and nothing else stands in the way', {}, { reason: null, next: 'rsvp' }],
  ];

  it.each(cases)('%s', (_, given, expected) => {
    expect(myStatus(facts(given), now)).toEqual({ status: null, ...expected });
  });

  it('are open to somebody invited as far as invitation and approval go, and no further', () => {
    const admission = { ...unknownPerson, invited: true };
    const event = eventWith({ registration: 'invitation', approval: true });
    expect(myStatus(facts({ event, admission }), now)).toMatchObject({ reason: null, next: 'rsvp' });
    expect(myStatus(facts({ event, admission, seatFree: false }), now)).toMatchObject({ reason: 'full' });
    expect(myStatus(facts({ event, admission: { ...admission, barred: true } }), now)).toMatchObject({
      reason: 'not-admitted',
    });
  });

  it('are the same for somebody who cancelled and comes back, whose answers still stand', () => {
    const event = eventWith({ questions: [question] });
    const answers = [{ id: 'q1', question: question.label, answer: 'the first' }];
    expect(myStatus(facts({ event, attendee: mine('cancelled') }), now)).toEqual({
      status: 'cancelled',
      reason: 'questions-unanswered',
      next: 'answer-questions',
    });
    expect(myStatus(facts({ event, attendee: { status: 'cancelled', answers } }), now)).toMatchObject({
      reason: null,
      next: 'rsvp',
    });
  });
});

describe('an RSVP', () => {
  it.each([
    ['held', 'address-not-proven', 'answer-mail'],
    ['pending', 'approval-needed', 'wait'],
    ['waitlisted', 'full', 'wait'],
    ['offered', null, 'claim'],
    ['confirmed', null, 'come'],
    ['declined', 'not-admitted', 'write-to-host'],
  ] as const)('that is %s has the reason %s and leads to %s', (status, reason, next) => {
    expect(myStatus(facts({ attendee: mine(status) }), now)).toEqual({ status, reason, next });
  });

  it('is not undone by gates that closed behind it', () => {
    const event = eventWith({ registration: 'invitation', closesLocal: '2026-09-30T09:00' });
    expect(myStatus(facts({ event, attendee: mine('confirmed') }), now).next).toBe('come');
  });

  it('that is confirmed is asked what was never answered', () => {
    const event = eventWith({ questions: [question] });
    expect(myStatus(facts({ event, attendee: mine('confirmed') }), now)).toEqual({
      status: 'confirmed',
      reason: 'questions-unanswered',
      next: 'answer-questions',
    });
  });

  it('says that the event is cancelled, or over, whatever it was', () => {
    const event = eventWith();
    const after = new Date('2026-10-20T12:00:00Z');
    expect(myStatus(facts({ event, attendee: mine('confirmed') }), after)).toEqual({
      status: 'confirmed',
      reason: 'event-over',
      next: null,
    });
    event.cancel('Rain', now);
    for (const status of attendeeStatuses)
      expect(myStatus(facts({ event, attendee: mine(status) }), now).reason).toBe('event-cancelled');
  });
});
