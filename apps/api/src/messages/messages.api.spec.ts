import { lockSender, sentLately } from '#libs/database';
import { type AttendeeStatus, inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';
import { until } from '../../../../test/support/worker.ts';

/** Monday, a week before the evening, 10:00 in Los Angeles. */
const weekBefore = '2026-10-12T17:00:00Z';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(() => api.setTime(weekBefore));
afterAll(() => api.stop());

type Evening = Awaited<ReturnType<typeof makeEvening>>;

async function makeEvening(given: { old?: boolean } = {}) {
  const organization = await makeOrganization(api.database);
  if (given.old ?? true)
    await api.database.sql(`update organizations set created_at = '2026-01-01' where id = $1`, [
      organization.id,
    ]);
  const event = await makeEvent(api.database, organization.id);
  const { personId } = await makeMember(api.database, organization.id);
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}`;
  return { event, organization, url, owner: await api.cookieOf(personId), personId };
}

const going = { status: ['confirmed'], came: null, format: null, answer: null };
const words = { kind: 'announcement', subject: 'About {event}', text: 'Hello {name}, see you on {date}.' };

interface View {
  id: string;
  version: number;
  state: string;
  kind: string;
  dueAt: string | null;
  recipients: number | null;
}

async function call(evening: Evening, path: string, body: object, cookie = evening.owner) {
  const method = path.startsWith('PATCH ') ? ('patch' as const) : ('post' as const);
  const answer = await api.http[method](`${evening.url}${path.replace('PATCH ', '')}`)
    .set('Cookie', cookie)
    .send(body);
  return { status: answer.status, body: answer.body as View & Record<string, unknown> };
}

async function draft(evening: Evening, given: object = {}): Promise<View> {
  const made = await call(evening, '/messages', { ...words, ...given });
  expect(made).toMatchObject({ status: 201, body: { state: 'draft', version: 1 } });
  return made.body;
}

const schedule = (evening: Evening, { id }: View, sendAt: string | null = null) =>
  call(evening, `/messages/${id}/schedule`, { sendAt });

const list = async (evening: Evening, cookie = evening.owner) => {
  const { status, body } = await api.http.get(`${evening.url}/messages`).set('Cookie', cookie);
  return { status, messages: (body as { messages?: View[] }).messages ?? [] };
};

const guest = (evening: Evening, status: AttendeeStatus = 'confirmed', came = false) =>
  makeAttendee(api.database, evening.event, { status, came });

describe('a new event', () => {
  it('has a reminder for the day before, which moves with it, and a thank-you to look over', async () => {
    const { organization, owner } = await makeEvening();
    const events = `/api/v1/organizations/${organization.id}/events`;
    const { body: made } = (await api.http
      .post(events)
      .set('Cookie', owner)
      .send({
        ...{ title: 'A second evening', timeZone: 'Europe/Berlin', capacity: 20 },
        ...{ startsLocal: '2026-10-26T19:00', endsLocal: '2026-10-26T22:00' },
      })) as { body: { id: string; version: number } };
    const path = `${events}/${made.id}/messages`;
    const read = async () => {
      const { body } = await api.http.get(path).set('Cookie', owner);
      return (body as { messages: View[] }).messages;
    };
    // Berlin's clocks change on 25 October: 19:00 the day before is 18:00 UTC already.
    expect(await read()).toMatchObject([
      { kind: 'reminder', state: 'scheduled', dueAt: '2026-10-25T18:00:00.000Z' },
      { kind: 'thanks', state: 'draft', dueAt: null },
    ]);
    const moved = { version: made.version, startsLocal: '2026-10-24T08:00', endsLocal: '2026-10-24T22:00' };
    expect((await api.http.patch(`${events}/${made.id}`).set('Cookie', owner).send(moved)).status).toBe(200);
    expect((await read())[0]).toMatchObject({ state: 'scheduled', dueAt: '2026-10-23T06:00:00.000Z' });
  });
});

describe('a draft', () => {
  it('is changed at its newest version alone, and deleted', async () => {
    const evening = await makeEvening();
    const { id } = await draft(evening);
    const change = { version: 1, text: 'Hello {name}.' };
    expect(await call(evening, `PATCH /messages/${id}`, change)).toMatchObject({
      status: 200,
      body: { version: 2, text: 'Hello {name}.', subject: words.subject },
    });
    expect(await call(evening, `PATCH /messages/${id}`, change)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    const removal = await api.http.delete(`${evening.url}/messages/${id}`).set('Cookie', evening.owner);
    expect(removal.status).toBe(204);
    expect((await list(evening)).messages).toEqual([]);
  });

  it('is refused with the field and the name of a placeholder that nothing is known for', async () => {
    const evening = await makeEvening();
    const { id } = await draft(evening);
    const fault = {
      status: 422,
      body: {
        code: 'unknown-placeholder',
        errors: [{ pointer: '/text', detail: expect.stringContaining('{nmae}') as unknown }],
      },
    };
    const wrong = { ...words, text: 'Hello {nmae}' };
    expect(await call(evening, '/messages', wrong)).toMatchObject(fault);
    expect(await call(evening, `PATCH /messages/${id}`, { version: 1, text: 'Hello {nmae}' })).toMatchObject(
      fault,
    );
    expect(await call(evening, '/messages/preview', { text: 'Hello {nmae}', segment: going })).toMatchObject(
      fault,
    );
  });

  it('is refused where the way in of a guest would stand in a subject or in another address', async () => {
    const evening = await makeEvening();
    const { id } = await draft(evening);
    const fault = {
      status: 422,
      body: {
        code: 'misplaced-placeholder',
        errors: [
          { pointer: '/subject', detail: expect.stringContaining('{link}') as unknown },
          { pointer: '/text', detail: expect.stringContaining('{link}') as unknown },
        ],
      },
    };
    const wrong = { subject: 'Your page: {link}', text: 'See https://evil.example/?x={link}' };
    expect(await call(evening, '/messages', { ...words, ...wrong })).toMatchObject(fault);
    expect(await call(evening, `PATCH /messages/${id}`, { version: 1, ...wrong })).toMatchObject(fault);
    expect(await call(evening, '/messages/preview', { ...wrong, segment: going })).toMatchObject(fault);
    const right = { ...words, text: 'See [your page]({link}), or {link}.' };
    expect(await call(evening, '/messages', right)).toMatchObject({
      status: 201,
      body: { text: right.text },
    });
  });

  it.each([
    ['kind', { kind: 'change' }, 'wrong-shape'],
    ['length', { text: 'a'.repeat(5001) }, 'wrong-shape'],
    ['status', { segment: { ...going, status: ['everybody'] } }, 'wrong-shape'],
    ['nobody', { segment: { ...going, status: [] } }, 'wrong-shape'],
    ['rule', { rule: { anchor: 'middle', minutes: 5 } }, 'wrong-shape'],
    [
      'question',
      { segment: { ...going, answer: { questionId: newId(), value: 'Yes' } } },
      'unknown-question',
    ],
    ['reminder without a rule', { kind: 'reminder' }, 'reminder-without-rule'],
  ])('of a wrong shape is refused: %s', async (_what, given, code) => {
    const evening = await makeEvening();
    expect(await call(evening, '/messages', { ...words, ...given })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('belongs to one event of one organization', async () => {
    const [evening, other] = [await makeEvening(), await makeEvening()];
    const { id } = await draft(evening);
    for (const path of [
      `PATCH /messages/${id}`,
      `/messages/${id}/schedule`,
      `/messages/${id}/cancel`,
      `/messages/${id}/test`,
    ]) {
      const body = path.startsWith('PATCH')
        ? { version: 1 }
        : path.endsWith('schedule')
          ? { sendAt: null }
          : {};
      expect(await call(other, path, body)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await list({ ...evening, owner: other.owner })).status).toBe(404);
  });

  it('is read by hosts and written by editors; the door sees none', async () => {
    const evening = await makeEvening();
    const cookie = async (role: 'editor' | 'host' | 'door') =>
      api.cookieOf((await makeMember(api.database, evening.organization.id, role)).personId);
    const [editor, host, door] = [await cookie('editor'), await cookie('host'), await cookie('door')];
    expect(await call(evening, '/messages', words, editor)).toMatchObject({ status: 201 });
    expect(await call(evening, '/messages', words, host)).toMatchObject({ status: 403 });
    expect((await list(evening, host)).messages).toHaveLength(1);
    expect((await list(evening, door)).status).toBe(403);
  });
});

describe('whom a message is for', () => {
  const count = async (evening: Evening, segment: object) => {
    const { body } = await call(evening, '/messages/recipients', { segment: { ...going, ...segment } });
    return body as unknown as { count: number; leftOut: object };
  };

  it('follows status, whether they came, what they answered and what they take part in', async () => {
    const evening = await makeEvening();
    const questionId = newId();
    await api.database.sql('update events set questions = $2 where id = $1', [
      evening.event.id,
      JSON.stringify([
        {
          id: questionId,
          kind: 'several',
          label: 'Instruments',
          required: false,
          options: ['Piano', 'Bass'],
        },
      ]),
    ]);
    const [came] = [
      await guest(evening, 'confirmed', true),
      await guest(evening),
      await guest(evening, 'waitlisted'),
    ];
    await api.database.sql('update attendees set answers = $2 where id = $1', [
      came.id,
      JSON.stringify([{ id: questionId, question: 'Instruments', answer: ['Piano', 'Bass'] }]),
    ]);
    const invited = await makePerson(api.database);
    await api.database.sql(
      `insert into invitations (id, organization_id, event_id, person_id, state, invited_by, mailed_at, created_at)
       values ($1, $2, $3, $4, 'live', $5, app_now(), app_now())`,
      [newId(), evening.organization.id, evening.event.id, invited.id, evening.personId],
    );
    expect((await count(evening, {})).count).toBe(2);
    expect((await count(evening, { status: ['confirmed', 'waitlisted', 'invited'] })).count).toBe(4);
    expect((await count(evening, { came: true })).count).toBe(1);
    expect((await count(evening, { came: false })).count).toBe(1);
    expect((await count(evening, { answer: { questionId, value: 'Bass' } })).count).toBe(1);
    const drums = { segment: { ...going, answer: { questionId, value: 'Drums' } } };
    expect(await call(evening, '/messages/recipients', drums)).toMatchObject({
      status: 422,
      body: { code: 'wrong-shape', errors: [{ pointer: '/segment/answer/value' }] },
    });
    expect((await count(evening, { format: 'mixer' })).count).toBe(0);
  });

  it('counts whom a list alone named and who has left apart, and never who stopped such mail', async () => {
    const evening = await makeEvening();
    const [listed, gone, stopped] = [await guest(evening), await guest(evening), await guest(evening)];
    await api.database.sql('update attendees set may_write = false where id = $1', [listed.id]);
    await api.database.sql('update people set erased_at = app_now() where id = $1', [gone.personId]);
    await api.database.sql(
      `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'announcements', app_now())`,
      [newId(), stopped.personId, evening.organization.id],
    );
    expect(await count(evening, {})).toEqual({ count: 1, leftOut: { noAddress: 1, onlyListed: 1 } });
  });

  it('is nobody who is barred', async () => {
    const evening = await makeEvening();
    const { personId } = await guest(evening);
    await api.database.sql('insert into bars values ($1, $2, null, app_now())', [
      evening.organization.id,
      personId,
    ]);
    expect(await count(evening, {})).toEqual({ count: 0, leftOut: { noAddress: 0, onlyListed: 0 } });
  });
});

describe('a preview', () => {
  it('shows both parts as a guest reads them, without the private place where not everybody has a seat', async () => {
    const evening = await makeEvening();
    const written = { subject: '{event}', text: 'Come to **{place}**. <script>' };
    const seated = await call(evening, '/messages/preview', { ...written, segment: going });
    expect(seated).toMatchObject({
      status: 200,
      body: { subject: evening.event.title, recipients: 0, leftOut: { noAddress: 0, onlyListed: 0 } },
    });
    expect(seated.body['html']).toContain(
      '<strong>Arts District, Los Angeles, 1200 East 5th Street</strong>',
    );
    expect(seated.body['html']).not.toContain('<script>');
    expect(seated.body['text']).toContain('Stop announcements');
    const segment = { ...going, status: ['confirmed', 'waitlisted'] };
    const mixed = await call(evening, '/messages/preview', { ...written, segment });
    expect(JSON.stringify(mixed.body)).not.toContain('1200 East');
  });
});

describe('a message that is to leave', () => {
  it('says to how many and when; at night it waits for the morning of the evening’s own zone', async () => {
    const evening = await makeEvening();
    await guest(evening);
    expect(await schedule(evening, await draft(evening))).toMatchObject({
      status: 200,
      body: {
        state: 'scheduled',
        recipients: 1,
        dueAt: expect.stringMatching(/^2026-10-12T17:00/) as unknown,
      },
    });
    expect(await schedule(evening, await draft(evening), '2026-10-14T05:00:00.000Z')).toMatchObject({
      body: { sendAt: '2026-10-14T05:00:00.000Z', dueAt: '2026-10-14T15:00:00.000Z' },
    });
  });

  it('is called off while it waits, changed and scheduled anew', async () => {
    const evening = await makeEvening();
    const message = await draft(evening);
    await schedule(evening, message, '2026-10-14T17:00:00.000Z');
    const off = await call(evening, `/messages/${message.id}/cancel`, {});
    expect(off).toMatchObject({
      status: 200,
      body: { state: 'cancelled', calledOff: 'by-hand', dueAt: null },
    });
    expect(await call(evening, `/messages/${message.id}/cancel`, {})).toMatchObject({
      status: 409,
      body: { code: 'message-not-waiting' },
    });
    const { version } = off.body;
    expect((await call(evening, `PATCH /messages/${message.id}`, { version, subject: 'Again' })).status).toBe(
      200,
    );
    expect(await schedule(evening, message)).toMatchObject({ body: { state: 'scheduled', calledOff: null } });
  });

  it('is called off with its evening', async () => {
    const evening = await makeEvening();
    await schedule(evening, await draft(evening), '2026-10-14T17:00:00.000Z');
    await call(evening, '/cancel', { reason: 'No power' });
    expect((await list(evening)).messages).toMatchObject([
      { state: 'cancelled', calledOff: 'event-cancelled' },
    ]);
  });

  it('is refused while it is empty', async () => {
    const evening = await makeEvening();
    expect(await schedule(evening, await draft(evening, { text: '' }))).toMatchObject({
      status: 422,
      body: { code: 'message-empty' },
    });
  });

  it('is one of three a day in a new organization, also when four are scheduled at once', async () => {
    const evening = await makeEvening({ old: false });
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft(evening)));
    const answers = await Promise.all(drafts.map((one) => schedule(evening, one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    const [refused] = answers.filter(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'too-many-messages' });
    await api.setTime('2026-10-13T17:00:01Z');
    await api.database.sql(
      `update event_messages set state = 'sent', sent_at = due_at where event_id = $1 and state = 'scheduled'`,
      [evening.event.id],
    );
    const late = drafts.find((_, index) => answers[index]?.status === 429);
    expect(late && (await schedule(evening, late)).status).toBe(200);
  });

  it('is one of three within any 24 hours, in whichever order they are scheduled', async () => {
    const evening = await makeEvening({ old: false });
    const at = async (time: string) =>
      (await schedule(evening, await draft(evening), `2026-10-15T${time}:00Z`)).status;
    expect([await at('20:00'), await at('19:00'), await at('18:00'), await at('17:00')]).toEqual([
      200, 200, 200, 429,
    ]);
    const before = await schedule(evening, await draft(evening), '2026-10-14T17:59:00Z');
    expect(before.status).toBe(200);
  });

  it('counts as a reminder by those alone who never asked to come, and a new organization has a limit for them', async () => {
    const evening = await makeEvening({ old: false });
    await api.database.sql(
      `with made as (
         insert into people (id, email, created_at)
         select gen_random_uuid(), 'listed' || n || '@example.org', app_now() from generate_series(1, 501) n returning id)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, source, version, created_at)
       select gen_random_uuid(), $2, $1::uuid, id, '', 'confirmed', true, 'import', 1, app_now() from made`,
      [evening.event.id, evening.organization.id],
    );
    const reminder = await draft(evening, { kind: 'reminder', rule: { anchor: 'start', minutes: -1440 } });
    expect(await schedule(evening, reminder)).toMatchObject({
      status: 429,
      body: { code: 'too-many-messages' },
    });
    // The same people, had they asked themselves (control).
    await api.database.sql('update attendees set own_word = true where event_id = $1', [evening.event.id]);
    expect(await schedule(evening, reminder)).toMatchObject({ status: 200, body: { recipients: 501 } });
  });

  it('stays as it is once it has left, also for whoever gets round the rules', async () => {
    const evening = await makeEvening();
    const { id } = await draft(evening);
    await api.database.sql(
      `update event_messages set state = 'sent', sent_at = app_now(), due_at = app_now(), recipients = 0 where id = $1`,
      [id],
    );
    expect(await call(evening, `PATCH /messages/${id}`, { version: 1, text: 'Other' })).toMatchObject({
      status: 409,
      body: { code: 'message-left' },
    });
    await expect(
      api.database.sql(`update event_messages set text = 'Other' where id = $1`, [id]),
    ).rejects.toThrow('A message that has left stays as it is');
  });
});

describe('a test of a message', () => {
  it('goes to whoever asks, ten times an hour', async () => {
    const evening = await makeEvening();
    await guest(evening);
    const { id } = await draft(evening);
    for (let sent = 0; sent < 10; sent += 1)
      expect((await call(evening, `/messages/${id}/test`, {})).status).toBe(204);
    expect((await call(evening, `/messages/${id}/test`, {})).status).toBe(429);
    const mails = await api.database.sql<{ person: string }>(
      `select person_id as person from mails where kind = 'event-message-test' and subject_id = $1`,
      [id],
    );
    expect(mails.map(({ person }) => person)).toEqual(Array.from({ length: 10 }, () => evening.personId));
  });
});

describe('two messages of a new organization at once', () => {
  it('would both be let through, were its row not locked (control)', async () => {
    const { organization } = await makeEvening({ old: false });
    let looking = 0;
    const look = () =>
      api.db.write(inOrganization(organization.id, system), async (tx) => {
        const lately = await sentLately(tx, organization.id, tx.now, newId());
        looking += 1;
        await until(() => Promise.resolve(looking === 2), 'The other did not look');
        return lately.messages;
      });
    expect(await Promise.all([look(), look()])).toEqual([0, 0]);
  });

  it('look one after the other', async () => {
    const { organization } = await makeEvening({ old: false });
    let [inside, most] = [0, 0];
    const look = () =>
      api.db.write(inOrganization(organization.id, system), async (tx) => {
        await lockSender(tx, organization.id);
        inside += 1;
        most = Math.max(most, inside);
        await sentLately(tx, organization.id, tx.now, newId());
        inside -= 1;
      });
    await Promise.all([look(), look(), look()]);
    expect(most).toBe(1);
  });
});
