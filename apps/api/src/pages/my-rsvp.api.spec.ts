import { record, ticketOf, verifyTicket } from '#libs/database';
import { newId, system } from '#libs/domain';
import { words } from '#libs/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { type Evening, RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';
import { QrCode } from './my-rsvp-ticket.tsx';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

const { mine } = words.pages;
const questions = [
  { id: 'q-desk', kind: 'short', label: 'Which desk do you work at?', required: true, options: [] },
  {
    id: 'q-food',
    kind: 'several',
    label: 'What do you not eat?',
    required: false,
    options: ['Nuts', 'Meat'],
  },
];

const setRules = (event: Evening, rules: Record<string, string | number | boolean | null>) => {
  const columns = Object.keys(rules).map((column, index) => `${column} = $${index + 2}`);
  return api.database.sql(`update events set ${columns.join(', ')} where id = $1`, [
    event.id,
    ...Object.values(rules),
  ]);
};

const pageOf = async (path: string) => (await api.http.get(path).expect(200)).text;

/** Presses a button of the page with these fields, and answers with what comes back. */
const press = (path: string, act: string, fields: Record<string, string> = {}) =>
  submit(api, path, `${path}/${act}`, fields);

/** One seat, one person in it, and one in the queue, whose page this is. */
async function offered() {
  const event = await desk.evening(1);
  await setRules(event, { waitlist: 'offer', offer_hours: 24 });
  const seated = await desk.rsvpAs(event, await desk.signedIn());
  const person = await desk.signedIn();
  const waiting = await desk.rsvpAs(event, person);
  await press(seated, 'cancel');
  return { event, person, path: waiting };
}

describe('an evening with something on phones', () => {
  const addPanel = ({ id, organizationId }: Evening) =>
    api.database.sql(
      `insert into panels (id, organization_id, event_id, topic, position, created_at) values ($1, $2, $3, 'Foley', 0, app_now())`,
      [newId(), organizationId, id],
    );

  it('leads whoever has a seat there, by their link and signed in, while there is something', async () => {
    const event = await desk.evening(1);
    const person = await desk.signedIn();
    const path = await desk.rsvpAs(event, person);
    expect(await pageOf(path)).not.toContain('/evening/');
    await addPanel(event);
    const page = await pageOf(path);
    const byLink = /href="\/evening\/([^"]+)"/.exec(page)?.[1];
    expect(byLink).toBe(path.split('/').at(-1));
    expect(page).toContain(words.eveningInvitation.questions);
    expect(page).not.toContain(words.eveningInvitation.swaps);
    const [attendee] = await desk.attendeesOf(event);
    const mineAt = `/me/rsvps/${attendee?.id ?? ''}`;
    const { status, headers } = await submit(api, mineAt, `${mineAt}/evening`, {}, person.cookie);
    expect([status, headers['location']]).toEqual([303, `/evening/${byLink ?? ''}`]);
    await api.http.get(`/api/v1/evening/${byLink ?? ''}`).expect(200);
  });

  it('offers contacts from its beginning on, and no questions once a panel is over', async () => {
    const event = await desk.evening(1);
    await addPanel(event);
    const path = await desk.rsvpAs(event, await desk.signedIn());
    await api.database.sql(`update panels set state = 'over' where event_id = $1`, [event.id]);
    expect(await pageOf(path)).not.toContain('/evening/');
    const [row] = await api.database.sql<{ at: Date }>('select starts_at as at from events where id = $1', [
      event.id,
    ]);
    await api.setTime(row!.at.toISOString());
    const page = await pageOf(path);
    expect(page).toContain(words.eveningInvitation.swaps);
    expect(page).not.toContain(words.eveningInvitation.questions);
  });

  it('leads nobody there who waits for a seat', async () => {
    const event = await desk.evening(1);
    await addPanel(event);
    await desk.rsvpAs(event, await desk.signedIn());
    const waiting = await desk.rsvpAs(event, await desk.signedIn());
    expect(await pageOf(waiting)).not.toContain('/evening/');
  });
});

describe('an evening with a critique session', () => {
  const addSession = ({ id, organizationId }: Evening, deadline: string | null) =>
    api.database.sql(
      `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, deadline_at, deadline_local, created_at)
       values ($1, $2, $3, 'live', 3, $4::timestamptz, case when $4::timestamptz is not null then '2026-10-18T12:00' end, app_now())`,
      [newId(), organizationId, id, deadline],
    );

  it('leads whoever has a seat to where they bring a work, by their link and signed in', async () => {
    const event = await desk.evening(1);
    await addSession(event, '2026-10-18T19:00:00Z');
    const person = await desk.signedIn();
    const path = await desk.rsvpAs(event, person);
    const page = await pageOf(path);
    expect(page).toContain('bring a work until Sunday 18 October 2026, 12:00, Los Angeles time (PDT)');
    const byLink = /href="\/critique\/([^"]+)"/.exec(page)?.[1];
    expect(byLink).toBe(path.split('/').at(-1));
    const [attendee] = await desk.attendeesOf(event);
    const mineAt = `/me/rsvps/${attendee?.id ?? ''}`;
    const { status, headers } = await submit(api, mineAt, `${mineAt}/critique`, {}, person.cookie);
    expect(status).toBe(303);
    const bySession = headers['location']?.split('/').at(-1);
    for (const token of [byLink, bySession]) await api.http.get(`/api/v1/critique/${token}`).expect(200);
    await api.setTime('2026-10-18T19:00:00Z');
    expect(await pageOf(path)).not.toContain(words.critiqueInvitation.mine);
    expect(await pageOf(path)).toContain(words.critiqueInvitation.page);
  });

  it('says to somebody who came back that their work is a draft now, as long as it can be brought', async () => {
    const event = await desk.evening(1);
    await addSession(event, '2026-10-18T19:00:00Z');
    const path = await desk.rsvpAs(event, await desk.signedIn());
    const [attendee] = await desk.attendeesOf(event);
    const draft = (await pageOf(path)).includes(words.critiqueInvitation.draft);
    expect(draft).toBe(false);
    await api.database.sql(
      `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, created_at)
       select $2, a.organization_id, a.event_id, s.id, a.id, a.person_id, 'draft', 'Low tide', app_now()
       from attendees a join critique_sessions s on s.event_id = a.event_id where a.id = $1`,
      [attendee?.id, newId()],
    );
    expect(await pageOf(path)).toContain(words.critiqueInvitation.draft);
    await api.setTime('2026-10-18T19:00:00Z');
    expect(await pageOf(path)).not.toContain(words.critiqueInvitation.draft);
  });

  it('is not spoken of to somebody who waits, nor where there is none', async () => {
    const event = await desk.evening(1);
    await desk.rsvpAs(event, await desk.signedIn());
    const waiting = await desk.rsvpAs(event, await desk.signedIn());
    await addSession(event, null);
    expect(await pageOf(waiting)).not.toContain('/critique');
    const plain = await desk.rsvpAs(await desk.evening(), await desk.signedIn());
    expect(await pageOf(plain)).not.toContain('/critique');
  });
});

describe('after the evening', () => {
  it('leads to the introductions, and to the morning after for 60 days for whoever came', async () => {
    const event = await desk.evening();
    const [came, missed] = [await desk.signedIn(), await desk.signedIn()];
    const [path, absent] = [await desk.rsvpAs(event, came), await desk.rsvpAs(event, missed)];
    await api.database.sql('update attendees set checked_in_at = $3 where event_id = $1 and person_id = $2', [
      event.id,
      came.id,
      '2026-10-20T01:00:00Z',
    ]);
    const morning = /href="(\/me\/rsvps\/[^"]+\/morning)"/;
    const introductions = 'href="/me/introductions"';
    for (const page of [path, absent]) {
      expect(await pageOf(page)).not.toMatch(morning);
      expect(await pageOf(page)).not.toContain(introductions);
    }
    await api.setTime('2026-10-20T12:00:00Z');
    const [, link = ''] = morning.exec(await pageOf(path)) ?? [];
    await api.http.get(link).set('cookie', came.cookie).expect(200);
    // Without a session it asks for one.
    const { status, headers } = await api.http.get(link).set('accept', 'text/html');
    expect({ status, location: headers['location'] }).toMatchObject({
      status: 303,
      location: expect.stringContaining('/sign-in') as string,
    });
    expect(await pageOf(absent)).not.toMatch(morning);
    for (const page of [path, absent]) expect(await pageOf(page)).toContain(introductions);
    await api.setTime('2026-12-20T12:00:00Z');
    expect(await pageOf(path)).not.toMatch(morning);
    expect(await pageOf(path)).toContain(introductions);
  });
});

describe('an offered seat', () => {
  it('is shown with its deadline in the time of the event, and taken by a press', async () => {
    const { event, person, path } = await offered();
    const page = await pageOf(path);
    expect(page).toContain(mine.statuses.offered);
    expect(page).toContain('by Friday 2 October 2026, 05:00, Los Angeles time (PDT)');
    expect((await press(path, 'claim')).status).toBe(303);
    expect(await pageOf(path)).toContain(mine.statuses.confirmed);
    expect((await press(path, 'claim')).status).toBe(303);
    expect((await desk.mailsTo(person.email)).filter((kind) => kind === 'rsvp-confirmed')).toHaveLength(1);
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'confirmed']);
  });

  it('is over the moment its time is, before anything was woken, and says so', async () => {
    const { event, path } = await offered();
    const next = await desk.rsvpAs(event, await desk.signedIn());
    await api.setTime('2026-10-02T12:01:00Z');
    expect(await pageOf(path)).toContain(mine.statusText.offerLapsed);
    const { status, text } = await press(path, 'claim');
    expect(status).toBe(410);
    expect(text).toContain(words.problems['offer-over']);
    expect(text).not.toContain(mine.claim);
    await desk.rsvpAs(event, await desk.signedIn());
    expect(await pageOf(next)).toContain(mine.statuses.offered);
  });

  const claims = ({ id }: Evening) =>
    api.database.sql(
      `select 1 from audit a join attendees t on t.id = a.subject_id where t.event_id = $1 and a.action = 'attendee.claimed'`,
      [id],
    );

  it('is taken once by two presses at the same moment', async () => {
    const { event, path } = await offered();
    const answers = await Promise.all([press(path, 'claim'), press(path, 'claim')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await claims(event)).toHaveLength(1);
    const counted = await api.database.sql('select taken, version from event_seats where event_id = $1', [
      event.id,
    ]);
    // Confirmed, waitlisted, cancelled, offered, claimed: one step each.
    expect(counted).toEqual([{ taken: 1, version: 5 }]);
  });

  it('would be taken twice by two that look and then act without the lock (the control)', async () => {
    const { event } = await offered();
    const look = () =>
      api.database.sql<{ id: string }>(
        "select id from attendees where event_id = $1 and status = 'offered'",
        [event.id],
      );
    for (const [mine] of await Promise.all([look(), look()])) {
      await desk.inTx((tx) => record(tx, system, 'attendee.claimed', mine?.id ?? ''));
    }
    expect(await claims(event)).toHaveLength(2);
  });

  it('that was taken and given back never comes to life again', async () => {
    const { event, path } = await offered();
    await press(path, 'claim');
    await press(path, 'cancel');
    expect((await press(path, 'claim')).status).toBe(410);
    expect(await desk.statusesOf(event)).toEqual(['cancelled', 'cancelled']);
  });

  it('can be refused, and goes to the next', async () => {
    const { event, path } = await offered();
    const next = await desk.rsvpAs(event, await desk.signedIn());
    expect(await pageOf(path)).toContain(mine.refuse);
    await press(path, 'cancel');
    expect(await pageOf(next)).toContain(mine.statuses.offered);
  });

  it('cannot be taken for an evening that was cancelled', async () => {
    const { event, path } = await offered();
    await api.database.sql(
      "update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Rain' where id = $1",
      [event.id],
    );
    // The page has no button left, so the form token is another page's.
    expect((await submit(api, '/sign-in', `${path}/claim`)).status).toBe(409);
    expect(await pageOf(path)).toContain(mine.eventCancelled);
  });
});

describe('waiting', () => {
  it('shows the place in the queue, and that a party does not block smaller ones', async () => {
    const event = await desk.evening(1);
    await setRules(event, { plus_ones: 2 });
    await desk.rsvpAs(event, await desk.signedIn());
    const first = await desk.rsvpAs(event, await desk.signedIn(), { guests: ['Mia Chen', 'Leo Vargas'] });
    const second = await desk.rsvpAs(event, await desk.signedIn());
    expect(await pageOf(first)).toContain(mine.place(1));
    expect(await pageOf(first)).toContain(mine.partyWaits(3));
    expect(await pageOf(second)).toContain(mine.place(2));
    expect(await pageOf(second)).not.toContain(mine.partyWaits(1));
    await setRules(event, { waitlist_open: false });
    expect(await pageOf(second)).toContain(mine.waitlistClosed);
  });

  it('shows neither the address, nor a ticket, nor who else comes, which a seat does', async () => {
    const event = await desk.evening(1);
    const name = 'Wilhelmina Ostrander';
    const seated = await desk.rsvpAs(event, await desk.signedIn({ name }), { nameVisible: true });
    const waiting = await desk.rsvpAs(event, await desk.signedIn());
    await setRules(event, { approval: true });
    const pending = await desk.rsvpAs(event, await desk.signedIn());
    for (const path of [waiting, pending]) {
      const both = (await pageOf(path)) + (await api.http.get(`${path}/calendar.ics`).expect(200)).text;
      expect(both).not.toContain('1200 East 5th Street');
      expect(both).not.toContain('<svg');
      expect(both).not.toContain(name);
    }
    expect(await pageOf(pending)).toContain(mine.statusText.pending);
    const control = (await pageOf(seated)) + (await api.http.get(`${seated}/calendar.ics`)).text;
    expect(control.match(/1200 East 5th Street/g)).toHaveLength(2);
    expect(control).toContain('<svg');
  });
});

describe('the answers to the host', () => {
  async function asked() {
    const event = await desk.evening();
    await setRules(event, {
      questions: JSON.stringify(questions),
      answers_until_local: '2026-10-10T18:00',
      answers_until: '2026-10-11T01:00:00Z',
    });
    const path = await desk.rsvpAs(event, await desk.signedIn(), {
      answers: { 'q-desk': 'The <first> one', 'q-food': ['Nuts', 'Meat'] },
    });
    const answers = async () => (await desk.attendeesOf(event))[0]?.answers;
    return { event, path, answers };
  }

  it('stand in the form as they were given, and can be changed', async () => {
    const { path, answers } = await asked();
    const page = await pageOf(path);
    expect(page).toContain('value="The &lt;first&gt; one"');
    expect(page.match(/name="answer\.q-food" checked=""/g)).toHaveLength(2);
    const { status, headers } = await press(path, 'answers', {
      'answer.q-desk': 'Another',
      'answer.q-food': 'Meat',
    });
    expect([status, headers['location']]).toEqual([303, `${path}?saved=answers`]);
    expect(await pageOf(`${path}?saved=answers`)).toContain(mine.saved.answers);
    expect(await answers()).toEqual([
      { id: 'q-desk', question: 'Which desk do you work at?', answer: 'Another' },
      { id: 'q-food', question: 'What do you not eat?', answer: ['Meat'] },
    ]);
  });

  it('come back with a fault under each field that needs one, and with everything that was typed', async () => {
    const { path, answers } = await asked();
    const before = await answers();
    const { status, text } = await press(path, 'answers', {
      'answer.q-desk': '  ',
      'answer.q-food': 'Stones',
    });
    expect(status).toBe(422);
    expect(text).toContain(`id="answer.q-desk-fault">${words.answerFaults.missing}`);
    expect(text).toContain(`id="answer.q-food-fault">${words.answerFaults['not-an-option']}`);
    const long = await press(path, 'answers', { 'answer.q-desk': 'x'.repeat(201), 'answer.q-food': 'Meat' });
    expect(long.text).toContain(`value="${'x'.repeat(201)}"`);
    expect(long.text).toMatch(/value="Meat"/);
    expect(await answers()).toEqual(before);
  });

  it('can be changed until the deadline and not a minute longer', async () => {
    const { path, answers } = await asked();
    await api.setTime('2026-10-11T00:59:00Z');
    expect((await press(path, 'answers', { 'answer.q-desk': 'Just in time' })).status).toBe(303);
    await api.setTime('2026-10-11T01:00:00Z');
    const { status, text } = await press(path, 'answers', { 'answer.q-desk': 'Too late' });
    expect(status).toBe(409);
    expect(text).toContain(words.problems['answers-closed']);
    expect(text).toContain('Just in time');
    expect(await answers()).toMatchObject([{ answer: 'Just in time' }]);
  });

  it('keep what a guest list asked, and what is not asked any more', async () => {
    const { event, path, answers } = await asked();
    const kept = [
      { question: 'Shirt size', answer: 'L' },
      { id: 'q-gone', question: 'Gone', answer: 'still here' },
    ];
    await api.database.sql('update attendees set answers = answers || $2::jsonb where event_id = $1', [
      event.id,
      JSON.stringify(kept),
    ]);
    await press(path, 'answers', { 'answer.q-desk': 'New' });
    expect(await answers()).toEqual([expect.objectContaining({ answer: 'New' }), ...kept]);
  });
});

describe('the guests', () => {
  async function party(capacity: number) {
    const event = await desk.evening(capacity);
    await setRules(event, { plus_ones: 3 });
    const path = await desk.rsvpAs(event, await desk.signedIn(), { guests: ['Mia Chen'] });
    const taken = async () =>
      (
        await api.database.sql<{ taken: number }>('select taken from event_seats where event_id = $1', [
          event.id,
        ])
      )[0]?.taken;
    const names = async () => (await desk.attendeesOf(event))[0]?.guests;
    return { event, path, taken, names };
  }

  it('become more while seats are free, fewer at any time, and other ones', async () => {
    const { path, taken, names } = await party(4);
    await press(path, 'guests', { 'guest.1': 'Mia Chen', 'guest.2': '', 'guest.3': 'Leo Vargas' });
    expect([await taken(), await names()]).toEqual([3, ['Mia Chen', 'Leo Vargas']]);
    await press(path, 'guests', { 'guest.1': 'Ana Real', 'guest.2': 'Leo Vargas' });
    expect([await taken(), await names()]).toEqual([3, ['Ana Real', 'Leo Vargas']]);
    await press(path, 'guests');
    expect([await taken(), await names()]).toEqual([1, []]);
    expect(await pageOf(`${path}?saved=guests`)).toContain(mine.saved.guests);
  });

  it('are refused in words when they do not fit, and keep what was typed', async () => {
    const { path, taken, names } = await party(3);
    const { status, text } = await press(path, 'guests', {
      'guest.1': 'Mia Chen',
      'guest.2': 'Leo Vargas',
      'guest.3': 'Ana Real',
    });
    expect(status).toBe(409);
    expect(text).toContain(words.problems['party-does-not-fit']);
    expect(text).toContain('value="Leo Vargas"');
    expect([await taken(), await names()]).toEqual([2, ['Mia Chen']]);
  });

  it('never pass somebody who waits and would fit', async () => {
    const { event, path } = await party(3);
    await desk.rsvpAs(event, await desk.signedIn(), { guests: ['Two'] });
    // The party of two does not fit the one seat that is left, so it passes nobody to take that.
    expect((await press(path, 'guests', { 'guest.1': 'A', 'guest.2': 'B' })).status).toBe(303);
    await press(path, 'guests', { 'guest.1': 'A' });
    await setRules(event, { waitlist_open: false });
    await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    expect((await press(path, 'guests', { 'guest.1': 'A', 'guest.2': 'B' })).status).toBe(409);
  });

  it('give their seats to the queue when they do not come', async () => {
    const { event, path } = await party(2);
    const waiting = await desk.rsvpAs(event, await desk.signedIn());
    await press(path, 'guests');
    expect(await pageOf(waiting)).toContain(mine.statuses.confirmed);
  });

  it('are no more than the event allows', async () => {
    const { path, names } = await party(9);
    const four = { 'guest.1': 'A', 'guest.2': 'B', 'guest.3': 'C', 'guest.4': 'D' };
    const { status, text } = await press(path, 'guests', four);
    expect(status).toBe(422);
    expect(text).toContain(words.problems['party-too-large']);
    expect(await names()).toEqual(['Mia Chen']);
  });
});

describe('introductions and the name', () => {
  it('can be answered again on the page, which says what that means for others', async () => {
    const event = await desk.evening();
    const person = await desk.signedIn();
    const path = await desk.rsvpAs(event, person, { introductions: true });
    expect(await pageOf(path)).toContain(mine.seen.unnamed);
    await press(path, 'consents', { introductions: 'no', nameVisible: 'yes' });
    const page = await pageOf(path);
    expect(page).toContain(mine.seen.named);
    expect(page).toMatch(/name="introductions" checked="" value="no"|value="no"[^>]*checked=""/);
    await press(path, 'consents', { introductions: 'no', nameVisible: 'yes' });
    const rows = await api.database.sql(
      `select purpose, answer, withdrawn_at is null as live from consents where person_id = $1 order by answered_at, id`,
      [person.id],
    );
    expect(rows).toEqual([
      { purpose: 'introductions', answer: 'given', live: false },
      { purpose: 'introductions', answer: 'refused', live: true },
      { purpose: 'name-visible', answer: 'given', live: true },
    ]);
  });

  it('stay unanswered when they are left alone', async () => {
    const event = await desk.evening();
    const person = await desk.signedIn();
    await press(await desk.rsvpAs(event, person), 'consents');
    expect(await api.database.sql('select 1 from consents where person_id = $1', [person.id])).toEqual([]);
  });
});

describe('the ticket', () => {
  it('is a code that only this installation can have signed, and names this attendee', async () => {
    const event = await desk.evening();
    const path = await desk.rsvpAs(event, await desk.signedIn());
    const [attendee] = await desk.attendeesOf(event);
    const ticket = ticketOf(api.config.keys, attendee?.id ?? '');
    expect(verifyTicket(api.config.keys, ticket)).toBe(attendee?.id);
    const drawn = (text: string) => renderToStaticMarkup(QrCode({ text, label: mine.ticket.alt }));
    const page = await pageOf(path);
    expect(page).toContain(drawn(ticket));
    expect(page).not.toContain(drawn(`${ticket}x`));
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
  });

  it('goes with the seat', async () => {
    const event = await desk.evening();
    const path = await desk.rsvpAs(event, await desk.signedIn());
    expect(await pageOf(path)).toContain('<svg');
    await press(path, 'cancel');
    expect(await pageOf(path)).not.toContain('<svg');
  });
});

describe('the calendar file', () => {
  it('has one stable name, grows with every change, and carries no link of its person', async () => {
    const event = await desk.evening();
    const path = await desk.rsvpAs(event, await desk.signedIn());
    const fileOf = async () => {
      const { text, headers } = await api.http.get(`${path}/calendar.ics`).expect(200);
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8; method=PUBLISH');
      expect(headers['cache-control']).toBe('no-store');
      return text.replaceAll('\r\n ', '');
    };
    const line = (file: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(file)?.[1];
    const before = await fileOf();
    const [attendee] = await desk.attendeesOf(event);
    expect(line(before, 'UID')).toBe(`${attendee?.id ?? ''}@127.0.0.1`);
    expect(line(before, 'STATUS')).toBe('CONFIRMED');
    expect(before).not.toContain(path);
    expect(before).not.toContain('/my/');
    await press(path, 'cancel');
    const after = await fileOf();
    expect(line(after, 'STATUS')).toBe('CANCELLED');
    expect(line(after, 'UID')).toBe(line(before, 'UID'));
    expect(Number(line(after, 'SEQUENCE'))).toBeGreaterThan(Number(line(before, 'SEQUENCE')));
    expect(after).not.toContain('1200 East 5th Street');
  });

  it('says that the evening is off when it is', async () => {
    const event = await desk.evening();
    const path = await desk.rsvpAs(event, await desk.signedIn());
    await api.database.sql(
      "update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Rain' where id = $1",
      [event.id],
    );
    const { text } = await api.http.get(`${path}/calendar.ics`).expect(200);
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).not.toContain('1200 East 5th Street');
  });
});

describe('a page of one person', () => {
  const acts = ['claim', 'answers', 'guests', 'consents', 'cancel'];

  it('obeys nobody else: not their session, not a forged link', async () => {
    const event = await desk.evening();
    const owner = await desk.signedIn();
    const link = await desk.rsvpAs(event, owner);
    const [attendee] = await desk.attendeesOf(event);
    const own = `/me/rsvps/${attendee?.id ?? ''}`;
    const stranger = await desk.signedIn();
    const before = await desk.attendeesOf(event);
    const forged = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
    for (const act of acts) {
      expect((await submit(api, '/me', `${own}/${act}`, {}, stranger.cookie)).status).toBe(404);
      expect((await submit(api, link, `${forged}/${act}`)).status).toBe(410);
      expect((await submit(api, link, `${own}/${act}`)).status).toBe(401);
    }
    await api.http.get(`${own}/calendar.ics`).set('cookie', stranger.cookie).expect(404);
    await api.http.get(`${forged}/calendar.ics`).expect(410);
    expect(await desk.attendeesOf(event)).toEqual(before);
    // The control: its own person, the same way.
    expect((await submit(api, own, `${own}/cancel`, {}, owner.cookie)).status).toBe(303);
    expect(await desk.statusesOf(event)).toEqual(['cancelled']);
  });

  it('knows what it knows to do, and nothing else', async () => {
    const path = await desk.rsvpAs(await desk.evening(), await desk.signedIn());
    for (const act of ['confirm', 'toString', '__proto__']) {
      expect((await press(path, act)).status).toBe(404);
    }
    expect(await pageOf(`${path}?saved=toString`)).not.toContain('undefined');
  });

  it('shows the host’s note to its person, as text', async () => {
    const event = await desk.evening();
    const path = await desk.rsvpAs(event, await desk.signedIn());
    await api.database.sql("update attendees set note = 'Bring <b>ID</b>' where event_id = $1", [event.id]);
    expect(await pageOf(path)).toContain('<blockquote>Bring &lt;b&gt;ID&lt;/b&gt;</blockquote>');
  });
});
