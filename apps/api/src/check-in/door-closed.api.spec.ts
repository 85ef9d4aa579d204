import { randomBytes, randomUUID } from 'node:crypto';
import { type Keys, parseKeys } from '#libs/database';
import { type Api, startApi, testKeys } from '../../../../test/support/api.ts';
import { type Door, type ScanSent, makeDoor, scanOf } from '../../../../test/support/door.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { DoorActsService } from './door-acts.service.ts';
import { DoorDesk } from './door-desk.ts';
import { DoorLinksService } from './door-links.service.ts';
import { DoorService } from './door.service.ts';
import { heardScan } from './scans.ts';

// The evening begins on 20 October at 01:00 UTC and ends at 04:00; its door closes at 10:00.
const closed = '2026-10-20T10:00:01Z';
const evening = '2026-10-20T01:30:00.000Z';

let api: Api;
let event: Awaited<ReturnType<typeof makeEvent>>;
let door: Door;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(async () => {
  await api.setTime('2026-10-20T02:00:00Z');
  event = await makeEvent(api.database, (await makeOrganization(api.database)).id);
  door = await makeDoor(api, event);
});
afterAll(() => api.stop());

const guest = async (status: 'confirmed' | 'waitlisted') =>
  (await makeAttendee(api.database, event, { came: false, status })).id;

const walkIn = (scannedAt: string): ScanSent => ({
  nonce: randomUUID(),
  kind: 'walk-in',
  name: 'Tom Adeyemi',
  email: `${randomUUID()}@example.org`,
  scannedAt,
});

/** A let-in, a check-in by force and a walk-in at this time. */
const actsAt = async (scannedAt: string): Promise<ScanSent[]> => [
  scanOf(await guest('waitlisted'), scannedAt, { kind: 'let-in' }),
  scanOf(await guest('waitlisted'), scannedAt, { force: true }),
  walkIn(scannedAt),
];

const outcomesOf = async (scans: ScanSent[]) =>
  (await door.sync(scans)).results.map(({ outcome }) => outcome);

const mails = () =>
  api.database.sql('select kind from mails where organization_id = $1', [event.organizationId]);
const refused = ['not-confirmed', 'not-confirmed', 'not-confirmed'];

describe('a door that is closed', () => {
  it('still lets in whom it let in while it was open', async () => {
    const acts = await actsAt(evening);
    await api.setTime(closed);
    expect(await outcomesOf(acts)).toEqual(['ok', 'ok', 'ok']);
  });

  it.each([
    ['after its end', '2026-10-20T10:00:00.000Z'],
    ['days later', '2026-10-24T10:00:00.000Z'],
    ['long before its evening', '2026-10-19T12:59:59.999Z'],
  ])('lets nobody in and makes nobody by what was done %s', async (_, scannedAt) => {
    const acts = await actsAt(scannedAt);
    const ours = await guest('confirmed');
    await api.setTime(closed);
    expect(await outcomesOf([...acts, scanOf(ours, evening)])).toEqual([...refused, 'ok']);
    expect(await api.database.sql('select 1 from people where email = $1', [acts[2]?.email])).toEqual([]);
    const going = `select id from attendees where event_id = $1 and status = 'confirmed'`;
    expect(await api.database.sql(going, [event.id])).toEqual([{ id: ours }]);
    expect(await mails()).toEqual([]);
  });

  it('lets in by a phone whose clock is ahead, while it is open', async () => {
    expect(await outcomesOf(await actsAt('2026-10-21T10:00:00.000Z'))).toEqual(['ok', 'ok', 'ok']);
  });
});

describe('the door of an evening that was called off', () => {
  const callOff = async () => {
    const { personId } = await makeMember(api.database, event.organizationId);
    await api.http
      .post(`/api/v1/organizations/${event.organizationId}/events/${event.id}/cancel`)
      .set('cookie', await api.cookieOf(personId))
      .send({ reason: 'No power' })
      .expect(200);
    await api.database.sql('delete from mails where organization_id = $1', [event.organizationId]);
  };

  it('is over: it gives no list and no news, and says so before the code', async () => {
    const { cursor } = await door.list();
    await callOff();
    const look = await api.http.get(`/api/v1/door/${door.token}`).expect(200);
    expect(look.body).toMatchObject({ expired: true });
    const list = await api.http.get(`/api/v1/door/${door.token}/list`).set('door-key', door.key).expect(410);
    expect(list.body).toMatchObject({ code: 'door-link-over' });
    expect((await door.sync([], cursor)).changed).toEqual([]);
  });

  it('takes what was scanned before, names nobody, and lets nobody in', async () => {
    const ours = await guest('confirmed');
    const acts = await actsAt(evening);
    await callOff();
    const { results } = await door.sync([scanOf(ours, evening)]);
    expect(results).toMatchObject([{ attendeeId: ours, name: null, by: null }]);
    expect(
      await api.database.sql('select outcome from check_ins where attendee_id = $1', [ours]),
    ).toHaveLength(1);
    expect(await outcomesOf(acts)).not.toContain('ok');
    const going = `select 1 from attendees where event_id = $1 and (status = 'confirmed' and id <> $2 or source = 'door')`;
    expect(await api.database.sql(going, [event.id, ours])).toEqual([]);
    expect(await mails()).toEqual([]);
    await api.setTime('2026-10-27T02:00:01Z');
    expect((await door.send([scanOf(ours, evening)])).body).toMatchObject({ code: 'door-link-over' });
  });
});

it('a link that is revoked between its key and its act lets nobody in', async () => {
  const [links, acts] = [api.app.get(DoorLinksService), api.app.get(DoorActsService)];
  const key = await links.keyOf(door.token, door.key, { late: true });
  const scans = [walkIn(evening)].map((scan) => heardScan(links.keys, scan));
  await api.database.sql('update door_links set revoked_at = app_now() where id = $1', [door.id]);
  await expect(acts.sync(key, scans, null)).rejects.toMatchObject({ code: 'link-unusable' });
  expect(await api.database.sql('select 1 from check_ins where event_id = $1', [event.id])).toEqual([]);
});

describe('200 tickets', () => {
  const reads = { count: 0 };
  /** Counts what is signed or sealed by the keys. */
  const counted = new Proxy<Keys>(parseKeys(testKeys), {
    get: (keys, name) => {
      reads.count += 1;
      return Reflect.get(keys, name) as unknown;
    },
  });

  const readsOf = async (shown: string): Promise<[number, unknown]> => {
    const links = new Proxy(api.app.get(DoorLinksService), {
      get: (target, name) => (name === 'keys' ? counted : (Reflect.get(target, name) as unknown)),
    });
    const [desk, acts] = [api.app.get(DoorDesk), api.app.get(DoorActsService)];
    const service = new DoorService(api.db, links, desk, acts);
    const scans = Array.from({ length: 200 }, () => scanOf(randomUUID(), evening));
    reads.count = 0;
    const answer: unknown = await service
      .sync(door.token, shown, { since: null, scans })
      .catch((error: unknown) => error);
    return [reads.count, answer];
  };

  it('are verified for whoever has the code, and for nobody else', async () => {
    const [right, answer] = await readsOf(door.key);
    expect(right).toBeGreaterThanOrEqual(200);
    expect(answer).toHaveProperty('results');
    const [wrong, refusal] = await readsOf(randomBytes(32).toString('base64url'));
    expect(wrong).toBeLessThan(10);
    expect(refusal).toMatchObject({ code: 'door-code-wrong' });
  });
});
