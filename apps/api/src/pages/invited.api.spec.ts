import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { Host } from '../../../../test/support/invitations.ts';
import { type Evening, RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;
let host: Host;
let event: Evening;
let email: string;
let link: string;
let serial = 0;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});

beforeEach(async () => {
  desk = await RsvpDesk.of(api);
  host = await Host.of(api, desk);
  event = await desk.evening();
  await invited();
});

afterAll(() => api.stop());

const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
const rules = (text: string, values: unknown[] = []) =>
  sql(`update events set ${text} where id = $1`, [event.id, ...values]);

async function invited(): Promise<void> {
  email = `invited${String((serial += 1))}@example.org`;
  await host.invite(event, email);
  link = await host.linkOf(email);
}

async function ownId(): Promise<string> {
  const [person] = await api.database.sql<{ id: string }>('select id from people where email = $1', [email]);
  return person?.id ?? '';
}

const open = (path = link) => api.http.get(path).set('accept', 'text/html');
const yes = (fields: Record<string, string> = {}) =>
  submit(api, link, link, { name: 'Ines Okafor', ...fields });
const no = () => submit(api, link, `${link}/decline`);

describe('the page of an invitation', () => {
  it('says what it is to, who invites and for whom, and never the private place', async () => {
    await sql(`update people set name = 'Mara Lind' where id = $1`, [host.personId]);
    const { text } = await open().expect(200);
    expect(text).toContain(event.title);
    expect(text).toContain('Mara Lind of Guild');
    expect(text).toContain(email);
    expect(text).toContain('Monday 19 October 2026, 18:00 to 21:00');
    expect(text).not.toContain('1200 East 5th Street');
  });

  it('changes nothing when it is opened, by whomever and however often', async () => {
    await open().expect(200);
    await api.http.head(link);
    await open().expect(200);
    expect(await host.stateOf(email)).toBe('live');
    expect(await desk.statusesOf(event)).toEqual([]);
    expect(await sql('select 1 from people where email = $1 and confirmed_at is not null', [email])).toEqual(
      [],
    );
  });

  it('is no page for a forged link, one of another purpose, or none', async () => {
    await open(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`).expect(410);
    await open(link.replace('/invited/', '/my/')).expect(410);
    await open('/invited/nonsense').expect(410);
  });

  it('gives the name of its own person when they are signed in, and of nobody else', async () => {
    const id = await ownId();
    await sql(`update people set name = 'Ines Okafor' where email = $1`, [email]);
    const cookie = await api.cookieOf(id);
    expect((await open().set('cookie', cookie)).text).toContain('value="Ines Okafor"');
    expect((await open().set('cookie', host.cookie)).text).not.toContain('Ines Okafor');
    expect((await open()).text).not.toContain('Ines Okafor');
  });
});

describe('a yes', () => {
  it('is an RSVP of a proven address at once, and leads to its page', async () => {
    const { status, headers } = await yes();
    expect(status).toBe(303);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    expect(await host.stateOf(email)).toBe('accepted');
    expect(await desk.mailsTo(email)).toEqual(['invitation', 'rsvp-confirmed']);
    expect((await open(headers['location'])).text).toContain('You are going');
  });

  it.each([
    ['approval', `approval = true`],
    ['an invitation', `registration = 'invitation'`],
    ['the audience alone', `registration = 'audience'`],
  ])('needs no more at an event that asks for %s', async (_, change) => {
    await rules(change);
    expect((await yes()).status).toBe(303);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('does not work at such an event without an invitation (control)', async () => {
    await rules(`registration = 'invitation'`);
    const stranger = await desk.signedIn();
    await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .set('cookie', stranger.cookie)
      .send({ name: stranger.name, email: stranger.email })
      .expect(403);
    await rules(`registration = 'open', approval = true`);
    await desk.rsvpAs(event, stranger);
    expect(await desk.statusesOf(event)).toEqual(['pending']);
  });

  it('holds no seat: who comes too late waits', async () => {
    await sql('update event_seats set capacity = 1, ceiling = 1 where event_id = $1', [event.id]);
    await makeAttendee(api.database, event, { came: false });
    expect((await open()).text).toContain('Join the waitlist');
    await yes();
    expect(await desk.statusesOf(event)).toEqual(['confirmed', 'waitlisted']);
    expect(await host.stateOf(email)).toBe('accepted');
  });

  it('asks the event’s questions, and keeps what was typed when one is open', async () => {
    const question = {
      id: '0196f0aa-0000-7000-8000-000000000001',
      kind: 'short',
      label: 'Your studio',
      required: true,
      options: [],
    };
    await rules('questions = $2::jsonb, plus_ones = 1', [JSON.stringify([question])]);
    const missing = await yes({ 'guest.1': 'Bo Ek' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('value="Ines Okafor"');
    expect(missing.text).toContain('value="Bo Ek"');
    const both = await yes({ name: '' });
    for (const fault of ['href="#name"', `href="#answer.${question.id}"`]) expect(both.text).toContain(fault);
    expect(await desk.statusesOf(event)).toEqual([]);
    const done = await yes({ [`answer.${question.id}`]: 'Room 5', 'guest.1': 'Bo Ek' });
    expect(done.status).toBe(303);
    const [attendee] = await desk.attendeesOf(event);
    expect(attendee).toMatchObject({
      partySize: 2,
      guests: ['Bo Ek'],
      answers: [{ question: 'Your studio', answer: 'Room 5' }],
    });
  });

  it('repeated is harmless: one RSVP, one mail, the same page', async () => {
    const [one, other] = [await yes(), await yes()];
    expect(one.headers['location']).toBe(other.headers['location']);
    await Promise.all([yes(), yes(), yes()]);
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    expect(await desk.mailsTo(email)).toEqual(['invitation', 'rsvp-confirmed']);
  });

  it('is refused while the room is full and its waitlist closed, and the page says so before', async () => {
    await sql('update event_seats set capacity = 1, ceiling = 1 where event_id = $1', [event.id]);
    await makeAttendee(api.database, event, { came: false });
    await rules('waitlist_open = false');
    const { status, text } = await yes();
    expect(status).toBe(409);
    expect(text).toContain('Every seat is taken, and the waitlist is closed.');
    expect(text).not.toContain('Join the waitlist');
    expect(await host.stateOf(email)).toBe('live');
  });

  it('needs a name', async () => {
    const { status, text } = await submit(api, link, link, { name: ' ' });
    expect(status).toBe(422);
    expect(text).toContain('Your name');
    expect(await host.stateOf(email)).toBe('live');
  });

  it('is not taken from another site, or without the token of the form', async () => {
    await api.http.post(link).type('form').send({ name: 'Ines Okafor' }).expect(403);
    expect(await desk.statusesOf(event)).toEqual([]);
  });

  it('leads to the RSVP from then on, by a button', async () => {
    await yes();
    const { text } = await open().expect(200);
    expect(text).toContain('You have an RSVP for this event');
    expect(text).not.toContain('No, thank you');
    const { headers } = await submit(api, link, `${link}/rsvp`);
    expect((await open(headers['location'])).text).toContain('You are going');
  });
});

describe('a no', () => {
  it('is kept, harmless to repeat, and can be taken back while the event is open', async () => {
    for (let round = 0; round < 2; round += 1) expect((await no()).headers['location']).toBe(link);
    expect(await host.stateOf(email)).toBe('declined');
    const lines = await sql(`select 1 from audit where action = 'invitation.declined' and subject_id = $1`, [
      await host.idOf(email),
    ]);
    expect(lines).toHaveLength(1);
    expect((await open()).text).toContain('You said no, thank you');
    expect((await host.invite(event, email))[0]?.outcome).toBe('said-no');
    await rules(`registration = 'invitation', approval = true`);
    await yes();
    expect(await host.stateOf(email)).toBe('accepted');
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
    expect(await desk.mailsTo(email)).toEqual(['invitation', 'rsvp-confirmed']);
  });

  it('after a yes changes nothing: an RSVP is cancelled on its own page', async () => {
    await yes();
    expect((await no()).headers['location']).toBe(link);
    expect(await host.stateOf(email)).toBe('accepted');
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('lets somebody who came and cancelled say no, or come again', async () => {
    await yes();
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where event_id = $1`,
      [event.id],
    );
    await sql('update event_seats set taken = 0 where event_id = $1', [event.id]);
    await no();
    expect(await host.stateOf(email)).toBe('declined');
    await yes();
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });
});

describe('an invitation that is over', () => {
  it('says that the host took it back, and takes no yes', async () => {
    const page = await open();
    await host.post(event, `/${await host.idOf(email)}/revoke`).expect(204);
    expect((await open().expect(410)).text).toContain('The host has taken it back');
    expect(page.text).toContain('Yes, I am coming');
    const stale = await submitFrom(page, { name: 'Ines Okafor' });
    expect(stale.status).toBe(410);
    expect(await desk.statusesOf(event)).toEqual([]);
  });

  it.each([
    [`state = 'cancelled', cancelled_at = app_now()`, 'This event is cancelled'],
    [`closes_local = '2026-09-30T09:00', closes_at = '2026-09-30T16:00Z'`, 'Registration is closed'],
    [`starts_at = '2026-09-01T00:00Z', ends_at = '2026-09-02T00:00Z'`, 'Registration is closed'],
  ])('when %s says so in words', async (change, words) => {
    await rules(change);
    expect((await open().expect(410)).text).toContain(words);
  });

  it('is not over before registration opens: it says when to come back', async () => {
    await rules(`opens_local = '2026-10-10T09:00', opens_at = '2026-10-10T16:00Z'`);
    const { text } = await open().expect(200);
    expect(text).toContain('Registration opens on Saturday 10 October 2026, 09:00');
    expect(text).not.toContain('Yes, I am coming');
    expect((await yes()).status).toBe(409);
    expect((await no()).status).toBe(303);
  });

  it('does not let in whom the organization has barred', async () => {
    await sql('insert into bars select $1, id, null, app_now() from people where email = $2', [
      desk.organizationId,
      email,
    ]);
    expect((await open().expect(200)).text).toContain('The host cannot offer you a seat');
    expect((await yes()).status).toBe(403);
    expect(await desk.statusesOf(event)).toEqual([]);
  });

  /** The form of a page that was opened before things changed. */
  function submitFrom(
    page: { headers: Record<string, unknown>; text: string },
    fields: Record<string, string>,
  ) {
    const cookies = ((page.headers['set-cookie'] as string[] | undefined) ?? []).map(
      (one) => one.split(';')[0],
    );
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return api.http
      .post(link)
      .set('cookie', cookies.join('; '))
      .set('accept', 'text/html')
      .type('form')
      .send({ formToken, ...fields });
  }
});

describe('somebody invited who comes another way', () => {
  it('has answered their invitation: signed in on the page of the event', async () => {
    await rules(`registration = 'invitation', approval = true`);
    const id = await ownId();
    const cookie = await api.cookieOf(id);
    await desk.rsvpAs(event, { id, email, cookie, name: 'Ines Okafor' });
    expect(await host.stateOf(email)).toBe('accepted');
    expect(await desk.statusesOf(event)).toEqual(['confirmed']);
  });

  it('has answered their invitation: by the form and the link of its mail', async () => {
    await desk.rsvp(event, email);
    expect(await host.stateOf(email)).toBe('live');
    await desk.press(await desk.confirmLink(email));
    expect(await host.stateOf(email)).toBe('accepted');
  });
});
