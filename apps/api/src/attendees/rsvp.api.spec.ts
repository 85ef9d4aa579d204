import { words } from '#libs/words';
import { found } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

describe('asking for a seat', () => {
  it('holds it for 30 minutes and sends one mail, whose button confirms it', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'ines@example.org').then(({ status, text }) => {
      expect(status).toBe(200);
      expect(text).toContain('Look at your mail');
    });
    expect(await desk.statusesOf(event)).toEqual(['held']);
    const [held] = await desk.attendeesOf(event);
    expect(found(held).heldUntil?.getTime()).toBeCloseTo(Date.parse('2026-10-01T12:30:00Z'), -5);
    const mine = await desk.press(await desk.confirmLink('ines@example.org'));
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    expect(await desk.mailsTo('ines@example.org')).toEqual(['rsvp-confirm', 'rsvp-confirmed']);
    const page = await api.http.get(mine).expect(200);
    expect(page.text).toContain('You are going');
  });

  it('is not done by whoever only looks: GET and HEAD of the link change nothing', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'scanned@example.org');
    const link = await desk.confirmLink('scanned@example.org');
    const before = await desk.attendeesOf(event);
    await api.http.get(link).expect(200);
    await api.http.head(link).expect(200);
    await api.http.get(link).expect(200);
    expect(await desk.attendeesOf(event)).toEqual(before);
    await desk.press(link);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('takes a link once: pressed again it looks like success, and does nothing new', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'twice@example.org');
    const link = await desk.confirmLink('twice@example.org');
    const [first, second] = await Promise.all([desk.press(link), desk.press(link)]);
    expect(second).toBe(first);
    const before = await desk.attendeesOf(event);
    expect(await desk.press(link)).toBe(first);
    expect((await api.http.get(link).expect(200)).text).toContain(words.pages.rsvp.doneTitle);
    expect(await desk.attendeesOf(event)).toEqual(before);
    expect(await desk.mailsTo('twice@example.org')).toEqual(['rsvp-confirm', 'rsvp-confirmed']);
    await submit(api, first, `${first}/cancel`);
    expect(await desk.press(link)).toBe(first);
    expect(await desk.statusesOf(event)).toEqual(['cancelled']);
  });

  it('takes no link that is forged, or whose week is over, used or not', async () => {
    const event = await desk.evening();
    await desk.rsvp(event, 'week@example.org');
    const link = await desk.confirmLink('week@example.org');
    await desk.press(link);
    await api.setTime('2026-10-09T12:00:00Z');
    for (const dead of [link, `${link.slice(0, -4)}AAAA`]) {
      await submit(api, `/e/${event.slug}`, dead).then(({ status, text }) => {
        expect(status).toBe(410);
        expect(text).toContain('This link is used up');
      });
      await api.http.get(dead).expect(410);
    }
  });

  it('answers the same to an address that is new, going, waitlisted and declined', async () => {
    const event = await desk.evening(1);
    const going = await makePerson(api.database);
    const waiting = await makePerson(api.database);
    const declined = await makePerson(api.database);
    await makeAttendee(api.database, event, { person: going });
    await makeAttendee(api.database, event, { person: waiting, status: 'waitlisted', came: false });
    await makeAttendee(api.database, event, { person: declined, status: 'declined', came: false });
    const addresses = [going.email, waiting.email, declined.email, 'nobody-yet@example.org'];
    const pages = [];
    for (const email of addresses) {
      const { status, text, headers } = await desk.rsvp(event, email);
      const neutral = text.replaceAll(email, 'ADDRESS').replace(/value="[^"]{40,}"/g, 'TOKEN');
      pages.push({ status, neutral, headers: Object.keys(headers).sort() });
    }
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    for (const email of addresses) expect(await desk.mailsTo(email)).toEqual(['rsvp-confirm']);
    const before = await desk.attendeesOf(event);
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
    const event = await desk.evening();
    const person = await makePerson(api.database, { name: 'Ana Real' });
    await makeAttendee(api.database, event, {
      person,
      profile: { crafts: ['foley'] },
      introductions: 'refused',
    });
    await desk.rsvp(event, person.email, { name: 'Mallory', introductions: 'yes', crafts: 'spying' });
    const [attendee] = await desk.attendeesOf(event);
    expect(attendee).toMatchObject({ name: 'Ana Real', profile: { crafts: ['foley'] }, typed: null });
    expect(await api.database.sql('select answer from consents where person_id = $1', [person.id])).toEqual([
      { answer: 'refused' },
    ]);
  });

  it('says before the button everything that it agrees to, because somebody else may have typed it', async () => {
    const event = await desk.evening();
    const ticked = { introductions: 'yes', namedInAsks: 'on', nameVisible: 'on' };
    await desk.rsvp(event, 'ticked@example.org', { name: 'Ines Okafor', ...ticked });
    await desk.rsvp(event, 'plain@example.org');
    const pageOf = async (email: string) => (await api.http.get(await desk.confirmLink(email))).text;
    const { confirmConsent, confirmNamed, confirmVisible } = words.pages.rsvp;
    const agreed = [confirmConsent.given, confirmNamed, confirmVisible];
    const shown = async (email: string) => {
      const text = await pageOf(email);
      return agreed.filter((sentence) => text.includes(sentence));
    };
    expect(await shown('ticked@example.org')).toEqual(agreed);
    expect(await shown('plain@example.org')).toEqual([]);
  });

  it('says no more than three times an hour to an address that does not answer, and holds nothing for the fourth', async () => {
    const evenings = [await desk.evening(), await desk.evening(), await desk.evening(), await desk.evening()];
    for (const event of evenings) {
      await desk.rsvp(event, 'flooded@example.org').then(({ status }) => {
        expect(status).toBe(200);
      });
    }
    expect(await desk.mailsTo('flooded@example.org')).toHaveLength(3);
    expect(await desk.statusesOf(found(evenings[3]))).toEqual([]);
  });

  it('brings the form back with what was typed and what is wrong with it', async () => {
    const event = await desk.evening();
    const response = await desk.rsvp(event, 'not an address', {
      crafts: 'one, two, three, four',
      workingOn: 'a "film"',
    });
    expect(response.status).toBe(422);
    expect(response.text).toContain('value="not an address"');
    expect(response.text).toContain('a &quot;film&quot;');
    expect(response.text).toContain('id="email-fault"');
    expect(response.text).toContain('href="#crafts"');
    expect(response.text).toContain('<details open');
    expect(await desk.statusesOf(event)).toEqual([]);
    const { body } = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .send({ email: 'x' })
      .expect(422);
    expect(body).toMatchObject({
      code: 'wrong-shape',
      errors: [{ pointer: '/name' }, { pointer: '/email' }],
    });
  });

  it('refuses half a character and NUL wherever somebody types, so that one name never fails a batch', async () => {
    const event = await desk.evening();
    for (const broken of ['A\ud800', 'A\0']) {
      const typed = { workingOn: broken, crafts: [broken], guests: [broken], answers: { q: broken } };
      const { body } = await api.http
        .post(`/api/v1/events/${event.slug}/rsvps`)
        .set('content-type', 'application/json')
        .send(JSON.stringify({ name: broken, email: 'half@example.org', ...typed }))
        .expect(422);
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
        '/answers',
        '/crafts',
        '/guests',
        '/name',
        '/workingOn',
      ]);
    }
  });

  it('counts characters as their columns do, with the marks that choose how an emoji looks', async () => {
    const event = await desk.evening();
    const tag = '\u2764\ufe0f'.repeat(21);
    const { body } = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .send({ name: '\u2764\ufe0f'.repeat(101), email: 'hearts@example.org', crafts: [tag] })
      .expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/crafts',
      '/name',
    ]);
  });

  it('cannot set a status', async () => {
    const event = await desk.evening();
    const { body } = await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org', status: 'confirmed' })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/status' }]);
  });

  it('is refused for drafts, cancelled evenings and those that are over', async () => {
    const draft = await desk.evening(10, { state: 'draft' });
    await api.http
      .post(`/api/v1/events/${draft.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(404);
    const cancelled = await desk.evening();
    await api.database.sql(
      "update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Rain' where id = $1",
      [cancelled.id],
    );
    const { body } = await api.http
      .post(`/api/v1/events/${cancelled.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(409);
    expect(body.code).toBe('event-cancelled');
    const over = await desk.evening();
    await api.setTime('2026-10-21T12:00:00Z');
    await api.http
      .post(`/api/v1/events/${over.slug}/rsvps`)
      .send({ name: 'X', email: 'x@example.org' })
      .expect(409);
  });
});

describe('somebody signed in', () => {
  it('finds the form filled in and is confirmed at once, without a mail to answer', async () => {
    const event = await desk.evening();
    const person = await desk.signedIn({ name: 'Ana Real' });
    const page = await api.http.get(`/e/${event.slug}`).set('cookie', person.cookie).expect(200);
    expect(page.text).toContain(`value="${person.email}"`);
    expect(page.text).toContain('value="Ana Real"');
    const send = (email: string) =>
      submit(api, `/e/${event.slug}`, `/e/${event.slug}/rsvp`, { name: 'Ana Real', email }, person.cookie);
    const { status, headers } = await send(person.email);
    expect(status).toBe(303);
    expect(headers['location']).toMatch(/^\/me\/rsvps\//);
    expect(await desk.mailsTo(person.email)).toEqual(['rsvp-confirmed']);
    expect((await send(person.email)).status).toBe(303);
    expect(await desk.mailsTo(person.email)).toEqual(['rsvp-confirmed']);
    expect((await send('a-friend@example.org')).status).toBe(200);
    expect(await desk.statusesOf(event)).toEqual(['confirmed', 'held']);
  });
});

describe('introductions', () => {
  it('are asked in words, off by default, and kept only when answered', async () => {
    const event = await desk.evening();
    const page = await api.http.get(`/e/${event.slug}`).expect(200);
    expect(page.text).toContain('May the host suggest introductions for you?');
    expect(page.text).not.toContain('checked=""');
    await desk.rsvp(event, 'quiet@example.org');
    const mine = await desk.press(await desk.confirmLink('quiet@example.org'));
    const [attendee] = await desk.attendeesOf(event);
    expect(
      await api.database.sql('select 1 from consents where person_id = $1', [attendee?.personId]),
    ).toEqual([]);
    expect(mine).toContain('/my/');
  });

  it('answered differently later keep both answers, one of them withdrawn', async () => {
    const person = await desk.signedIn();
    await desk.rsvpAs(await desk.evening(), person, { introductions: true, nameVisible: true });
    await desk.rsvpAs(await desk.evening(), person, { introductions: false });
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
