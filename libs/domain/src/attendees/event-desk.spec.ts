import { system } from '../actors.ts';
import { EventSeats } from '../events/event-seats.ts';
import { Event } from '../events/event.ts';
import { newId } from '../ids.ts';
import { Attendee } from './attendee.ts';
import { EventDesk } from './event-desk.ts';
import { type Admission, unknownPerson } from './gates.ts';

const now = new Date('2026-10-01T12:00:00Z');
const ids = { id: newId(), organizationId: newId(), eventId: newId(), personId: newId() };
const typed = { name: 'Ines Okafor', profile: {}, consents: {}, wording: '' };

function deskOf(rules: Partial<Event> = {}): EventDesk {
  const event = Object.assign(new Event(), {
    ...{
      id: ids.eventId,
      state: 'published',
      registration: 'open',
      approval: false,
      plusOnes: 0,
      questions: [],
    },
    ...{
      opensAt: null,
      closesAt: null,
      startsAt: new Date('2026-11-01T18:00Z'),
      endsAt: new Date('2026-11-01T21:00Z'),
    },
    ...rules,
  });
  const seats = Object.assign(new EventSeats(), { ...ids, capacity: 10, ceiling: 10 });
  Object.assign(seats, { taken: 0, held: 0, waiting: 0, arrivals: 0, version: 0 });
  return new EventDesk(event, seats, Infinity, now);
}

describe('an address that is not proven', () => {
  const ask = (admission: Admission) => {
    const attendee = Attendee.of(ids, typed.name, now);
    deskOf({ registration: 'invitation' }).ask(attendee, { typed, admission, faults: [], actor: system });
    return attendee;
  };

  it('holds a place but no seat where it is not admitted', () => {
    expect(ask(unknownPerson)).toMatchObject({ status: 'held', seat: false });
    expect(ask({ ...unknownPerson, invited: true })).toMatchObject({ status: 'held', seat: true });
  });

  it('is not taken for one that is not admitted when something else went wrong', () => {
    const broken = Object.defineProperty({ ...unknownPerson }, 'invited', {
      get: () => {
        throw new TypeError('no such look-up');
      },
    });
    expect(() => ask(broken)).toThrow(TypeError);
  });
});

describe('the audit line of a guest list', () => {
  it('says how somebody then stands, as that of every step does', () => {
    const desk = deskOf();
    const after = { status: 'waitlisted', seat: false, partySize: 2, arrival: 3, priority: 4 } as const;
    desk.imported(ids.id, null, after, system);
    expect(desk.steps.map(({ codes }) => codes)).toEqual([
      { version: 1, status: 'waitlisted', seat: false, party: 2, arrival: 3, priority: 4 },
    ]);
  });
});
