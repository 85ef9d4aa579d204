import { type Tx, keepConsents } from '#libs/database';
import { Attendee, type Event, Person, newId } from '#libs/domain';
import { words } from '#libs/words';

const { people } = words.demo.circle;
export type GuestName = keyof typeof people;

/** Somebody of the demonstration, at one event. */
export interface Seat {
  attendeeId: string;
  personId: string;
}

/** The people of the circle: an address each, and a yes to introductions. */
export async function seedPeople(tx: Tx, organizationId: string): Promise<Record<GuestName, string>> {
  const names = Object.entries(people) as [GuestName, { name: string }][];
  const made = names.map(([key, { name }]) =>
    Object.assign(new Person(), {
      id: newId(),
      email: `${key}@demo.example`,
      name,
      language: 'en',
      confirmedAt: tx.now,
      sessionEpoch: 0,
      introductionsPausedUntil: null,
      erasedAt: null,
      createdAt: tx.now,
    }),
  );
  await tx.insert(Person, made);
  await keepConsents(
    tx,
    made.map(({ id: personId }) => {
      const answer = { purpose: 'introductions', answer: 'given', source: 'page' } as const;
      return { organizationId, personId, ...answer, wording: words.pages.rsvp.wording };
    }),
  );
  return Object.fromEntries(names.map(([key], at) => [key, made[at]?.id])) as Record<GuestName, string>;
}

/** Confirmed, in this order. @param came an evening that is over: they were there */
export async function seedSeats<Name extends GuestName>(
  tx: Tx,
  event: Event,
  personIds: Readonly<Record<GuestName, string>>,
  names: readonly Name[],
  came: boolean,
): Promise<Record<Name, Seat>> {
  const { organizationId, id: eventId } = event;
  const attendees = names.map((key, at) => {
    const { name, crafts } = people[key];
    const ids = { id: newId(), organizationId, eventId, personId: personIds[key] };
    const attendee = Attendee.of(ids, name, tx.now);
    attendee.arrive(at + 1, 1);
    attendee.confirm(tx.now);
    return Object.assign(attendee, {
      mayWrite: true,
      ownWord: true,
      profile: { crafts: [...crafts] },
      checkedInAt: came ? event.startsAt : null,
    });
  });
  await tx.insert(Attendee, attendees);
  await tx.query(
    'update event_seats set taken = taken + $2, arrivals = arrivals + $2, version = version + $2 where event_id = $1',
    [eventId, attendees.length],
  );
  const seats = attendees.map(({ id: attendeeId, personId }) => ({ attendeeId, personId }));
  return Object.fromEntries(names.map((key, at) => [key, seats[at]])) as Record<Name, Seat>;
}
