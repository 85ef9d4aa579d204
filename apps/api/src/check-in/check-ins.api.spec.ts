import { randomUUID } from 'node:crypto';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeDoor, scanOf } from '../../../../test/support/door.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

let api: Api;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let event: Awaited<ReturnType<typeof makeEvent>>;
let cookie: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(async () => {
  organization = await makeOrganization(api.database);
  event = await makeEvent(api.database, organization.id);
  const person = await makePerson(api.database, { name: 'Dana Host' });
  cookie = await api.cookieOf((await makeMember(api.database, organization.id, 'door', person)).personId);
});
afterAll(() => api.stop());

const routes = (): string => `/api/v1/organizations/${organization.id}/events/${event.id}`;
const checkIn = (attendeeId: string, kind = 'in', nonce: string = randomUUID()) =>
  api.http.post(`${routes()}/check-ins`).set('cookie', cookie).send({ attendeeId, kind, nonce });

describe('checking in from the guest list', () => {
  it('is a scan like one of the door: the doors hear of it and by whom, and it can be taken back', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    const door = await makeDoor(api, event);
    const { cursor } = await door.sync([]);
    const { body } = await checkIn(id).expect(200);
    expect(body).toMatchObject({ outcome: 'ok', attendeeId: id, by: 'Dana Host' });
    const { checkedInAt } = body as { checkedInAt: string };
    expect((await door.sync([], cursor)).changed).toEqual([
      { id, checkedInAt, by: 'Dana Host', status: 'going' },
    ]);
    expect((await door.sync([scanOf(id, '2026-10-20T02:00:00Z')])).results).toMatchObject([
      { outcome: 'already' },
    ]);
    expect((await checkIn(id, 'undo')).body).toMatchObject({ outcome: 'undone', checkedInAt: null });
    const [row] = await api.database.sql('select checked_in_at from attendees where id = $1', [id]);
    expect(row).toEqual({ checked_in_at: null });
  });

  it('with the same nonce is one record and the same answer', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    const nonce = randomUUID();
    const answers = await Promise.all([
      checkIn(id, 'in', nonce),
      checkIn(id, 'in', nonce),
      checkIn(id, 'in', nonce),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0].body]);
    expect(answers[0].body).toMatchObject({ outcome: 'ok' });
    expect(await api.database.sql('select 1 from check_ins where event_id = $1', [event.id])).toHaveLength(1);
  });

  it('lets in nobody who is not going, and finds nobody of another evening', async () => {
    const { id } = await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    expect((await checkIn(id)).body).toMatchObject({ outcome: 'not-confirmed', checkedInAt: null });
    const there = await makeEvent(api.database, organization.id);
    const { id: elsewhere } = await makeAttendee(api.database, there, { came: false });
    await checkIn(elsewhere).expect(404);
    await checkIn(randomUUID()).expect(404);
  });

  it('refuses a kind that only a door has', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    await checkIn(id, 'let-in').expect(422);
  });
});

describe('the note for the door', () => {
  it('is written by hosts, read at the door, and emptied again', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    const host = await api.cookieOf((await makeMember(api.database, organization.id, 'host')).personId);
    const write = (note: string, by = host) =>
      api.http.patch(`${routes()}/attendees/${id}/door-note`).set('cookie', by).send({ note });
    const door = await makeDoor(api, event);
    await write('  Ask about access ').expect(204);
    expect((await door.list()).people[0]?.note).toBe('Ask about access');
    await write('').expect(204);
    expect((await door.list()).people[0]?.note).toBeNull();
    await write('Mine', cookie).expect(403);
    const audit = await api.database.sql('select action, codes from audit where subject_id = $1', [id]);
    expect(audit).toEqual([
      { action: 'attendee.door-note-changed', codes: {} },
      { action: 'attendee.door-note-changed', codes: {} },
    ]);
  });
});

describe('the history of a guest', () => {
  it('tells who checked them in, at which door, and what was taken back', async () => {
    const { id } = await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    const door = await makeDoor(api, event, 'Side door');
    await door.sync([scanOf(id, '2026-10-20T01:05:00.000Z')]);
    await door.sync([scanOf(id, '2026-10-20T01:06:00.000Z', { kind: 'let-in' })]);
    await checkIn(id, 'undo');
    const host = await api.cookieOf((await makeMember(api.database, organization.id, 'host')).personId);
    const { body } = await api.http
      .get(`${routes()}/attendees/${id}/history`)
      .set('cookie', host)
      .expect(200);
    const lines = (body as { lines: { by: string; name: string | null; action: string; at: string }[] })
      .lines;
    expect(lines.map(({ by, name, action }) => [by, name, action])).toEqual([
      ['person', 'Dana Host', 'check-in.undo'],
      ['link', 'Side door', 'attendee.let-in'],
      ['link', 'Side door', 'check-in.in'],
      ['link', 'Side door', 'check-in.refused'],
    ]);
    expect(lines[3]?.at).toBe('2026-10-20T01:05:00.000Z');
  });
});
