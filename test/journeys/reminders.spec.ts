import { recomputeEventInstants } from '#libs/database';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeAttendee, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { moveClock, startTestWorker, until } from '../support/worker.ts';

// A reminder follows its evening, wherever that goes, and reaches everybody once; a message is taken back while it waits.

let api: Api;
let worker: RunningWorker;
let organization: { id: string };
let owner: string;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-12T17:00:00Z' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url });
  organization = await makeOrganization(api.database);
  owner = await api.cookieOf((await makeMember(api.database, organization.id)).personId);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

interface View {
  id: string;
  version: number;
  kind: string;
  state: string;
  dueAt: string | null;
  sent: number;
}

const events = () => `/api/v1/organizations/${organization.id}/events`;

async function call<Body = View>(
  method: 'get' | 'post' | 'patch',
  path: string,
  body?: object,
): Promise<Body> {
  const answer = await api.http[method](path).set('Cookie', owner).send(body);
  expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
  return answer.body as Body;
}

async function announce(startsLocal: string, endsLocal: string) {
  const what = { title: 'Mixer', timeZone: 'America/Los_Angeles', capacity: 20, startsLocal, endsLocal };
  const { id } = await call('post', events(), what);
  await call('post', `${events()}/${id}/publish`);
  await makeAttendee(api.database, { id, organizationId: organization.id }, { came: false });
  return id;
}

const move = async (id: string, startsLocal: string, endsLocal: string) => {
  const { version } = await call('get', `${events()}/${id}`);
  await call('patch', `${events()}/${id}`, { version, startsLocal, endsLocal });
};

const messages = async (id: string) =>
  (await call<{ messages: View[] }>('get', `${events()}/${id}/messages`)).messages;

const reminderOf = async (id: string) => (await messages(id)).find(({ kind }) => kind === 'reminder');

const reminders = (id: string) =>
  api.database.sql<{ at: Date; state: string }>(
    `select x.final_at as at, x.state from mails x join event_messages m on m.id = x.subject_id
     where m.event_id = $1 and x.kind = 'event-reminder'`,
    [id],
  );

describe('an evening that is moved', () => {
  it('takes its reminder with it, which reaches everybody once and by day', async () => {
    const id = await announce('2026-10-20T22:30', '2026-10-20T23:30');
    // The day before at 22:30 would be at night: it is 08:00 of the day itself.
    expect(await reminderOf(id)).toMatchObject({ state: 'scheduled', dueAt: '2026-10-20T15:00:00.000Z' });
    await move(id, '2026-10-22T19:00', '2026-10-22T21:00');
    expect(await reminderOf(id)).toMatchObject({ dueAt: '2026-10-22T02:00:00.000Z' });

    await moveClock(api.db, '2026-10-21T18:59:00-07:00');
    expect(await reminders(id)).toEqual([]);
    await moveClock(api.db, '2026-10-21T19:01:00-07:00');
    await until(async () => (await reminders(id))[0]?.state === 'sent', 'It did not leave');
    expect(await reminderOf(id)).toMatchObject({ state: 'sent', sent: 1 });

    await move(id, '2026-10-25T19:00', '2026-10-25T21:00');
    await moveClock(api.db, '2026-10-26T12:00:00-07:00');
    expect(await reminders(id)).toHaveLength(1);
  });

  it('is not announced any more once it has begun, where it was moved to an hour ahead', async () => {
    const id = await announce('2026-11-03T10:00', '2026-11-03T12:00');
    await moveClock(api.db, '2026-10-27T21:30:00-07:00');
    await move(id, '2026-10-27T22:30', '2026-10-27T23:30');
    await moveClock(api.db, '2026-10-28T09:00:00-07:00');
    await until(async () => (await reminderOf(id))?.state === 'cancelled', 'It was not called off');
    expect(await reminderOf(id)).toMatchObject({ calledOff: 'too-late' });
    expect(await reminders(id)).toEqual([]);
  });
});

describe('an announcement that has begun to leave', () => {
  it('is taken back as far as nothing has left', async () => {
    const id = await announce('2026-11-10T19:00', '2026-11-10T21:00');
    for (let guests = 0; guests < 3; guests += 1) {
      const person = await makePerson(api.database);
      await makeAttendee(api.database, { id, organizationId: organization.id }, { person, came: false });
    }
    await moveClock(api.db, '2026-10-28T10:00:00-07:00');
    const written = { kind: 'announcement', subject: 'Soon', text: 'Hello {name}' };
    const { id: messageId } = await call('post', `${events()}/${id}/messages`, written);
    // The mail server takes nobody's name: everything waits.
    await api.database.sql(
      `insert into sending_pause (reason, paused_at, probe_at) values ('sign-in', now(), now() + interval '1 hour')`,
    );
    await call('post', `${events()}/${id}/messages/${messageId}/schedule`, { sendAt: null });
    const states = () =>
      api.database.sql<{ state: string; outcome: string | null }>(
        'select state, outcome from mails where subject_id = $1',
        [messageId],
      );
    await until(async () => (await states()).length === 4, 'It was not written to anybody');
    const [first] = (await messages(id)).filter((message) => message.id === messageId);
    expect(first).toMatchObject({ state: 'sending', sent: 0 });
    const off = await call('post', `${events()}/${id}/messages/${messageId}/cancel`);
    expect(off).toMatchObject({ state: 'cancelled', calledOff: 'by-hand', sent: 0 });
    await api.database.sql('delete from sending_pause');
    await moveClock(api.db, '2026-10-28T12:00:00-07:00');
    expect(await states()).toEqual(
      Array.from({ length: 4 }, () => ({ state: 'suppressed', outcome: 'taken-back' })),
    );
  });
});

describe('a time zone that is changed by a country', () => {
  it('moves what waits by a rule, at the next start', async () => {
    const id = await announce('2026-12-10T19:00', '2026-12-10T21:00');
    // As if the zone had been an hour off when the evening was announced.
    await api.database.sql(
      `update events set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = $1`,
      [id],
    );
    await api.database.sql(
      `update event_messages set due_at = due_at + interval '1 hour' where event_id = $1 and due_at is not null`,
      [id],
    );
    await api.db.write({ kind: 'system' }, (tx) => recomputeEventInstants(tx));
    expect(await reminderOf(id)).toMatchObject({ dueAt: '2026-12-10T03:00:00.000Z' });
  });
});
