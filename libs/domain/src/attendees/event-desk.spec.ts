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

describe('a yes to a panel', () => {
  const seated = (partySize: number) => {
    const attendee = Attendee.of(ids, typed.name, now);
    const guests = Array.from({ length: partySize - 1 }, (_, index) => `Guest ${index}`);
    Object.assign(attendee, { status: 'confirmed', cancelCause: null, seat: true, partySize, guests });
    attendee.profile = { maxIntroductions: 2 };
    const desk = deskOf();
    Object.assign(desk.seats, { taken: partySize });
    return { attendee, desk };
  };

  it('frees the seat of a guest and leaves them no introductions until they raise it', () => {
    const { attendee, desk } = seated(1);
    desk.joinPanel(attendee, system);
    expect(attendee).toMatchObject({ part: 'panelist', status: 'confirmed', seat: false });
    expect(attendee.profile.maxIntroductions).toBe(0);
    expect(desk.seats.taken).toBe(0);
  });

  it('leaves a whole party its seats', () => {
    const { attendee, desk } = seated(3);
    desk.joinPanel(attendee, system);
    expect(attendee).toMatchObject({ part: 'panelist', seat: true, partySize: 3 });
    expect(desk.seats.taken).toBe(3);
  });

  it('said twice is one step', () => {
    const { attendee, desk } = seated(1);
    desk.joinPanel(attendee, system);
    desk.joinPanel(attendee, system);
    expect(desk.steps).toHaveLength(1);
  });

  it('lets in whoever waits or was declined, who then brings nobody without a seat', () => {
    for (const status of ['pending', 'waitlisted', 'declined'] as const) {
      const attendee = Object.assign(Attendee.of(ids, typed.name, now), { status, partySize: 1 });
      const desk = deskOf({ plusOnes: 2, answersUntil: null });
      if (status === 'waitlisted') Object.assign(desk.seats, { waiting: 1 });
      desk.joinPanel(attendee, system);
      expect(attendee).toMatchObject({ part: 'panelist', status: 'confirmed', seat: false });
      expect(() => {
        desk.changeParty(attendee, ['Ida'], system);
      }).toThrow(expect.objectContaining({ code: 'party-does-not-fit' }));
    }
  });

  it('ends with the RSVP, and whoever comes back takes a seat', () => {
    const { attendee, desk } = seated(1);
    desk.joinPanel(attendee, system);
    desk.cancel(attendee, 'by-person', system);
    expect(desk.steps.map(({ leavesPanels }) => leavesPanels)).toEqual([false, true]);
    desk.add(attendee, typed, { beyondCapacity: false }, system);
    expect(attendee).toMatchObject({ part: 'guest', status: 'confirmed', seat: true });
  });
});

describe('somebody at the door', () => {
  it('is let in from wherever they stood, beyond the capacity, with whom they bring', () => {
    for (const status of ['held', 'pending', 'waitlisted', 'declined', 'cancelled'] as const) {
      const desk = deskOf();
      Object.assign(desk.seats, {
        capacity: 1,
        ceiling: 1,
        taken: 1,
        waiting: status === 'waitlisted' ? 1 : 0,
      });
      const attendee = Object.assign(Attendee.of(ids, typed.name, now), {
        status,
        partySize: 2,
        guests: ['Mia Chen'],
      });
      desk.letIn(attendee, { tell: true }, system);
      expect(attendee).toMatchObject({ status: 'confirmed', seat: true, partySize: 2, guests: ['Mia Chen'] });
      expect(desk.seats).toMatchObject({ taken: 3, ceiling: 3, waiting: 0 });
      expect(desk.steps).toMatchObject([{ action: 'attendee.let-in', mail: { kind: 'rsvp-confirmed' } }]);
    }
  });

  it('who is going already is nothing to the desk, and untold when their address is tired of mails', () => {
    const desk = deskOf();
    const attendee = Attendee.of(ids, typed.name, now);
    desk.letIn(attendee, { tell: false }, system);
    desk.letIn(attendee, { tell: true }, system);
    expect(desk.steps).toMatchObject([{ mail: null }]);
  });
});
