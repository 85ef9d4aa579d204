import { found } from '#libs/domain';
import { expireOverdue } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

describe('the last seat', () => {
  it('goes to one of two who ask at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const event = await desk.evening(1);
      const people = await Promise.all([desk.signedIn(), desk.signedIn(), desk.signedIn(), desk.signedIn()]);
      await Promise.all(people.map((person) => desk.rsvpAs(event, person)));
      expect((await desk.statusesOf(event)).sort()).toEqual([
        'confirmed',
        'waitlisted',
        'waitlisted',
        'waitlisted',
      ]);
    }
  });

  it('goes to one of two whose links are used at the same moment', async () => {
    const event = await desk.evening(1);
    await desk.rsvp(event, 'left@example.org');
    await desk.rsvp(event, 'right@example.org');
    const links = [await desk.confirmLink('left@example.org'), await desk.confirmLink('right@example.org')];
    await Promise.all(links.map((link) => desk.press(link)));
    expect((await desk.statusesOf(event)).sort()).toEqual(['confirmed', 'waitlisted']);
  });

  it('is sold twice without the lock and the check of the counter row (the control of the two above)', async () => {
    const event = await desk.evening(1);
    const count = () =>
      api.database.sql<{ free: number }>(
        'select capacity - taken as free from event_seats where event_id = $1',
        [event.id],
      );
    // Both count before either inserts, as two requests at the same moment do.
    for (const [row] of await Promise.all([count(), count()])) {
      if (found(row).free > 0) await makeAttendee(api.database, event, { came: false });
    }
    expect(await desk.statusesOf(event)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a full evening', () => {
  it('queues in order of arrival, and a late comer never jumps the queue', async () => {
    const event = await desk.evening(1);
    const [one, two, three] = [await desk.signedIn(), await desk.signedIn(), await desk.signedIn()];
    await desk.rsvpAs(event, one);
    const second = await desk.rsvpAs(event, two);
    await desk.rsvpAs(event, three);
    const place = await api.http.get(second).expect(200);
    expect(place.text).toContain('You are next');
    expect(place.text).not.toContain('1200 East 5th Street');
    expect(await desk.mailsTo(two.email)).toEqual(['rsvp-waitlisted']);

    const mine = await desk.rsvpAs(event, one);
    await submit(api, mine, `${mine}/cancel`).then(({ status }) => {
      expect(status).toBe(303);
    });
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted']);
    expect(await desk.mailsTo(two.email)).toEqual(['rsvp-waitlisted', 'rsvp-promoted']);
    expect(await desk.mailsTo(one.email)).toEqual(['rsvp-confirmed', 'rsvp-cancelled']);

    const late = await desk.signedIn();
    await desk.rsvpAs(event, late);
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);
    await submit(api, `/e/${event.slug}`, `${mine}/cancel`).then(({ status }) => {
      expect(status).toBe(303);
    });
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);

    await desk.rsvpAs(event, one);
    const back = (await desk.attendeesOf(event)).find(({ personId }) => personId === one.id);
    expect(back).toMatchObject({ status: 'waitlisted', arrival: 5 });
  });

  it('promotes in the transaction of the cancel, or not at all', async () => {
    const event = await desk.evening(1);
    const [one, two] = [await desk.signedIn(), await desk.signedIn()];
    const mine = await desk.rsvpAs(event, one);
    await desk.rsvpAs(event, two);
    await api.database.sql(
      `create or replace function refuse_promotion() returns trigger language plpgsql as $$ begin raise 'no promotion'; end $$;
       create trigger refuse before update on attendees for each row when (old.status = 'waitlisted') execute function refuse_promotion()`,
    );
    await submit(api, mine, `${mine}/cancel`).then(({ status }) => {
      expect(status).toBe(500);
    });
    expect(await desk.statusesOf(event)).toEqual(['confirmed', 'waitlisted']);
    await api.database.sql('drop trigger refuse on attendees');
    await submit(api, mine, `${mine}/cancel`);
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'confirmed']);
  });
});

describe('a hold', () => {
  it('ends by the clock; its link then is a new RSVP of that minute with everything typed kept', async () => {
    const event = await desk.evening(2);
    await desk.rsvp(event, 'slow@example.org', {
      name: 'Slow Sam',
      introductions: 'yes',
      crafts: 'mixing, foley',
      workingOn: 'A film',
    });
    const link = await desk.confirmLink('slow@example.org');
    const [held] = await desk.attendeesOf(event);
    expect(held).toMatchObject({ status: 'held', seat: true, arrival: 1 });
    await api.setTime('2026-10-01T12:31:00Z');
    await desk.inTx((tx) => expireOverdue(tx, desk.organizationId, found(held).eventId));
    expect(await desk.statusesOf(event)).toEqual(['cancelled']);
    await desk.rsvpAs(event, await desk.signedIn());
    await desk.press(link);
    const [late] = (await desk.attendeesOf(event)).filter(({ id }) => id === held?.id);
    expect(late).toMatchObject({
      status: 'confirmed',
      arrival: 3,
      name: 'Slow Sam',
      profile: { crafts: ['mixing', 'foley'], workingOn: 'A film' },
      typed: null,
    });
    expect(
      await api.database.sql('select purpose, answer, source, wording from consents where person_id = $1', [
        late?.personId,
      ]),
    ).toEqual([{ purpose: 'introductions', answer: 'given', source: 'page', wording: '2026-12' }]);
  });

  it('is over when the clock says so, even if no job came round', async () => {
    const event = await desk.evening(2);
    await desk.rsvp(event, 'nobody-woke@example.org');
    const link = await desk.confirmLink('nobody-woke@example.org');
    await api.setTime('2026-10-01T13:00:00Z');
    await desk.press(link);
    expect(await desk.attendeesOf(event)).toMatchObject([{ status: 'confirmed', arrival: 2 }]);
  });

  it('never takes more than half of the free seats together with the others', async () => {
    const event = await desk.evening(4);
    for (const email of ['h1@example.org', 'h2@example.org', 'h3@example.org']) await desk.rsvp(event, email);
    expect((await desk.attendeesOf(event)).map(({ seat }) => seat)).toEqual([true, true, false]);
    const [one, two, three] = [await desk.signedIn(), await desk.signedIn(), await desk.signedIn()];
    for (const person of [one, two, three]) await desk.rsvpAs(event, person);
    expect(await desk.statusesOf(event)).toEqual([
      'held',
      'held',
      'held',
      'confirmed',
      'confirmed',
      'waitlisted',
    ]);
  });

  it('asked for again in time is one hold and keeps what was typed last', async () => {
    const event = await desk.evening(4);
    await desk.rsvp(event, 'again@example.org', { name: 'First' });
    await desk.rsvp(event, 'again@example.org', { name: 'Second' });
    await desk.press(await desk.confirmLink('again@example.org'));
    expect(await desk.attendeesOf(event)).toMatchObject([
      { status: 'confirmed', name: 'Second', arrival: 1 },
    ]);
  });
});
