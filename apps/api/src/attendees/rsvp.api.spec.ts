import { Attendee, found, inOrganization, system } from '#libs/domain';
import { type Tx, expireHold, handleFor, mintGrant } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;
let organizationId: string;

type Evening = Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  api = await startApi();
  organizationId = (await makeOrganization(api.database)).id;
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

const evening = (capacity = 10, given: object = {}) =>
  makeEvent(api.database, organizationId, { capacity, ...given });
const inTx = <Result>(work: (tx: Tx) => Promise<Result>) =>
  api.db.write(inOrganization(organizationId, system), work);

/** A browser that has opened the page: its cookie, and the token of the form there. */
async function opened(path: string) {
  const response = await api.http.get(path);
  const cookie =
    (response.headers['set-cookie'] as unknown as string[] | undefined)
      ?.map((one) => one.split(';')[0])
      .join('; ') ?? '';
  const formToken = /name="formToken" value="([^"]+)"/.exec(response.text)?.[1] ?? '';
  return { cookie, formToken, response };
}

async function submit(path: string, action: string, fields: Record<string, string> = {}) {
  const { cookie, formToken } = await opened(path);
  return api.http
    .post(action)
    .set('cookie', cookie)
    .type('form')
    .send({ formToken, ...fields });
}

const rsvp = (event: Evening, email: string, more: Record<string, string> = {}) =>
  submit(`/e/${event.slug}`, `/e/${event.slug}/rsvp`, { name: 'Ines Okafor', email, ...more });

const attendeesOf = (event: Evening) =>
  inTx((tx) => tx.find(Attendee, { where: { eventId: event.id }, order: { createdAt: 'ASC' } }));

/** The link of the newest mail of this kind, as the worker would mint it. */
async function confirmLink(email: string): Promise<string> {
  const [mail] = await api.database.sql<{ subject_id: string }>(
    `select m.subject_id from mails m join people p on p.id = m.person_id
     where p.email = $1 and m.kind = 'rsvp-confirm' order by m.id desc limit 1`,
    [email],
  );
  const token = await inTx((tx) => mintGrant(tx, found(mail).subject_id));
  return `/rsvp/confirm/${token}`;
}

const press = async (path: string) => {
  const response = await submit(path, path);
  expect(response.status).toBe(303);
  return response.headers['location'] ?? '';
};

async function confirmed(event: Evening, email: string): Promise<string> {
  await rsvp(event, email).then(({ status }) => expect(status).toBe(200));
  return press(await confirmLink(email));
}

const statusesOf = async (event: Evening) => (await attendeesOf(event)).map(({ status }) => status);
const mailsTo = async (email: string) =>
  (
    await api.database.sql<{ kind: string }>(
      'select m.kind from mails m join people p on p.id = m.person_id where p.email = $1 order by m.id',
      [email],
    )
  ).map(({ kind }) => kind);

async function signedIn(given: { email?: string; name?: string } = {}) {
  const person = await makePerson(api.database, given);
  return { ...person, cookie: await api.cookieOf(person.id) };
}

/** Straight to the api, as a program of a signed-in person would. */
const rsvpAs = (
  event: Evening,
  { email, cookie, name }: { email: string; cookie: string; name: string },
  more: object = {},
) =>
  api.http
    .post(`/api/v1/events/${event.slug}/rsvps`)
    .set('cookie', cookie)
    .send({ name, email, ...more });

describe('asking for a seat', () => {
  it('holds it for 30 minutes and sends one mail, whose button confirms it', async () => {
    const event = await evening();
    await rsvp(event, 'ines@example.org').then(({ status, text }) => {
      expect(status).toBe(200);
      expect(text).toContain('Look at your mail');
    });
    expect(await statusesOf(event)).toEqual(['held']);
    const [held] = await attendeesOf(event);
    expect(found(held).heldUntil?.getTime()).toBeCloseTo(Date.parse('2026-10-01T12:30:00Z'), -5);
    const mine = await press(await confirmLink('ines@example.org'));
    expect(await statusesOf(event)).toEqual(['confirmed']);
    expect(await mailsTo('ines@example.org')).toEqual(['rsvp-confirm', 'rsvp-confirmed']);
    const page = await api.http.get(mine).expect(200);
    expect(page.text).toContain('You are going');
  });

  it('is not done by whoever only looks: GET and HEAD of the link change nothing', async () => {
    const event = await evening();
    await rsvp(event, 'scanned@example.org');
    const link = await confirmLink('scanned@example.org');
    const before = await attendeesOf(event);
    await api.http.get(link).expect(200);
    await api.http.head(link).expect(200);
    await api.http.get(link).expect(200);
    expect(await attendeesOf(event)).toEqual(before);
    await press(link);
    expect(await statusesOf(event)).toEqual(['confirmed']);
  });

  it('takes a link once', async () => {
    const event = await evening();
    await rsvp(event, 'twice@example.org');
    const link = await confirmLink('twice@example.org');
    await press(link);
    await submit(`/e/${event.slug}`, link).then(({ status, text }) => {
      expect(status).toBe(410);
      expect(text).toContain('This link is used up');
    });
    await api.http.get(link).expect(410);
  });

  it('answers the same to an address that is new, going, waitlisted and declined', async () => {
    const event = await evening();
    const going = await makePerson(api.database);
    const waiting = await makePerson(api.database);
    const declined = await makePerson(api.database);
    await makeAttendee(api.database, event, { person: going });
    await makeAttendee(api.database, event, { person: waiting, status: 'waitlisted', came: false });
    await makeAttendee(api.database, event, { person: declined, status: 'declined', came: false });
    const addresses = [going.email, waiting.email, declined.email, 'nobody-yet@example.org'];
    const pages = [];
    for (const email of addresses) {
      const { status, text, headers } = await rsvp(event, email);
      const neutral = text.replaceAll(email, 'ADDRESS').replace(/value="[^"]{40,}"/g, 'TOKEN');
      pages.push({ status, neutral, headers: Object.keys(headers).sort() });
    }
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    for (const email of addresses) expect(await mailsTo(email)).toEqual(['rsvp-confirm']);
    const before = await attendeesOf(event);
    expect(before.map(({ status }) => status).sort()).toEqual([
      'confirmed',
      'declined',
      'held',
      'waitlisted',
    ]);
    for (const email of addresses) {
      const { body } = await api.http
        .post(`/api/v1/events/${event.slug}/rsvps`)
        .send({ name: 'X', email })
        .expect(202);
      expect(body).toEqual({});
    }
  });

  it('shows and changes nothing of an existing person before the address is proven', async () => {
    const event = await evening();
    const person = await makePerson(api.database, { name: 'Ana Real' });
    await makeAttendee(api.database, event, {
      person,
      profile: { crafts: ['foley'] },
      introductions: 'refused',
    });
    await rsvp(event, person.email, { name: 'Mallory', introductions: 'yes', crafts: 'spying' });
    const [attendee] = await attendeesOf(event);
    expect(attendee).toMatchObject({ name: 'Ana Real', profile: { crafts: ['foley'] }, typed: null });
    expect(await api.database.sql('select answer from consents where person_id = $1', [person.id])).toEqual([
      { answer: 'refused' },
    ]);
  });

  it('says no more than three times an hour to an address that does not answer, and holds nothing for the fourth', async () => {
    const evenings = [await evening(), await evening(), await evening(), await evening()];
    for (const event of evenings) {
      await rsvp(event, 'flooded@example.org').then(({ status }) => expect(status).toBe(200));
    }
    expect(await mailsTo('flooded@example.org')).toHaveLength(3);
    expect(await statusesOf(found(evenings[3]))).toEqual([]);
  });

  it('brings the form back with what was typed and what is wrong with it', async () => {
    const event = await evening();
    const response = await rsvp(event, 'not an address', {
      crafts: 'one, two, three, four',
      workingOn: 'a "film"',
    });
    expect(response.status).toBe(422);
    expect(response.text).toContain('value="not an address"');
    expect(response.text).toContain('a &quot;film&quot;');
    expect(response.text).toContain('id="email-fault"');
    expect(response.text).toContain('href="#crafts"');
    expect(response.text).toContain('<details open');
    expect(await statusesOf(event)).toEqual([]);
    const { body } = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .send({ email: 'x' })
      .expect(422);
    expect(body).toMatchObject({
      code: 'wrong-shape',
      errors: [{ pointer: '/name' }, { pointer: '/email' }],
    });
  });

  it('cannot set a status', async () => {
    const event = await evening();
    const { body } = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org', status: 'confirmed' })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/status' }]);
  });

  it('is refused for drafts, cancelled evenings and those that are over', async () => {
    const draft = await evening(10, { state: 'draft' });
    await api.http
      .post(`/api/v1/events/${draft.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(404);
    const cancelled = await evening();
    await api.database.sql(
      "update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Rain' where id = $1",
      [cancelled.id],
    );
    const { body } = await api.http
      .post(`/api/v1/events/${cancelled.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(409);
    expect(body.code).toBe('event-cancelled');
    const over = await evening();
    await api.setTime('2026-10-21T12:00:00Z');
    await api.http
      .post(`/api/v1/events/${over.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(409);
  });
});

describe('the last seat', () => {
  it('goes to one of two who ask at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const event = await evening(1);
      const people = await Promise.all([signedIn(), signedIn(), signedIn(), signedIn()]);
      await Promise.all(people.map((person) => rsvpAs(event, person).expect(202)));
      expect((await statusesOf(event)).sort()).toEqual([
        'confirmed',
        'waitlisted',
        'waitlisted',
        'waitlisted',
      ]);
    }
  });

  it('goes to one of two whose links are used at the same moment', async () => {
    const event = await evening(1);
    await rsvp(event, 'left@example.org');
    await rsvp(event, 'right@example.org');
    const links = [await confirmLink('left@example.org'), await confirmLink('right@example.org')];
    await Promise.all(links.map((link) => press(link)));
    expect((await statusesOf(event)).sort()).toEqual(['confirmed', 'waitlisted']);
  });

  it('is sold twice without the lock and the check of the counter row (the control of the two above)', async () => {
    const event = await evening(1);
    const sql = api.database.sql.bind(api.database);
    const naive = async () => {
      const [row] = await sql<{ free: number }>(
        'select capacity - taken as free from event_seats where event_id = $1',
        [event.id],
      );
      const person = await makePerson(api.database);
      if (found(row).free > 0) await makeAttendee(api.database, event, { person, came: false });
    };
    await Promise.all([naive(), naive()]);
    expect(await statusesOf(event)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a full evening', () => {
  it('queues in order of arrival, and a late comer never jumps the queue', async () => {
    const event = await evening(1);
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    await rsvpAs(event, one);
    const second = await rsvpAs(event, two);
    await rsvpAs(event, three);
    const place = await api.http.get(new URL(second.body.manageUrl).pathname).expect(200);
    expect(place.text).toContain('You are next');
    expect(place.text).not.toContain('1200 East 5th Street');
    expect(await mailsTo(two.email)).toEqual(['rsvp-waitlisted']);

    const first = await rsvpAs(event, one);
    const mine = new URL(first.body.manageUrl).pathname;
    await submit(mine, `${mine}/cancel`).then(({ status }) => expect(status).toBe(303));
    expect(await statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted']);
    expect(await mailsTo(two.email)).toEqual(['rsvp-waitlisted', 'rsvp-promoted']);
    expect(await mailsTo(one.email)).toEqual(['rsvp-confirmed', 'rsvp-cancelled']);

    const late = await signedIn();
    await rsvpAs(event, late);
    expect(await statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);
    await submit(`/e/${event.slug}`, `${mine}/cancel`).then(({ status }) => expect(status).toBe(303));
    expect(await statusesOf(event)).toEqual(['cancelled', 'confirmed', 'waitlisted', 'waitlisted']);

    await rsvpAs(event, one);
    const back = (await attendeesOf(event)).find(({ personId }) => personId === one.id);
    expect(back).toMatchObject({ status: 'waitlisted', arrival: 5 });
  });

  it('promotes in the transaction of the cancel, or not at all', async () => {
    const event = await evening(1);
    const [one, two] = [await signedIn(), await signedIn()];
    const { body } = await rsvpAs(event, one);
    await rsvpAs(event, two);
    await api.database.sql(
      `create or replace function refuse_promotion() returns trigger language plpgsql as $$ begin raise 'no promotion'; end $$;
       create trigger refuse before update on attendees for each row when (old.status = 'waitlisted') execute function refuse_promotion()`,
    );
    const mine = new URL(body.manageUrl).pathname;
    await submit(mine, `${mine}/cancel`).then(({ status }) => expect(status).toBe(500));
    expect(await statusesOf(event)).toEqual(['confirmed', 'waitlisted']);
    await api.database.sql('drop trigger refuse on attendees');
    await submit(mine, `${mine}/cancel`);
    expect(await statusesOf(event)).toEqual(['cancelled', 'confirmed']);
  });
});

describe('a hold', () => {
  it('ends by the clock; its link then is a new RSVP of that minute with everything typed kept', async () => {
    const event = await evening(2);
    await rsvp(event, 'slow@example.org', {
      name: 'Slow Sam',
      introductions: 'yes',
      crafts: 'mixing, foley',
      workingOn: 'A film',
    });
    const link = await confirmLink('slow@example.org');
    const [held] = await attendeesOf(event);
    expect(held).toMatchObject({ status: 'held', seat: true, arrival: 1 });
    await api.setTime('2026-10-01T12:31:00Z');
    await inTx((tx) => expireHold(tx, organizationId, found(held).id));
    expect(await statusesOf(event)).toEqual(['cancelled']);
    await rsvpAs(event, await signedIn());
    await press(link);
    const [late] = (await attendeesOf(event)).filter(({ id }) => id === held?.id);
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
    ).toEqual([{ purpose: 'introductions', answer: 'given', source: 'page', wording: '2026-11' }]);
  });

  it('is over when the clock says so, even if no job came round', async () => {
    const event = await evening(2);
    await rsvp(event, 'nobody-woke@example.org');
    const link = await confirmLink('nobody-woke@example.org');
    await api.setTime('2026-10-01T13:00:00Z');
    await press(link);
    expect(await attendeesOf(event)).toMatchObject([{ status: 'confirmed', arrival: 2 }]);
  });

  it('never takes more than half of the free seats together with the others', async () => {
    const event = await evening(4);
    for (const email of ['h1@example.org', 'h2@example.org', 'h3@example.org']) await rsvp(event, email);
    expect((await attendeesOf(event)).map(({ seat }) => seat)).toEqual([true, true, false]);
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    for (const person of [one, two, three]) await rsvpAs(event, person);
    expect(await statusesOf(event)).toEqual(['held', 'held', 'held', 'confirmed', 'confirmed', 'waitlisted']);
  });

  it('asked for again in time is one hold and keeps what was typed last', async () => {
    const event = await evening(4);
    await rsvp(event, 'again@example.org', { name: 'First' });
    await rsvp(event, 'again@example.org', { name: 'Second' });
    await press(await confirmLink('again@example.org'));
    expect(await attendeesOf(event)).toMatchObject([{ status: 'confirmed', name: 'Second', arrival: 1 }]);
  });
});

describe('introductions', () => {
  it('are asked in words, off by default, and kept only when answered', async () => {
    const event = await evening();
    const page = await api.http.get(`/e/${event.slug}`).expect(200);
    expect(page.text).toContain('May the host suggest introductions for you?');
    expect(page.text).not.toContain('checked=""');
    const mine = await confirmed(event, 'quiet@example.org');
    const [attendee] = await attendeesOf(event);
    expect(
      await api.database.sql('select 1 from consents where person_id = $1', [attendee?.personId]),
    ).toEqual([]);
    expect(mine).toContain('/my/');
  });

  it('answered differently later keep both answers, one of them withdrawn', async () => {
    const person = await signedIn();
    await rsvpAs(await evening(), person, { introductions: true, nameVisible: true });
    await rsvpAs(await evening(), person, { introductions: false });
    const rows = await api.database.sql(
      `select purpose, answer, withdrawn_at is null as live from consents where person_id = $1 order by purpose, answered_at, answer`,
      [person.id],
    );
    expect(rows).toEqual([
      { purpose: 'introductions', answer: 'given', live: false },
      { purpose: 'introductions', answer: 'refused', live: true },
      { purpose: 'name-visible', answer: 'given', live: true },
    ]);
  });
});

describe('the page of one RSVP', () => {
  it('tells the exact place to confirmed people only', async () => {
    const event = await evening(1);
    const [one, two] = [await signedIn(), await signedIn()];
    const seated = await rsvpAs(event, one);
    const waiting = await rsvpAs(event, two);
    const pageOf = async (body: { manageUrl: string }) =>
      (await api.http.get(new URL(body.manageUrl).pathname).expect(200)).text;
    expect(await pageOf(seated.body)).toContain('1200 East 5th Street');
    expect(await pageOf(waiting.body)).not.toContain('1200 East 5th Street');
    const { text } = await api.http.get(`/e/${event.slug}`);
    expect(text).not.toContain('1200 East 5th Street');
  });

  it('changes nothing when it is looked at, and opens for nobody with a forged link', async () => {
    const event = await evening();
    const { body } = await rsvpAs(event, await signedIn());
    const mine = new URL(body.manageUrl).pathname;
    const before = await attendeesOf(event);
    await api.http.get(mine).expect(200);
    await api.http.head(mine).expect(200);
    expect(await attendeesOf(event)).toEqual(before);
    const forged = `${mine.slice(0, -1)}${mine.endsWith('0') ? '1' : '0'}`;
    await api.http.get(forged).set('accept', 'text/html').expect(410);
    await api.http.get('/my/nothing').set('accept', 'text/html').expect(410);
  });

  it('is listed at /me for its own person over all organizations, and for nobody else', async () => {
    const elsewhere = await makeOrganization(api.database, { name: 'Foley Friends' });
    const other = await makeEvent(api.database, elsewhere.id, { title: 'Footsteps' });
    const event = await evening();
    const person = await signedIn();
    await rsvpAs(event, person);
    await rsvpAs(other, person);
    const list = await api.http.get('/me').set('cookie', person.cookie).expect(200);
    expect(list.text).toContain('Footsteps');
    expect(list.text).toContain('Foley Friends');
    const paths = [...list.text.matchAll(/\/me\/rsvps\/[0-9a-f-]{36}/g)].map(([path]) => path);
    expect(paths).toHaveLength(2);
    const stranger = await signedIn();
    for (const path of paths) {
      await api.http.get(path).set('cookie', person.cookie).expect(200);
      await api.http.get(path).set('cookie', stranger.cookie).expect(404);
    }
    expect((await api.http.get('/me').set('cookie', stranger.cookie)).text).not.toContain('Footsteps');
    await api.http
      .get('/me')
      .set('accept', 'text/html')
      .expect(303)
      .expect('location', '/sign-in?returnTo=%2Fme');
  });
});

describe('stopping mail', () => {
  const linkFor = async () => {
    const person = await makePerson(api.database);
    const token = await inTx((tx) =>
      handleFor(tx, api.config.keys, {
        purpose: 'unsubscribe',
        organizationId,
        personId: person.id,
        subjectId: organizationId,
        expiresAt: null,
      }),
    );
    const stops = () =>
      api.database.sql<{ topic: string }>(
        'select topic from mail_stops where person_id = $1 order by topic',
        [person.id],
      );
    return { path: `/unsubscribe/${token}`, stops };
  };

  it('takes a press of a button and can be taken back; looking stops nothing', async () => {
    const { path, stops } = await linkFor();
    await api.http.get(`${path}?topic=introductions`).expect(200);
    await api.http.head(`${path}?topic=introductions`).expect(200);
    expect(await stops()).toEqual([]);
    await submit(path, path, { topic: 'introductions' }).then(({ status }) => expect(status).toBe(200));
    expect(await stops()).toEqual([{ topic: 'introductions' }]);
    await submit(path, `${path}/resume`);
    expect(await stops()).toEqual([]);
  });

  it('can pause introductions of whoever hosts for three months instead', async () => {
    const { path, stops } = await linkFor();
    const { text } = await submit(path, `${path}?topic=introductions`, { topic: 'pause' });
    expect(text).toContain('before 31 December 2026');
    expect(await stops()).toEqual([]);
    await submit(path, `${path}/resume`);
    expect((await api.http.get(path)).text).not.toContain('Paused');
  });

  it('works as one click of a mail program, without cookie or token, any number of times', async () => {
    const { path, stops } = await linkFor();
    for (let count = 0; count < 2; count += 1) {
      const { status } = await api.http
        .post(`${path}?topic=events`)
        .type('form')
        .send('List-Unsubscribe=One-Click');
      expect(status).toBeLessThan(300);
    }
    expect(await stops()).toEqual([{ topic: 'events' }]);
  });
});
