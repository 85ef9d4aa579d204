import { spendMany, unansweredMails } from '#libs/database';
import { EventSeats, newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

let api: Api;
let organizationId: string;
let host: { personId: string };
let cookie: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  organizationId = (await makeOrganization(api.database)).id;
  host = await makeMember(api.database, organizationId, 'host');
  cookie = await api.cookieOf(host.personId);
});

afterAll(() => api.stop());

type Evening = Awaited<ReturnType<typeof makeEvent>>;
const evening = (capacity = 80, given: object = {}) =>
  makeEvent(api.database, organizationId, { capacity, ...given });
const past = { startsLocal: '2026-09-19T18:00', endsLocal: '2026-09-19T21:00' };
const pathOf = (event: { id: string }, inOrganization = organizationId) =>
  `/api/v1/organizations/${inOrganization}/events/${event.id}/attendees`;
const guest = async (event: Evening, name: string, status = 'confirmed') =>
  makeAttendee(api.database, event, {
    person: await makePerson(api.database, { name }),
    came: false,
    status: status as 'confirmed',
  });
const post = (event: { id: string }, path: string, body: object = {}, as = cookie) =>
  api.http
    .post(`${pathOf(event)}${path}`)
    .set('cookie', as)
    .send(body);
const statusesOf = async (event: Evening) =>
  Object.fromEntries(
    (
      await api.database.sql<{ name: string; status: string }>(
        'select name, status from attendees where event_id = $1',
        [event.id],
      )
    ).map(({ name, status }) => [name, status]),
  );
const mailsAbout = async (id: string) =>
  (
    await api.database.sql<{ kind: string }>('select kind from mails where subject_id = $1 order by id', [id])
  ).map(({ kind }) => kind);
const auditOf = async (id: string) =>
  (
    await api.database.sql<{ action: string; actor_id: string | null; codes: Record<string, unknown> }>(
      'select action, actor_id, codes from audit where subject_id = $1 order by id',
      [id],
    )
  ).map(({ action, actor_id, codes }) => ({ action, actor: actor_id, codes }));
const seatsOf = async (event: Evening) =>
  (
    await api.database.sql(
      'select capacity, ceiling, taken, held, waiting from event_seats where event_id = $1',
      [event.id],
    )
  )[0];

describe('a host who cancels for somebody', () => {
  it('frees the seat for the head of the queue, tells both, and writes down who did it', async () => {
    const event = await evening(1);
    const seated = await guest(event, 'Gil Going');
    const waiting = await guest(event, 'Wes Waiting', 'waitlisted');
    const { body } = await post(event, `/${seated.id}/cancel`).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', cancelCause: 'by-host' });
    await post(event, `/${seated.id}/cancel`).expect(200);
    expect(await statusesOf(event)).toEqual({ 'Gil Going': 'cancelled', 'Wes Waiting': 'confirmed' });
    expect(await mailsAbout(seated.id)).toEqual(['rsvp-cancelled']);
    expect(await mailsAbout(waiting.id)).toEqual(['rsvp-promoted']);
    expect(await auditOf(seated.id)).toMatchObject([
      { action: 'attendee.cancelled', actor: host.personId, codes: { cause: 'by-host' } },
    ]);
    expect(await auditOf(waiting.id)).toMatchObject([{ action: 'attendee.promoted', actor: null }]);
  });

  it('cannot once the evening is over: who came, and who did not, is what it was', async () => {
    const event = await evening(80, past);
    const { id } = await guest(event, 'Pia Past');
    expect((await post(event, `/${id}/cancel`).expect(409)).body.code).toBe('event-over');
    expect(await statusesOf(event)).toEqual({ 'Pia Past': 'confirmed' });
    const gone = await guest(event, 'Gus Gone', 'cancelled');
    await post(event, `/${gone.id}/cancel`).expect(200);
  });
});

describe('approval', () => {
  it('gives a free seat, or a place in the queue at the own number of arrival, and tells the person', async () => {
    const event = await evening(1);
    const first = await guest(event, 'Ada First', 'pending');
    const second = await guest(event, 'Bob Second', 'pending');
    const { body } = await post(event, `/${first.id}/approve`, { note: ' See you at the bar. ' }).expect(200);
    expect(body).toMatchObject({ status: 'confirmed', note: 'See you at the bar.', place: null });
    const waits = await post(event, `/${second.id}/approve`).expect(200);
    expect(waits.body).toMatchObject({ status: 'waitlisted', note: null, place: 1, arrival: 2 });
    expect(await mailsAbout(first.id)).toEqual(['rsvp-confirmed']);
    expect(await mailsAbout(second.id)).toEqual(['rsvp-waitlisted']);
    // Again is nothing.
    await post(event, `/${first.id}/approve`, { note: 'Twice' }).expect(200);
    expect(await auditOf(first.id)).toMatchObject([{ action: 'attendee.approved', actor: host.personId }]);
    expect(await seatsOf(event)).toMatchObject({ taken: 1, waiting: 1, ceiling: 1 });
  });

  it('can be a no with a few words, and a yes after all', async () => {
    const event = await evening();
    const { id } = await guest(event, 'Cleo Asking', 'pending');
    const declined = await post(event, `/${id}/decline`, { note: 'Next time.' }).expect(200);
    expect(declined.body).toMatchObject({ status: 'declined', note: 'Next time.' });
    expect((await post(event, `/${id}/approve`).expect(200)).body).toMatchObject({ status: 'confirmed' });
    expect(await mailsAbout(id)).toEqual(['rsvp-declined', 'rsvp-confirmed']);
  });

  it('is only of those who asked, and only for an evening that is announced and ahead', async () => {
    const event = await evening();
    const held = await guest(event, 'Hal Held', 'held');
    const refused = await post(event, `/${held.id}/approve`).expect(409);
    expect(refused.body.code).toBe('rsvp-not-pending');
    expect((await post(event, `/${held.id}/decline`).expect(409)).body.code).toBe('rsvp-not-pending');
    const states: [object, string][] = [
      [past, 'event-over'],
      [{ state: 'draft' }, 'event-not-published'],
    ];
    for (const [given, code] of states) {
      const other = await evening(80, given);
      const { id } = await guest(other, 'Late Lou', 'pending');
      expect((await post(other, `/${id}/approve`).expect(409)).body.code).toBe(code);
      expect((await post(other, '/approve', { ids: [id] }).expect(409)).body.code).toBe(code);
      // Yes to no is always allowed.
      await post(other, `/${id}/decline`).expect(200);
    }
    await post(event, `/${held.id}/approve`, { note: 'x'.repeat(501) }).expect(422);
  });

  it('of several is first come first served whatever their order, with an answer for each', async () => {
    const event = await evening(2);
    const other = await evening();
    const early = await guest(event, 'Early Eve', 'pending');
    const middle = await guest(event, 'Mid May', 'pending');
    const late = await guest(event, 'Late Lea', 'pending');
    const gone = await guest(event, 'Gone Gus', 'cancelled');
    const foreign = await guest(other, 'Other Ora', 'pending');
    const nobody = newId();
    const ids = [late.id, gone.id, foreign.id, nobody, middle.id, early.id, late.id];
    const { body } = await post(event, '/approve', { ids, note: 'Welcome.' }).expect(200);
    const notFound = { status: null, code: 'not-found', detail: expect.any(String) as string };
    expect(body.outcomes).toEqual([
      { id: late.id, status: 'waitlisted', code: null, detail: null },
      {
        id: gone.id,
        status: 'cancelled',
        code: 'rsvp-not-pending',
        detail: 'This RSVP does not wait for an answer.',
      },
      { id: foreign.id, ...notFound },
      { id: nobody, ...notFound },
      { id: middle.id, status: 'confirmed', code: null, detail: null },
      { id: early.id, status: 'confirmed', code: null, detail: null },
    ]);
    expect(await statusesOf(other)).toEqual({ 'Other Ora': 'pending' });
    await post(event, '/approve', { ids: Array.from({ length: 201 }, () => newId()) }).expect(422);
  });

  it('can decline several at once', async () => {
    const event = await evening();
    const guests = [await guest(event, 'Nan No', 'pending'), await guest(event, 'Ned No', 'pending')];
    const ids = guests.map(({ id }) => id);
    await post(event, '/decline', { ids, note: 'Full of students.' }).expect(200);
    expect(await statusesOf(event)).toEqual({ 'Nan No': 'declined', 'Ned No': 'declined' });
    expect(await mailsAbout(ids[0]!)).toEqual(['rsvp-declined']);
  });

  it('by two hosts of two people for the last seat seats one and lets the other wait', async () => {
    for (let round = 0; round < 5; round += 1) {
      const event = await evening(1);
      const guests = [await guest(event, 'Ann', 'pending'), await guest(event, 'Ben', 'pending')];
      const answers = await Promise.all(guests.map(({ id }) => post(event, `/${id}/approve`)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(Object.values(await statusesOf(event)).sort()).toEqual(['confirmed', 'waitlisted']);
      expect(await seatsOf(event)).toMatchObject({ taken: 1, waiting: 1, ceiling: 1 });
    }
  });

  it('would oversell without the lock of the counter row (control)', async () => {
    const event = await evening(1);
    const guests = [await guest(event, 'Ann', 'pending'), await guest(event, 'Ben', 'pending')];
    const scope = { kind: 'organization', organizationId, actor: { kind: 'system' } } as const;
    let looking = guests.length;
    let allLooked!: () => void;
    const both = new Promise<void>((done) => (allLooked = done));
    await Promise.all(
      guests.map(({ id }) =>
        api.db.write(scope, async (tx) => {
          const seats = await tx.one(EventSeats, { eventId: event.id });
          if ((looking -= 1) === 0) allLooked();
          await both;
          const status = seats?.fits(1) === true ? 'confirmed' : 'waitlisted';
          await tx.query('update attendees set status = $2, seat = $3 where id = $1', [
            id,
            status,
            status === 'confirmed',
          ]);
        }),
      ),
    );
    expect(Object.values(await statusesOf(event))).toEqual(['confirmed', 'confirmed']);
  });
});

describe('the queue by hand', () => {
  it('lets a host move somebody up, with the reason written down, and the next seat is theirs', async () => {
    const event = await evening(1);
    const seated = await guest(event, 'Sid Seated');
    await guest(event, 'Fia First', 'waitlisted');
    const last = await guest(event, 'Lou Last', 'waitlisted');
    const { body } = await post(event, `/${last.id}/move-up`, { reason: 'speaker' }).expect(200);
    expect(body).toMatchObject({ status: 'waitlisted', place: 1, movedUp: true });
    expect(await auditOf(last.id)).toMatchObject([
      { action: 'attendee.moved-up', actor: host.personId, codes: { reason: 'speaker' } },
    ]);
    await post(event, `/${seated.id}/cancel`).expect(200);
    expect(await statusesOf(event)).toMatchObject({ 'Lou Last': 'confirmed', 'Fia First': 'waitlisted' });
    expect((await post(event, `/${last.id}/move-up`, { reason: 'access' }).expect(409)).body.code).toBe(
      'rsvp-not-waitlisted',
    );
    await post(event, `/${last.id}/move-up`, { reason: 'I like them' }).expect(422);
    await post(event, `/${last.id}/move-up`).expect(422);
  });

  it('lets a host give a seat by name beyond the capacity, which raises the ceiling by name', async () => {
    const event = await evening(1);
    await guest(event, 'Sid Seated');
    const { id } = await guest(event, 'Vic Vip', 'waitlisted');
    const { body } = await post(event, `/${id}/seat`, { reason: 'helper' }).expect(200);
    expect(body).toMatchObject({ status: 'confirmed' });
    expect(await seatsOf(event)).toEqual({ capacity: 1, ceiling: 2, taken: 2, held: 0, waiting: 0 });
    expect(await mailsAbout(id)).toEqual(['rsvp-promoted']);
    const gone = await guest(event, 'Gus Gone', 'cancelled');
    expect((await post(event, `/${gone.id}/seat`, { reason: 'helper' }).expect(409)).body.code).toBe(
      'rsvp-not-seatable',
    );
  });
});

describe('a guest added by hand', () => {
  const add = (event: Evening, body: object, as = cookie) => post(event, '', body, as);

  it('gets a seat with everybody they bring, and a mail that says so', async () => {
    const event = await evening(3);
    const input = { name: 'Uma Added', email: 'Uma@Studio.Example', guests: ['Vera', ' ', 'Wim'] };
    const { body } = await add(event, input).expect(200);
    expect(body).toMatchObject({
      already: false,
      attendee: {
        ...{ name: 'Uma Added', email: 'uma@studio.example', status: 'confirmed', source: 'host' },
        ...{ partySize: 3, guests: ['Vera', 'Wim'] },
      },
    });
    expect(await mailsAbout(body.attendee.id)).toEqual(['rsvp-confirmed']);
    const again = await add(event, { name: 'Somebody Else', email: 'uma@studio.example' }).expect(200);
    expect(again.body).toMatchObject({ already: true, attendee: { name: 'Uma Added', partySize: 3 } });
    const full = await add(event, { name: 'Xan', email: 'xan@studio.example' }).expect(200);
    expect(full.body).toMatchObject({ attendee: { status: 'waitlisted', place: 1 } });
    const beyond = await add(event, { name: 'Yul', email: 'yul@studio.example', beyondCapacity: true });
    expect(beyond.body).toMatchObject({ attendee: { status: 'confirmed' } });
    expect(await seatsOf(event)).toMatchObject({ capacity: 3, ceiling: 4, taken: 4, waiting: 1 });
  });

  it('may be somebody who had cancelled, at the back of the queue', async () => {
    const event = await evening();
    const person = await makePerson(api.database, { email: 'back@studio.example' });
    const { id } = await makeAttendee(api.database, event, { person, status: 'cancelled', came: false });
    const { body } = await add(event, { name: 'Bo Back', email: 'back@studio.example' }).expect(200);
    expect(body).toMatchObject({ already: false, attendee: { id, status: 'confirmed', arrival: 2 } });
  });

  it('shows and changes nothing about the person behind the address', async () => {
    const event = await evening();
    await makePerson(api.database, { name: 'Real Name', email: 'known@studio.example', confirmed: true });
    const { body } = await add(event, { name: 'Typed Name', email: 'known@studio.example' }).expect(200);
    expect(JSON.stringify(body)).not.toContain('Real Name');
    const people = await api.database.sql('select name from people where email = $1', [
      'known@studio.example',
    ]);
    expect(people).toEqual([{ name: 'Real Name' }]);
  });

  it('who never answered is not written to more than three times an hour', async () => {
    const body = { name: 'Quiet Quinn', email: 'quiet@studio.example' };
    for (let times = 0; times < 3; times += 1) await add(await evening(), body).expect(200);
    const fourth = await evening();
    expect((await add(fourth, body).expect(429)).body.code).toBe('too-many-requests');
    expect(await statusesOf(fourth)).toEqual({});
    await api.database.sql('update people set confirmed_at = now() where email = $1', [body.email]);
    await add(fourth, body).expect(200);
  });

  it('and cancelled again and again is written to three times an hour, and then cancelled in silence', async () => {
    const event = await evening();
    const body = { name: 'Shy Shea', email: 'shy@studio.example' };
    const { id } = (await add(event, body).expect(200)).body.attendee;
    await post(event, `/${id}/cancel`).expect(200);
    await add(event, body).expect(200);
    expect((await post(event, `/${id}/cancel`).expect(200)).body).toMatchObject({ status: 'cancelled' });
    expect(await mailsAbout(id)).toEqual(['rsvp-confirmed', 'rsvp-cancelled', 'rsvp-confirmed']);
    await add(event, body).expect(429);
  });

  it('who answered once is told of everything', async () => {
    const event = await evening();
    const { email } = await makePerson(api.database, { email: 'bold@studio.example', confirmed: true });
    const body = { name: 'Bold Bo', email };
    const { id } = (await add(event, body).expect(200)).body.attendee;
    for (let times = 0; times < 3; times += 1) {
      await post(event, `/${id}/cancel`).expect(200);
      await add(event, body).expect(200);
    }
    expect(await mailsAbout(id)).toHaveLength(7);
  });

  it('is one of the 500 mails an hour of the organization, which its invitations share', async () => {
    const elsewhere = (await makeOrganization(api.database)).id;
    const { personId } = await makeMember(api.database, elsewhere, 'host');
    const event = await makeEvent(api.database, elsewhere, { capacity: 80 });
    const as = await api.cookieOf(personId);
    const adding = (name: string) =>
      api.http
        .post(pathOf(event, elsewhere))
        .set('cookie', as)
        .send({ name, email: `${name}@many.example` });
    const keys = Array<string>(499).fill(`invitations:${elsewhere}`);
    await api.db.write({ kind: 'installation' }, (tx) => spendMany(tx, keys, 500));
    await adding('last').expect(200);
    expect((await adding('late').expect(429)).body.code).toBe('too-many-requests');
    // Somebody on the list already costs nothing.
    await adding('last').expect(200);
  });

  it('needs a name and an address, and an evening that is announced and ahead', async () => {
    const event = await evening();
    const { body } = await add(event, { name: '', email: 'nobody' }).expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/name', '/email']);
    await add(event, { name: 'A', email: 'a@b.example', status: 'confirmed' }).expect(422);
    const known = { name: 'A', email: 'a@studio.example' };
    expect((await add(await evening(80, past), known).expect(409)).body.code).toBe('event-over');
    const draft = await evening(80, { state: 'draft' });
    expect((await add(draft, known).expect(409)).body.code).toBe('event-not-published');
  });
});

describe('somebody who never answered and had the three mails of this hour', () => {
  const tired = async (event: Evening, name: string, status: string) => {
    const person = await makePerson(api.database, { name, confirmed: false });
    const { id } = await makeAttendee(api.database, event, {
      person,
      came: false,
      status: status as 'pending',
    });
    const keys = Array<string>(3).fill(unansweredMails.key(person.id));
    await api.db.write({ kind: 'installation' }, (tx) => spendMany(tx, keys, unansweredMails.limit));
    return id;
  };

  it('is given no seat without being told', async () => {
    const event = await evening();
    const [pending, waiting] = [
      await tired(event, 'Pat', 'pending'),
      await tired(event, 'Wyn', 'waitlisted'),
    ];
    const fresh = await guest(event, 'Fay', 'pending');
    await post(event, `/${pending}/approve`).expect(429);
    await post(event, `/${waiting}/seat`, { reason: 'helper' }).expect(429);
    const { body } = await post(event, '/approve', { ids: [pending, fresh.id] }).expect(200);
    expect(body.outcomes).toMatchObject([
      { id: pending, status: 'pending', code: 'too-many-requests' },
      { id: fresh.id, status: 'confirmed', code: null },
    ]);
  });

  it('is declined in silence', async () => {
    const event = await evening();
    const [one, two] = [await tired(event, 'Ona', 'pending'), await tired(event, 'Tua', 'pending')];
    await post(event, `/${one}/decline`).expect(200);
    await post(event, '/decline', { ids: [two] }).expect(200);
    expect(await statusesOf(event)).toEqual({ Ona: 'declined', Tua: 'declined' });
    expect([...(await mailsAbout(one)), ...(await mailsAbout(two))]).toEqual([]);
  });
});

describe('somebody the organization bars', () => {
  it('keeps what they have, cannot RSVP again, and can be admitted again', async () => {
    const event = await evening();
    const person = await makePerson(api.database, { name: 'Ray Rude' });
    const { id } = await makeAttendee(api.database, event, { person, came: false });
    const path = `${pathOf(event)}/${id}/bar`;
    expect((await api.http.put(path).set('cookie', cookie).expect(200)).body).toMatchObject({
      status: 'confirmed',
      barred: true,
    });
    await api.http.put(path).set('cookie', cookie).expect(200);
    const other = await evening();
    const session = await api.cookieOf(person.id);
    const rsvp = async () =>
      api.http
        .post(`/api/v1/events/${other.slug}/rsvps`)
        .set('cookie', session)
        .send({ name: 'Ray', email: person.email });
    expect((await rsvp()).body.code).toBe('not-admitted');
    expect((await api.http.delete(path).set('cookie', cookie).expect(200)).body).toMatchObject({
      barred: false,
    });
    expect((await rsvp()).status).toBe(202);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'attendee.barred',
      'attendee.admitted-again',
    ]);
  });

  it('is not for a host of some events alone, because it holds at all of them', async () => {
    const event = await evening();
    const { id } = await guest(event, 'Safe Sal');
    const limited = await makeMember(api.database, organizationId, 'host');
    await api.database.sql('update members set event_ids = array[$2::uuid] where id = $1', [
      limited.id,
      event.id,
    ]);
    const as = await api.cookieOf(limited.personId);
    await api.http
      .put(`${pathOf(event)}/${id}/bar`)
      .set('cookie', as)
      .expect(403);
    // The event itself is theirs.
    await post(event, `/${id}/cancel`, {}, as).expect(200);
  });
});

describe('every act', () => {
  const acts: [string, object][] = [
    ['cancel', {}],
    ['approve', {}],
    ['decline', {}],
    ['move-up', { reason: 'other' }],
    ['seat', { reason: 'other' }],
  ];

  it('is more than door staff may do, of this organization, and means a guest of this very event', async () => {
    const event = await evening();
    const other = await evening();
    const { id } = await guest(event, 'Ola Other', 'pending');
    const elsewhere = await makeOrganization(api.database);
    const door = await api.cookieOf((await makeMember(api.database, organizationId, 'door')).personId);
    const foreign = await api.cookieOf((await makeMember(api.database, elsewhere.id, 'owner')).personId);
    for (const [act, body] of acts) {
      await post(event, `/${id}/${act}`, body, door).expect(403);
      await post(event, `/${id}/${act}`, body, foreign).expect(404);
      await post(other, `/${id}/${act}`, body).expect(404);
      await api.http
        .post(`${pathOf(event, elsewhere.id)}/${id}/${act}`)
        .set('cookie', foreign)
        .send(body)
        .expect(404);
      await api.http
        .post(`${pathOf(event)}/${id}/${act}`)
        .send(body)
        .expect(401);
    }
    for (const path of ['/approve', '/decline']) await post(event, path, { ids: [id] }, door).expect(403);
    await post(event, '', { name: 'A', email: 'a@studio.example' }, door).expect(403);
    expect(await statusesOf(event)).toEqual({ 'Ola Other': 'pending' });
  });

  it('can be left without a body where everything in it is optional', async () => {
    const event = await evening();
    const { id } = await guest(event, 'Bo Dyless', 'pending');
    await api.http
      .post(`${pathOf(event)}/${id}/approve`)
      .set('cookie', cookie)
      .expect(200);
  });

  it('stands in the history of the guest, with who did it', async () => {
    const event = await evening(0);
    const { id } = await guest(event, 'Hana History', 'pending');
    await post(event, `/${id}/approve`).expect(200);
    await post(event, `/${id}/move-up`, { reason: 'access' }).expect(200);
    const { body } = await api.http
      .get(`${pathOf(event)}/${id}/history`)
      .set('cookie', cookie)
      .expect(200);
    const by = { by: 'person', name: expect.any(String) as string, at: expect.any(String) as string };
    expect(body.lines).toEqual([
      { ...by, action: 'attendee.moved-up', reason: 'access' },
      { ...by, action: 'attendee.approved', reason: null },
    ]);
    const door = await makeMember(api.database, organizationId, 'door');
    await api.http
      .get(`${pathOf(event)}/${id}/history`)
      .set('cookie', await api.cookieOf(door.personId))
      .expect(403);
  });
});
