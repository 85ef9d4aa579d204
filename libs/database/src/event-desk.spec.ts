import { Attendee, DomainError, EventSeats, found, inOrganization, system } from '#libs/domain';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../test/support/factories.ts';
import { seatNewcomers } from './arrivals.ts';
import { setClock } from './clock.ts';
import { Database } from './database.ts';
import { atDesk, attendeeAt, cancelAttendee, expireOverdue } from './event-desk.ts';
import { openDataSource } from './open.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
let db: Database;
let organizationId: string;

type Evening = Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'seats', 6));
  organizationId = (await makeOrganization(database)).id;
});

beforeEach(() => setTime('2026-10-01T12:00:00Z'));

afterAll(async () => {
  await db.close();
  await database.drop();
});

const setTime = (instant: string) => db.write({ kind: 'system' }, (tx) => setClock(tx, new Date(instant)));
const write = <Result>(work: (tx: Tx) => Promise<Result>) =>
  db.write(inOrganization(organizationId, system), work);
const evening = async (capacity: number) => {
  const event = await makeEvent(database, organizationId, { capacity });
  await database.sql('update events set plus_ones = 5 where id = $1', [event.id]);
  return event;
};
const typed = { name: 'Somebody', profile: {}, consents: {}, wording: '2026-10' };

async function come(event: Evening, personId: string, given: { partySize?: number; proven?: boolean } = {}) {
  const guests = Array.from({ length: (given.partySize ?? 1) - 1 }, (_, index) => `Guest ${String(index)}`);
  const [seated] = await write((tx) =>
    seatNewcomers(tx, [
      {
        organizationId,
        eventId: event.id,
        personId,
        proven: given.proven ?? true,
        typed: { ...typed, guests },
        answers: null,
      },
    ]),
  );
  if (seated instanceof DomainError) throw seated;
  return found(seated);
}

async function arrive(
  event: Evening,
  given: { partySize?: number; proven?: boolean } = {},
): Promise<Attendee> {
  return come(event, (await makePerson(database)).id, given);
}

const confirm = async (event: Evening, { personId }: Attendee) => come(event, personId);
const cancel = (event: Evening, { id }: { id: string }) =>
  write((tx) => cancelAttendee(tx, { organizationId, eventId: event.id, attendeeId: id }, 'by-person'));
const look = async ({ id }: { id: string }) =>
  found(await db.read(inOrganization(organizationId, system), (reader) => reader.one(Attendee, { id })));
const seatsOf = async (event: Evening) =>
  found(await db.read({ kind: 'system' }, (reader) => reader.one(EventSeats, { eventId: event.id })));
const statuses = async (attendees: Attendee[]) =>
  Promise.all(attendees.map(async (one) => (await look(one)).status));
const mailsAbout = async ({ id }: { id: string }) =>
  (
    await database.sql<{ kind: string }>('select kind from mails where subject_id = $1 order by id', [id])
  ).map(({ kind }) => kind);
const raiseCapacity = (event: Evening, capacity: number) =>
  write((tx) =>
    atDesk(tx, organizationId, event.id, (desk) => {
      desk.setCapacity(capacity, system);
    }),
  );

describe('a seat', () => {
  it('is never given twice, however many come at the same moment', async () => {
    const event = await evening(3);
    const all = await Promise.all(Array.from({ length: 24 }, () => arrive(event)));
    expect(all.filter(({ status }) => status === 'confirmed')).toHaveLength(3);
    expect(all.map(({ arrival }) => arrival).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 1),
    );
    expect(await seatsOf(event)).toMatchObject({ taken: 3, waiting: 21, arrivals: 24, version: 24 });
  });

  it('would be given twice by counting first and inserting after (the control of the test above)', async () => {
    const event = await evening(1);
    const count = async () => found(await write((tx) => tx.one(EventSeats, { eventId: event.id })));
    // Both count before either inserts, as two requests at the same moment do.
    const counted = await Promise.all([count(), count()]);
    expect(counted.map(({ taken, capacity }) => taken < capacity)).toEqual([true, true]);
  });

  it('is refused by the table itself when a statement would oversell', async () => {
    const event = await evening(1);
    await arrive(event);
    await expect(
      write((tx) => tx.query('update event_seats set taken = taken + 1 where event_id = $1', [event.id])),
    ).rejects.toThrow('event_seats_never_oversold');
  });
});

describe('the queue', () => {
  it('moves up in the transaction that frees the seat, in order of arrival, one seat for one person', async () => {
    const event = await evening(1);
    const [first, second, third] = [await arrive(event), await arrive(event), await arrive(event)];
    await cancel(event, first);
    expect(await statuses([first, second, third])).toEqual(['cancelled', 'confirmed', 'waitlisted']);
    expect(await mailsAbout(second)).toEqual(['rsvp-waitlisted', 'rsvp-promoted']);
    await cancel(event, first);
    expect(await statuses([second, third])).toEqual(['confirmed', 'waitlisted']);
  });

  it('gives each seat once when several cancel at the same moment', async () => {
    const event = await evening(4);
    const seated = [await arrive(event), await arrive(event), await arrive(event), await arrive(event)];
    const waiting = [await arrive(event), await arrive(event), await arrive(event)];
    await Promise.all(seated.map((one) => cancel(event, one)));
    expect(await statuses(waiting)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await seatsOf(event)).toMatchObject({ taken: 3, waiting: 0, ceiling: 4 });
  });

  it('is never jumped by a late comer, but a party that does not fit does not block a smaller one', async () => {
    const event = await evening(2);
    const [one, two] = [await arrive(event), await arrive(event)];
    const pair = await arrive(event, { partySize: 2 });
    const single = await arrive(event);
    await cancel(event, one);
    expect(await statuses([pair, single])).toEqual(['waitlisted', 'confirmed']);
    await cancel(event, two);
    const late = await arrive(event);
    expect(late.status).toBe('confirmed');
    await cancel(event, single);
    await cancel(event, late);
    expect(await statuses([pair])).toEqual(['confirmed']);
    const later = await arrive(event);
    expect(later.status).toBe('waitlisted');
  });

  it('does not let a newcomer pass somebody who waits and would fit', async () => {
    const event = await evening(1);
    await database.sql("update events set waitlist = 'offer' where id = $1", [event.id]);
    const [seated, waiting] = [await arrive(event), await arrive(event)];
    await cancel(event, seated);
    const late = await arrive(event);
    expect(await statuses([waiting, late])).toEqual(['offered', 'waitlisted']);
  });

  it('moves up by as many as a raised capacity has room for, and by nobody when it is lowered', async () => {
    const event = await evening(1);
    const seated = await arrive(event);
    const waiting = [
      await arrive(event),
      await arrive(event, { partySize: 3 }),
      await arrive(event),
      await arrive(event),
    ];
    await raiseCapacity(event, 3);
    expect(await statuses(waiting)).toEqual(['confirmed', 'waitlisted', 'confirmed', 'waitlisted']);
    await raiseCapacity(event, 2);
    expect(await seatsOf(event)).toMatchObject({ capacity: 2, ceiling: 3, taken: 3 });
    await cancel(event, seated);
    expect(await seatsOf(event)).toMatchObject({ capacity: 2, ceiling: 2, taken: 2, waiting: 2 });
  });

  it('calls nobody to an evening that is over', async () => {
    const event = await evening(1);
    const [seated, waiting] = [await arrive(event), await arrive(event)];
    await setTime('2026-10-20T12:00:00Z');
    await cancel(event, seated);
    expect(await statuses([waiting])).toEqual(['waitlisted']);
  });

  it('puts somebody who comes back after a cancel at its end', async () => {
    const event = await evening(1);
    const seated = await makeAttendee(database, event, { came: false });
    const waiting = await arrive(event);
    await cancel(event, seated);
    await come(event, seated.personId);
    expect(await look(seated)).toMatchObject({ status: 'waitlisted', arrival: 3 });
    expect(await statuses([waiting])).toEqual(['confirmed']);
  });
});

describe('a hold', () => {
  it('takes a seat only while all holds together take at most half of the free seats', async () => {
    const event = await evening(5);
    await arrive(event);
    const holds = [];
    for (let count = 0; count < 4; count += 1) holds.push(await arrive(event, { proven: false }));
    expect(holds.map(({ seat }) => seat)).toEqual([true, true, false, false]);
    expect(await seatsOf(event)).toMatchObject({ taken: 3, held: 2, waiting: 0 });
  });

  it('is passed over while unconfirmed, and rejoins at its number of arrival', async () => {
    const event = await evening(1);
    const seated = await arrive(event);
    const unproven = await arrive(event, { proven: false });
    const waiting = await arrive(event);
    expect(await confirm(event, unproven)).toMatchObject({ status: 'waitlisted', arrival: 2 });
    await cancel(event, seated);
    expect(await statuses([unproven, waiting])).toEqual(['confirmed', 'waitlisted']);
  });

  it('without a seat gets a free one at once when its address is proven', async () => {
    const event = await evening(1);
    const unproven = await arrive(event, { proven: false });
    expect(unproven.seat).toBe(false);
    expect(await confirm(event, unproven)).toMatchObject({ status: 'confirmed', seat: true });
    expect(await mailsAbout(unproven)).toEqual(['rsvp-confirmed']);
  });

  it('ends by the clock and frees its seat for the queue', async () => {
    const event = await evening(2);
    const unproven = await arrive(event, { proven: false });
    const [seated, waiting] = [await arrive(event), await arrive(event)];
    expect(await statuses([unproven, seated, waiting])).toEqual(['held', 'confirmed', 'waitlisted']);
    await write((tx) => expireOverdue(tx, organizationId, event.id));
    expect(await statuses([unproven, waiting])).toEqual(['held', 'waitlisted']);
    await setTime('2026-10-01T12:31:00Z');
    await write((tx) => expireOverdue(tx, organizationId, event.id));
    expect(await statuses([unproven, waiting])).toEqual(['cancelled', 'confirmed']);
    expect(await look(unproven)).toMatchObject({ cancelCause: 'not-confirmed', typed });
    expect(await seatsOf(event)).toMatchObject({ taken: 2, held: 0, waiting: 0 });
  });

  it('that is proven after its time is a new RSVP of that minute, even before the job has come round', async () => {
    const event = await evening(1);
    const unproven = await arrive(event, { proven: false });
    const other = await arrive(event);
    await setTime('2026-10-01T12:31:00Z');
    expect(await confirm(event, unproven)).toMatchObject({ status: 'waitlisted', arrival: 3 });
    expect(await statuses([other])).toEqual(['confirmed']);
  });
});

describe('an offer', () => {
  async function offered() {
    const event = await evening(1);
    await database.sql("update events set waitlist = 'offer' where id = $1", [event.id]);
    const seated = await arrive(event);
    const [first, second] = [await arrive(event), await arrive(event)];
    await cancel(event, seated);
    return { event, first, second };
  }
  const offersOf = ({ id }: { id: string }) =>
    database.sql<{ state: string; expires_at: Date }>(
      'select state, expires_at from offers where attendee_id = $1 order by created_at, id',
      [id],
    );
  const claim = (event: Evening, { id }: { id: string }) =>
    write((tx) =>
      atDesk(tx, organizationId, event.id, async (desk) => {
        desk.claim(await attendeeAt(tx, desk, id), system);
      }),
    );

  it('keeps the seat for the head of the queue for 24 hours, and for nobody else', async () => {
    const { event, first, second } = await offered();
    expect(await statuses([first, second])).toEqual(['offered', 'waitlisted']);
    expect(await mailsAbout(first)).toEqual(['rsvp-waitlisted', 'rsvp-offered']);
    const [offer] = await offersOf(first);
    expect(offer?.expires_at.getTime()).toBeCloseTo(Date.parse('2026-10-02T12:00:00Z'), -5);
    expect(await seatsOf(event)).toMatchObject({ taken: 1, waiting: 1 });
    await claim(event, first);
    expect(await statuses([first, second])).toEqual(['confirmed', 'waitlisted']);
    expect(await offersOf(first)).toMatchObject([{ state: 'claimed' }]);
  });

  it('is never longer than until the start, and nobody is called after that', async () => {
    await setTime('2026-10-19T20:00:00Z');
    const { event, first, second } = await offered();
    const starts = await database.sql<{ at: Date }>('select starts_at as at from events where id = $1', [
      event.id,
    ]);
    expect((await offersOf(first))[0]?.expires_at).toEqual(starts[0]?.at);
    await setTime('2026-10-20T02:30:00Z');
    await write((tx) => expireOverdue(tx, organizationId, event.id));
    expect(await statuses([first, second])).toEqual(['cancelled', 'waitlisted']);
  });

  it('that ran out goes to the next by the clock, even when it is claimed before the job has come round', async () => {
    const { event, first, second } = await offered();
    await setTime('2026-10-02T12:01:00Z');
    await expect(claim(event, first)).rejects.toMatchObject({ code: 'offer-over' });
    // The refused claim changed nothing; the next visit ends what the clock has ended.
    await write((tx) => expireOverdue(tx, organizationId, event.id));
    expect(await statuses([first, second])).toEqual(['cancelled', 'offered']);
    expect(await look(first)).toMatchObject({ cancelCause: 'offer-lapsed' });
    expect(await mailsAbout(first)).toEqual(['rsvp-waitlisted', 'rsvp-offered', 'rsvp-offer-lapsed']);
  });

  it('that was used never comes back to life: redeemed, then cancelled, the seat goes to the next', async () => {
    const { event, first, second } = await offered();
    await claim(event, first);
    await cancel(event, first);
    expect(await statuses([first, second])).toEqual(['cancelled', 'offered']);
    await expect(claim(event, first)).rejects.toMatchObject({ code: 'offer-over' });
    expect(await offersOf(first)).toMatchObject([{ state: 'claimed' }]);
  });

  it('lives once per person and event, whatever a statement tries', async () => {
    const { event, first } = await offered();
    await expect(
      database.sql(
        `insert into offers (id, organization_id, event_id, attendee_id, person_id, state, expires_at, created_at)
         select gen_random_uuid(), organization_id, event_id, attendee_id, person_id, 'live', expires_at, created_at
         from offers where event_id = $1 and attendee_id = $2`,
        [event.id, first.id],
      ),
    ).rejects.toThrow('offers_one_live');
  });

  it('is taken back when the waitlist closes, and its person stands where they stood', async () => {
    const { event, first, second } = await offered();
    await database.sql('update events set waitlist_open = false where id = $1', [event.id]);
    await write((tx) =>
      atDesk(tx, organizationId, event.id, async (desk) => {
        desk.revokeOffer(await attendeeAt(tx, desk, first.id), system);
      }),
    );
    expect(await statuses([first, second])).toEqual(['waitlisted', 'waitlisted']);
    expect(await look(first)).toMatchObject({ arrival: 2 });
    await database.sql('update events set waitlist_open = true where id = $1', [event.id]);
    await write((tx) => expireOverdue(tx, organizationId, event.id));
    expect(await statuses([first, second])).toEqual(['offered', 'waitlisted']);
  });
});

describe('a party', () => {
  const bring = (event: Evening, { id }: { id: string }, guests: string[]) =>
    write((tx) =>
      atDesk(tx, organizationId, event.id, async (desk) => {
        desk.changeParty(await attendeeAt(tx, desk, id), guests, system);
      }),
    );

  it('can always be smaller, also where the event allows fewer by now, and its seats go to the queue', async () => {
    const event = await evening(4);
    const party = await arrive(event, { partySize: 4 });
    const waiting = await arrive(event, { partySize: 2 });
    await database.sql('update events set plus_ones = 1 where id = $1', [event.id]);
    await expect(bring(event, party, ['A', 'B', 'C', 'D'])).rejects.toMatchObject({
      code: 'party-too-large',
    });
    await bring(event, party, ['A', 'B']);
    expect(await statuses([waiting])).toEqual(['waitlisted']);
    await bring(event, party, ['A']);
    expect(await statuses([party, waiting])).toEqual(['confirmed', 'confirmed']);
    expect(await seatsOf(event)).toMatchObject({ taken: 4, waiting: 0 });
  });

  it('grows only into seats that are free and that nobody waits for', async () => {
    const event = await evening(4);
    const party = await arrive(event);
    await arrive(event);
    const waiting = await arrive(event, { partySize: 3 });
    await bring(event, party, ['A', 'B']);
    expect(await seatsOf(event)).toMatchObject({ taken: 4, waiting: 1 });
    await expect(bring(event, party, ['A', 'B', 'C'])).rejects.toMatchObject({ code: 'party-does-not-fit' });
    await bring(event, waiting, ['A']);
    await bring(event, party, []);
    expect(await statuses([waiting])).toEqual(['confirmed']);
  });
});

describe('every step', () => {
  it('is one version of the event and one line of the audit, without a gap, also in a batch', async () => {
    const event = await evening(2);
    const people = await Promise.all(Array.from({ length: 5 }, () => makePerson(database)));
    const batch = people.map(({ id: personId }) => {
      return { organizationId, eventId: event.id, personId, proven: true, typed, answers: null };
    });
    const seated = await write((tx) => seatNewcomers(tx, [...batch, ...batch.slice(0, 2)]));
    expect(seated.map((one) => (one instanceof Attendee ? one.status : one.code))).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
      'waitlisted',
      'waitlisted',
      'confirmed',
      'confirmed',
    ]);
    const lines = await database.sql<{ version: number; arrival: number }>(
      `select (codes->>'version')::int as version, (codes->>'arrival')::int as arrival from audit
       where subject_id in (select id from attendees where event_id = $1) order by 1`,
      [event.id],
    );
    expect(lines).toEqual([1, 2, 3, 4, 5].map((number) => ({ version: number, arrival: number })));
    expect(await seatsOf(event)).toMatchObject({ version: 5, arrivals: 5, taken: 2, waiting: 3 });
  });

  it('cannot be written over one that came in between', async () => {
    const event = await evening(2);
    await expect(
      write((tx) =>
        atDesk(tx, organizationId, event.id, async (desk) => {
          await tx.query('update event_seats set version = version + 1 where event_id = $1', [event.id]);
          desk.setCapacity(5, system);
        }),
      ),
    ).rejects.toThrow('changed under its lock');
  });

  it('of one refused newcomer of a batch is not taken, and everybody else is seated', async () => {
    const [open, invited] = [await evening(5), await evening(5)];
    await database.sql("update events set registration = 'invitation' where id = $1", [invited.id]);
    const person = await makePerson(database);
    const asked = [open, invited, open].map(({ id: eventId }) => {
      return { organizationId, eventId, personId: person.id, proven: true, typed, answers: null };
    });
    const seated = await write((tx) => seatNewcomers(tx, asked));
    expect(seated.map((one) => (one instanceof Attendee ? one.status : one.code))).toEqual([
      'confirmed',
      'invitation-needed',
      'confirmed',
    ]);
  });
});
