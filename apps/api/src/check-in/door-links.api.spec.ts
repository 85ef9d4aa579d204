import { randomBytes, randomUUID } from 'node:crypto';
import { doorKeysOf, doorTokenOf, parseKeys } from '#libs/database';
import { newId, roles } from '#libs/domain';
import { type Api, startApi, testKeys } from '../../../../test/support/api.ts';
import { type Door, makeDoor, scanOf } from '../../../../test/support/door.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { routesOf } from '../routes.ts';

// The evening is over on 20 October at 04:00 UTC, its doors six hours later.
const evening = '2026-10-20T02:00:00Z';

let api: Api;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let event: Awaited<ReturnType<typeof makeEvent>>;
let cookie: string;
let door: Door;

beforeAll(async () => {
  api = await startApi({ time: evening });
});
beforeEach(async () => {
  await api.setTime(evening);
  organization = await makeOrganization(api.database);
  event = await makeEvent(api.database, organization.id);
  cookie = await api.cookieOf((await makeMember(api.database, organization.id, 'host')).personId);
  door = await makeDoor(api, event);
});
afterAll(() => api.stop());

const links = (eventId = event.id): string =>
  `/api/v1/organizations/${organization.id}/events/${eventId}/door-links`;
const look = (token = door.token) => api.http.get(`/api/v1/door/${token}`);
const list = (key: string | null = door.key, token = door.token) => {
  const request = api.http.get(`/api/v1/door/${token}/list`);
  return key === null ? request : request.set('door-key', key);
};
const codeOf = (body: unknown): string => (body as { code: string }).code;

interface Made {
  link: { id: string; label: string; revoked: boolean };
  url: string;
  code: string;
}
const make = async (label = 'Front door') =>
  (await api.http.post(links()).set('cookie', cookie).send({ label }).expect(201)).body as Made;

describe('the link of a door', () => {
  it('is made with a code that opens it and stands nowhere', async () => {
    const made = await make();
    const token = made.url.split('/door/')[1] ?? '';
    const { body } = await look(token).expect(200);
    const { title, salt, iterations, expired } = body as Record<string, unknown>;
    expect({ title, iterations, expired }).toEqual({
      title: event.title,
      iterations: 600_000,
      expired: false,
    });
    const { shown } = await doorKeysOf(made.code, Buffer.from(String(salt), 'base64url'));
    await list(shown.toString('base64url'), token).expect(200);
    const rows = await api.database.sql(
      `select (select string_agg(l::text, ' ') from door_links l) || (select string_agg(a::text, ' ') from audit a)
         || coalesce((select string_agg(k::text, ' ') from idempotency_keys k), '') as kept`,
    );
    const kept = String(rows[0]?.['kept']);
    expect(kept).toContain(made.link.id);
    expect(kept).not.toContain(made.code);
    expect(kept).not.toContain(made.code.replace('-', ''));
    expect(kept).not.toContain(shown.toString('hex'));
  });

  it('asked for twice with one key is two links, because the code is told once', async () => {
    const ask = () =>
      api.http
        .post(links())
        .set('cookie', cookie)
        .set('idempotency-key', 'the-same-key')
        .send({ label: 'A' });
    const [first, second] = [await ask().expect(201), await ask().expect(201)];
    expect((first.body as Made).code).not.toBe((second.body as Made).code);
    const { body } = await api.http.get(links()).set('cookie', cookie).expect(200);
    expect((body as { links: unknown[] }).links).toHaveLength(3);
  });

  it('shows when a phone of it was last here', async () => {
    const before = (await api.http.get(links()).set('cookie', cookie)).body as {
      links: { lastSeenAt: unknown }[];
    };
    expect(before.links[0]?.lastSeenAt).toBeNull();
    await door.sync([]);
    const after = (await api.http.get(links()).set('cookie', cookie)).body as {
      links: { lastSeenAt: unknown }[];
    };
    expect(after.links[0]?.lastSeenAt).toMatch(/^2026-10-20T02:0/);
  });

  it('stands beside the count that the phones show: people, with those they bring', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    await api.database.sql(`update attendees set party_size = 3, guests = '["Bo","Cy"]' where id = $1`, [id]);
    await makeAttendee(api.database, event, { came: false });
    await makeAttendee(api.database, event, { came: false, status: 'waitlisted' });
    const { counts } = await door.sync([scanOf(id, '2026-10-20T01:09:00.000Z')]);
    expect(counts).toEqual({ in: 3, going: 4 });
    const { body } = await api.http.get(links()).set('cookie', cookie).expect(200);
    expect((body as { counts: unknown }).counts).toEqual(counts);
  });

  it('opens nothing from the moment it is revoked, and revoking again is nothing', async () => {
    const { id } = await makeAttendee(api.database, event, { came: false });
    await api.http.delete(`${links()}/${door.id}`).set('cookie', cookie).expect(204);
    await api.http.delete(`${links()}/${door.id}`).set('cookie', cookie).expect(204);
    for (const answer of [await look(), await list(), await door.send([scanOf(id, evening)])])
      expect([answer.status, codeOf(answer.body)]).toEqual([410, 'link-unusable']);
    const walkIn = {
      nonce: randomUUID(),
      kind: 'walk-in',
      name: 'T',
      email: 't@example.org',
      scannedAt: evening,
    } as const;
    expect((await door.send([walkIn])).status).toBe(410);
    expect(await api.database.sql('select 1 from check_ins where event_id = $1', [event.id])).toEqual([]);
    const audit = await api.database.sql(`select action from audit where subject_id = $1`, [door.id]);
    expect(audit).toEqual([{ action: 'door-link.revoked' }]);
  });

  it('gives no list after its end, takes what was scanned before for a week, and then nothing', async () => {
    const [kept, late] = [
      await makeAttendee(api.database, event, { came: false }),
      await makeAttendee(api.database, event, { came: false }),
    ];
    await api.setTime('2026-10-20T10:00:01Z');
    expect((await look()).body).toMatchObject({ expired: true });
    expect([(await list()).status, codeOf((await list()).body)]).toEqual([410, 'door-link-over']);
    const { results, changed } = await door.sync(
      [scanOf(kept.id, '2026-10-20T01:09:00.000Z'), scanOf(late.id, '2026-10-25T00:00:00Z')],
      '2020-01-01T00:00:00Z',
    );
    expect(results).toMatchObject([
      { outcome: 'ok', name: null, checkedInAt: '2026-10-20T01:09:00.000Z' },
      { outcome: 'ok', name: null, checkedInAt: '2026-10-20T10:00:00.000Z' },
    ]);
    expect(changed).toEqual([]);
    await api.setTime('2026-10-27T10:00:01Z');
    const over = await door.send([scanOf(kept.id, '2026-10-20T01:09:00.000Z')]);
    expect([over.status, codeOf(over.body)]).toEqual([410, 'door-link-over']);
  });

  it('follows its evening when that is moved', async () => {
    await api.database.sql(`update events set ends_at = ends_at + interval '2 days' where id = $1`, [
      event.id,
    ]);
    await api.setTime('2026-10-22T02:00:00Z');
    await list().expect(200);
  });

  it('is refused with another token, and without the key of its code', async () => {
    const other = await makeDoor(api, event, 'Side door');
    const forged = `${door.token.slice(0, -1)}${door.token.endsWith('0') ? '1' : '0'}`;
    expect((await look(forged)).status).toBe(410);
    expect((await look(doorTokenOf(parseKeys(testKeys), newId()))).status).toBe(410);
    for (const key of [null, '', 'nonsense', other.key, randomBytes(32).toString('base64url')])
      expect([key, codeOf((await list(key)).body)]).toEqual([key, 'door-code-wrong']);
  });

  it('answers ten wrong codes an hour, more with too many, and still opens to the right one', async () => {
    const wrong = () => list(randomBytes(32).toString('base64url'));
    const { id } = await makeAttendee(api.database, event, { came: false });
    const answers: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await wrong()).status);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
    const scan = await api.http
      .post(`/api/v1/door/${door.token}/sync`)
      .set('door-key', randomBytes(32).toString('base64url'))
      .send({ since: null, scans: [scanOf(id, evening)] });
    expect(scan.status).toBe(429);
    await list().expect(200);
    expect((await door.sync([scanOf(id, evening)])).results).toMatchObject([{ outcome: 'ok' }]);
  });

  it('opens nothing but its door: every other route wants a session, another evening another link', async () => {
    const [there, other] = [
      await makeEvent(api.database, organization.id),
      await makeDoor(api, event, 'Side door'),
    ];
    const token = door.token;
    const open: string[] = [];
    for (const { method, path, access } of routesOf(api.app)) {
      if ('public' in access) continue;
      const url = path
        .replace(':organizationId', organization.id)
        .replace(':eventId', event.id)
        .replace(':token', token)
        .replace(/:\w+/g, () => newId());
      const request = api.http[method.toLowerCase() as 'get'](url).set('door-key', door.key);
      request.set('authorization', `Bearer ${token}`).set('cookie', `session=${token}`);
      const { status } = await (method === 'GET' ? request : request.send({}));
      // Where a page would be, who has no session is sent to sign in.
      if (status !== 401 && status !== 303 && status !== 302) open.push(`${method} ${path} ${status}`);
    }
    expect(open).toEqual([]);
    for (const path of [
      `/my/${token}`,
      `/evening/${token}`,
      `/panelist/${token}`,
      `/api/v1/evening/${token}`,
      `/api/v1/critique/${token}`,
    ])
      expect([path, [404, 410].includes((await api.http.get(path)).status)]).toEqual([path, true]);
    const guest = await makeAttendee(api.database, there, { came: false });
    expect((await other.sync([scanOf(guest.id, evening)])).results).toMatchObject([
      { outcome: 'wrong-event' },
    ]);
  });

  it('is made by those who run the evening, and not by the door itself', async () => {
    const may: Record<string, number> = {};
    for (const role of roles) {
      const member = await api.cookieOf((await makeMember(api.database, organization.id, role)).personId);
      may[role] = (await api.http.post(links()).set('cookie', member).send({ label: 'A' })).status;
    }
    expect(may).toEqual({ owner: 201, editor: 201, host: 201, door: 403 });
  });

  it('of another evening or organization is not found', async () => {
    const there = await makeEvent(api.database, organization.id);
    await api.http
      .delete(`${links(there.id)}/${door.id}`)
      .set('cookie', cookie)
      .expect(404);
    const elsewhere = await makeEvent(api.database, (await makeOrganization(api.database)).id);
    await api.http.get(links(elsewhere.id)).set('cookie', cookie).expect(404);
  });
});
