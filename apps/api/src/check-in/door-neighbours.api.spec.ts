import { keepScans } from '#libs/database';
import { everyOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeDoor, scanOf } from '../../../../test/support/door.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../../../../test/support/factories.ts';

// Doors of all organizations are served together (door-desk.ts): what one of them sends is nothing to another.

let api: Api;
let ours: { id: string; organizationId: string };
let theirs: { id: string; organizationId: string };
let nextEvening: { id: string; organizationId: string };

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
  const [here, there] = [await makeOrganization(api.database), await makeOrganization(api.database)];
  ours = await makeEvent(api.database, here.id);
  nextEvening = await makeEvent(api.database, here.id);
  theirs = await makeEvent(api.database, there.id);
});
afterAll(() => api.stop());

const scannedAt = '2026-10-20T01:04:00.000Z';
const guest = async () => (await makeAttendee(api.database, ours, { came: false })).id;

async function cameAt(id: string): Promise<string | undefined> {
  const [row] = await api.database.sql<{ at: Date | null }>(
    'select checked_in_at as at from attendees where id = $1',
    [id],
  );
  return row?.at?.toISOString();
}

const scanAt = ({ id, organizationId }: typeof ours, attendeeId: string) => ({
  organizationId,
  eventId: id,
  attendeeId,
  otherwise: 'wrong-event' as const,
  nonce: newId(),
  kind: 'in' as const,
  scannedAt: new Date(scannedAt),
  forced: false,
  actor: system,
  by: null,
});

describe('a guest whose id is sent by the doors of two evenings in one batch', () => {
  const doors = [
    ['of another organization, before', () => [theirs, ours]],
    ['of another organization, after', () => [ours, theirs]],
    ['of the next evening, before', () => [nextEvening, ours]],
    ['of the next evening, after', () => [ours, nextEvening]],
    ['of both, around', () => [theirs, nextEvening, ours, nextEvening, theirs]],
  ] as const;

  it.each(doors)('is in at their own and nobody at the other: one %s', async (_, order) => {
    const id = await guest();
    const scans = order().map((door) => scanAt(door, id));
    const results = await api.db.write(everyOrganization, (tx) => keepScans(tx, scans));
    const told = results.map(({ outcome, attendeeId, name }) => [outcome, attendeeId, name === null]);
    expect(told).toEqual(
      order().map((door) => (door === ours ? ['ok', id, false] : ['wrong-event', null, true])),
    );
    expect(await cameAt(id)).toBe(scannedAt);
  });

  it('is in also where both doors are asked at once, again and again', async () => {
    const [front, foreign] = [await makeDoor(api, ours), await makeDoor(api, theirs)];
    const ids = await Promise.all(Array.from({ length: 24 }, guest));
    const answers = await Promise.all(
      ids.flatMap((id, index) => {
        const both = [front, foreign].map((door) => () => door.sync([scanOf(id, scannedAt)]));
        return (index % 2 === 0 ? both : both.reverse()).map((ask) => ask());
      }),
    );
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome)).sort();
    expect(outcomes).toEqual([...ids.map(() => 'ok'), ...ids.map(() => 'wrong-event')]);
    expect(await Promise.all(ids.map(cameAt))).toEqual(ids.map(() => scannedAt));
  });
});
