import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { type Evening, RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

const { event: texts, rsvp: form } = words.pages;

const ask = (id: string, kind: string, label: string, required = false, options: string[] = []) => {
  return { id, kind, label, required, options };
};
const questions = [
  ask('q-desk', 'short', 'Which desk do you work at?', true),
  ask('q-why', 'long', 'What would you like to hear?'),
  ask('q-level', 'choice', 'How long have you done this?', true, ['A year', 'Ten years']),
  ask('q-food', 'several', 'What do you not eat?', false, ['Nuts', 'Meat', 'Fish']),
  ask('q-rules', 'agreement', 'I keep to the house rules.', true),
];

async function eveningWith(
  rules: Record<string, string | number | boolean>,
  capacity = 10,
): Promise<Evening> {
  const event = await desk.evening(capacity);
  const columns = Object.keys(rules).map((column, index) => `${column} = $${index + 2}`);
  const values = Object.values(rules);
  await api.database.sql(`update events set ${columns.join(', ')} where id = $1`, [event.id, ...values]);
  return event;
}

const asking = () => eveningWith({ questions: JSON.stringify(questions), plus_ones: 2 });

const pageOf = async ({ slug }: Evening, cookie = '') =>
  (await api.http.get(`/e/${slug}`).set('cookie', cookie).expect(200)).text;

const send = (event: Evening, fields: Record<string, string>, cookie?: string) =>
  submit(api, `/e/${event.slug}`, `/e/${event.slug}/rsvp`, { name: 'Ines Okafor', ...fields }, cookie);

const fieldOf = (html: string, name: string): string =>
  new RegExp(`<(input|textarea)[^>]*name="${name.replace('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? '';

const answered = { 'answer.q-desk': 'Foley', 'answer.q-level': 'A year', 'answer.q-rules': 'yes' };

describe('the rules of an event', () => {
  it('stand on its page in plain words', async () => {
    const event = await eveningWith({
      registration: 'audience',
      approval: true,
      plus_ones: 2,
      waitlist_open: false,
      closes_local: '2026-10-18T12:00',
      closes_at: '2026-10-18T19:00:00Z',
    });
    const page = await pageOf(event);
    const organization = /\/o\/[^"]+">([^<]+)</.exec(page)?.[1] ?? '';
    for (const rule of [
      texts.rules.audience(organization),
      texts.rules.approval,
      texts.rules.guests(2),
      texts.rules.waitlistClosed,
      texts.rules.closes('Sunday 18 October 2026, 12:00, Los Angeles time (PDT)'),
    ])
      expect(page).toContain(rule);
    expect(await pageOf(await eveningWith({ registration: 'invitation' }))).toContain(texts.rules.invitation);
    expect(await pageOf(await desk.evening())).not.toContain(texts.rules.title);
  });

  it('leave out the form until it can be used, and when it cannot any more', async () => {
    const ahead = await eveningWith({ opens_local: '2026-10-05T09:00', opens_at: '2026-10-05T16:00:00Z' });
    const closed = await eveningWith({ closes_local: '2026-09-30T09:00', closes_at: '2026-09-30T16:00:00Z' });
    const full = await eveningWith({ waitlist_open: false }, 1);
    await makeAttendee(api.database, full, { came: false });
    const opens = texts.notOpen('Monday 5 October 2026, 09:00, Los Angeles time (PDT)');
    expect(await pageOf(ahead)).toContain(opens);
    expect(await pageOf(closed)).toContain(texts.closedTitle);
    expect(await pageOf(full)).toContain(texts.waitlistClosedTitle);
    for (const event of [ahead, closed, full]) expect(await pageOf(event)).not.toContain('<form');
    await api.setTime('2026-10-05T16:00:00Z');
    expect(await pageOf(ahead)).toContain('<form');
  });

  it('refuse on the page itself when the room filled up meanwhile', async () => {
    const event = await desk.evening(1);
    const person = await desk.signedIn();
    const page = await api.http.get(`/e/${event.slug}`).set('cookie', person.cookie);
    await makeAttendee(api.database, event, { came: false });
    await api.database.sql('update events set waitlist_open = false where id = $1', [event.id]);
    const cookies = (page.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]);
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { status, text } = await api.http
      .post(`/e/${event.slug}/rsvp`)
      .set('cookie', [person.cookie, ...cookies].join('; '))
      .type('form')
      .send({ formToken, name: 'Ines', email: person.email });
    expect(status).toBe(409);
    expect(text).toContain(words.problems['waitlist-closed']);
  });

  it('say to somebody signed in why the evening is not for them, and to nobody else', async () => {
    const event = await eveningWith({ registration: 'audience' });
    const { cookie } = await desk.signedIn();
    expect(await pageOf(event, cookie)).toContain(words.problems['audience-only']);
    expect(await pageOf(event, cookie)).not.toContain('name="email"');
    expect(await pageOf(event)).toContain('name="email"');
    expect(await pageOf(event)).not.toContain(words.problems['audience-only']);
  });

  it('lead somebody who is on the list to their own page', async () => {
    const event = await desk.evening();
    const person = await desk.signedIn();
    await desk.rsvpAs(event, person);
    const [attendee] = await desk.attendeesOf(event);
    expect(await pageOf(event, person.cookie)).toContain(`href="/me/rsvps/${attendee?.id ?? ''}"`);
    const { cookie } = await desk.signedIn();
    expect(await pageOf(event, cookie)).not.toContain('/me/rsvps/');
  });
});

describe('the questions of an event', () => {
  it('are asked by their kind, each with its label, and say what is optional', async () => {
    const page = await pageOf(await asking());
    for (const { label } of questions) expect(page).toContain(label);
    expect(fieldOf(page, 'answer.q-desk')).toMatch(/type="text".*required/);
    expect(fieldOf(page, 'answer.q-why')).toMatch(/^<textarea(?!.*required)/);
    expect(page.match(/type="radio" name="answer\.q-level"/g)).toHaveLength(2);
    expect(page.match(/type="checkbox" name="answer\.q-food"/g)).toHaveLength(3);
    expect(page.match(/type="checkbox" name="answer\.q-rules"/g)).toHaveLength(1);
    expect(page).toContain(`What do you not eat? (${words.layout.optional})`);
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
    expect(page.match(/<script(?! type="application\/ld\+json")/g)).toBeNull();
  });

  it('come back with a fault under each that needs one, and with everything that was typed', async () => {
    const event = await asking();
    const { status, text } = await send(event, {
      email: 'faults@example.org',
      'answer.q-why': 'The <b>silence</b>',
      'answer.q-food': 'Nuts',
      'answer.q-level': 'A century',
      'guest.2': 'Mia Chen',
      workingOn: 'A film',
    });
    expect(status).toBe(422);
    for (const id of ['q-desk', 'q-rules'])
      expect(text).toContain(`id="answer.${id}-fault">${words.answerFaults.missing}`);
    expect(text).toContain(`id="answer.q-level-fault">${words.answerFaults['not-an-option']}`);
    expect(text).toContain(`href="#answer.q-desk"`);
    expect(text).toContain(form.faultOf('Which desk do you work at?', words.answerFaults.missing));
    expect(text).toContain('The &lt;b&gt;silence&lt;/b&gt;');
    expect(text).toMatch(/name="answer\.q-food" checked="" value="Nuts"/);
    expect(fieldOf(text, 'email')).toContain('faults@example.org');
    expect(fieldOf(text, 'guest.1')).toContain('Mia Chen');
    expect(fieldOf(text, 'workingOn')).toContain('A film');
    expect(await desk.attendeesOf(event)).toEqual([]);
  });

  it('are looked at together with the name and the address', async () => {
    const { status, text } = await send(await asking(), { email: 'no address', 'answer.q-rules': 'yes' });
    expect(status).toBe(422);
    for (const field of ['email', 'answer.q-desk', 'answer.q-level'])
      expect(text).toContain(`id="${field}-fault"`);
    expect(text).not.toContain('id="answer.q-rules-fault"');
  });

  it('are answered with the RSVP, which the button of the mail settles', async () => {
    const event = await asking();
    const email = 'answers@example.org';
    expect((await send(event, { email, ...answered, 'guest.1': ' ', 'guest.2': 'Mia Chen' })).status).toBe(
      200,
    );
    const link = await desk.confirmLink(email);
    const { text } = await api.http.get(link).expect(200);
    expect(text).toContain(form.confirmParty('Mia Chen'));
    expect(text).toContain('<dt>Which desk do you work at?</dt><dd>Foley</dd>');
    await desk.press(link);
    expect(await desk.attendeesOf(event)).toMatchObject([
      {
        status: 'confirmed',
        partySize: 2,
        guests: ['Mia Chen'],
        answers: [
          { id: 'q-desk', answer: 'Foley' },
          { id: 'q-level', answer: 'A year' },
          { id: 'q-rules', answer: 'yes' },
        ],
      },
    ]);
  });

  it('say before the button that a host decides, when one does', async () => {
    const event = await eveningWith({ approval: true });
    await send(event, { email: 'decided@example.org' });
    const { text } = await api.http.get(await desk.confirmLink('decided@example.org'));
    expect(text).toContain(form.confirmApproval);
  });
});

describe('guests', () => {
  it('are as many as the event lets somebody bring, and none where it does not', async () => {
    const event = await asking();
    expect((await pageOf(event)).match(/name="guest\.\d+"/g)).toHaveLength(2);
    expect(await pageOf(await desk.evening())).not.toContain('name="guest.');
    const three = { 'guest.1': 'A', 'guest.2': 'B', 'guest.3': 'C' };
    const { status, text } = await send(event, { email: 'three@example.org', ...answered, ...three });
    expect(status).toBe(422);
    expect(text).toContain(`id="guest.1-fault">${words.problems['party-too-large']}`);
    for (const name of ['A', 'B', 'C']) expect(text).toContain(`value="${name}"`);
  });
});
