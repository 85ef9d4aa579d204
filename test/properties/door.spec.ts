import { randomBytes } from 'node:crypto';
import { type NewScan, type Tx, keepScans, parseKeys, ticketOf, verifyTicket } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import * as fc from 'fast-check';
import { type Api, startApi, testKeys } from '../support/api.ts';
import { type Door, type ScanSent, type Synced, makeDoor, scanOf, ticketFor } from '../support/door.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../support/factories.ts';

// Doors without a network agree: whatever was scanned where, and in whatever order, twice or hours late it arrives, when
// somebody came is what a person with a stopwatch and a list would have written down.

let api: Api;
let organization: { id: string };
let event: { id: string; organizationId: string };

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T03:30:00Z' });
  organization = await makeOrganization(api.database);
});
beforeEach(async () => {
  event = await makeEvent(api.database, organization.id, { capacity: 400 });
});
afterAll(() => api.stop());

const at = (minute: number): string =>
  new Date(Date.parse('2026-10-20T01:00:00Z') + minute * 60_000).toISOString();

async function guests(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push((await makeAttendee(api.database, event, { came: false })).id);
  return ids;
}

/** When each of them came, as the guest list has it. */
async function truthOf(ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await api.database.sql<{ id: string; checked_in_at: Date | null }>(
    'select id, checked_in_at from attendees where id = any ($1)',
    [ids],
  );
  const times = new Map(rows.map((row) => [row.id, row.checked_in_at?.toISOString() ?? null]));
  return ids.map((id) => times.get(id) ?? null);
}

interface Act {
  guest: number;
  minute: number;
  kind: 'in' | 'undo';
  phone: number;
}

/** Somebody at the only door, who writes down what happens as it happens. */
function stopwatch(acts: readonly Act[], guest: number): string | null {
  let came: number | null = null;
  for (const { kind, minute } of acts.filter((act) => act.guest === guest))
    came = kind === 'undo' ? null : (came ?? minute);
  return came === null ? null : at(came);
}

/** Of the same minute the undo is the last word. */
const inTime = (acts: readonly Act[]): Act[] =>
  [...acts].sort((a, b) => a.minute - b.minute || Number(a.kind === 'undo') - Number(b.kind === 'undo'));

const act = fc.record<Act>({
  guest: fc.nat(3),
  minute: fc.nat(14),
  kind: fc.constantFrom('in', 'in', 'in', 'undo'),
  phone: fc.nat(2),
});

/** What happened, and two orders in which the batches of the phones arrive, some of them twice. */
const evening = fc
  .array(act, { minLength: 2, maxLength: 24 })
  .chain((acts) =>
    fc.record({ acts: fc.constant(acts), orders: fc.tuple(arrivalOf(acts.length), arrivalOf(acts.length)) }),
  );

const arrivalOf = (count: number) => {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return fc
    .tuple(
      fc.shuffledSubarray(indexes, { minLength: count, maxLength: count }),
      fc.subarray(indexes, { maxLength: Math.min(count, 6) }),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([order, again, size]) => ({ order: [...order, ...again], size }));
};

interface Arrival {
  order: number[];
  size: number;
}

/** Sends the acts to fresh guests in this order, a few at a time, each by the phone that took it. */
async function arrive(doors: readonly Door[], acts: readonly Act[], { order, size }: Arrival) {
  const ids = await guests(4);
  const scans = acts.map(({ guest, minute, kind }) => scanOf(ids[guest] ?? '', at(minute), { kind }));
  for (let from = 0; from < order.length; from += size) {
    const batch = order.slice(from, from + size);
    const sent = doors.map(async (door, phone) => {
      const mine = batch.filter((index) => acts[index]?.phone === phone);
      if (mine.length > 0) await door.sync(mine.map((index) => scans[index]).filter(isScan));
    });
    await Promise.all(sent);
  }
  return truthOf(ids);
}

const isScan = (scan: ScanSent | undefined): scan is ScanSent => scan !== undefined;
const four = [0, 1, 2, 3];

describe('doors without a network', () => {
  it('agree on when everybody came, whatever arrives when', async () => {
    const doors = await Promise.all(['A', 'B', 'C'].map((label) => makeDoor(api, event, label)));
    await fc.assert(
      fc.asyncProperty(evening, async ({ acts, orders }) => {
        const expected = four.map((guest) => stopwatch(inTime(acts), guest));
        for (const order of orders) expect(await arrive(doors, acts, order)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('would not, if what arrives first came first (control)', () => {
    const differs = fc.sample(evening, 200).filter(({ acts, orders: [{ order }] }) => {
      const arrived = order.flatMap((index) => acts[index] ?? []);
      return four.some((guest) => stopwatch(arrived, guest) !== stopwatch(inTime(acts), guest));
    });
    expect(differs.length).toBeGreaterThan(50);
  });

  it('take 200 scans on two phones, 30 of them of the same people, to one truth with the first times', async () => {
    const ids = await guests(170);
    const [front, side] = [await makeDoor(api, event, 'Front door'), await makeDoor(api, event, 'Side door')];
    const { cursor } = await front.list();
    const scan = (index: number, second: number): ScanSent =>
      scanOf(ids[index] ?? '', new Date(Date.parse(at(0)) + second * 1000).toISOString());
    // The first 30 are scanned at both; at which of them first, alternates.
    const byFront = Array.from({ length: 100 }, (_, index) =>
      scan(index, 10 * index + (index < 30 ? index % 2 : 0)),
    );
    const bySide = Array.from({ length: 100 }, (_, index) =>
      index < 30 ? scan(index, 10 * index + ((index + 1) % 2)) : scan(70 + index, 10 * index),
    );
    const sent = await Promise.all([front.sync(byFront, cursor), side.sync(bySide, cursor)]);
    const outcomes = sent.flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(170);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(30);
    const first = ids.map((_, index) => (index < 100 ? 10 * index : 10 * (index - 70)));
    expect(await truthOf(ids)).toEqual(
      first.map((second) => new Date(Date.parse(at(0)) + second * 1000).toISOString()),
    );
    const known = ({ changed }: Synced) =>
      changed.map(({ id, checkedInAt, by }) => [id, checkedInAt, by].join(' ')).sort();
    const atFront = await front.sync([], cursor);
    expect(atFront.counts).toEqual({ in: 170, going: 170 });
    expect(known(atFront)).toHaveLength(170);
    expect(known(await side.sync([], cursor))).toEqual(known(atFront));
    expect((await front.list()).people).toEqual((await side.list()).people);
  });
});

describe('the same ticket at 20 doors at once', () => {
  it('is one ok and nineteen already', async () => {
    const [id = ''] = await guests(1);
    const doors: Door[] = [];
    while (doors.length < 20) doors.push(await makeDoor(api, event, `Door ${doors.length}`));
    const answers = await Promise.all(doors.map((door) => door.sync([scanOf(id, at(5))])));
    const outcomes = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome)).sort();
    expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'already'), 'ok']);
  });

  const fourAtOnce = (id: string, work: (tx: Tx, scan: NewScan) => ReturnType<typeof keepScans>) =>
    Promise.all(
      four.map(() =>
        api.db.write(inOrganization(organization.id, system), (tx) =>
          work(tx, {
            organizationId: organization.id,
            eventId: event.id,
            attendeeId: id,
            otherwise: 'wrong-event',
            nonce: newId(),
            kind: 'in',
            scannedAt: new Date(at(5)),
            forced: false,
            actor: system,
            by: null,
          }),
        ),
      ),
    );
  const oks = (answers: Awaited<ReturnType<typeof keepScans>>[]): number =>
    answers.flat().filter(({ outcome }) => outcome === 'ok').length;

  it('is one ok in four processes at once, and more without the lock (control)', async () => {
    const [locked = '', unlocked = ''] = await guests(2);
    expect(oks(await fourAtOnce(locked, (tx, scan) => keepScans(tx, [scan])))).toBe(1);
    const looked = barrier(4);
    const answers = await fourAtOnce(unlocked, (tx, scan) => keepScans(withoutLock(tx, looked), [scan]));
    expect(oks(answers)).toBe(4);
  });
});

/** Resolves for everybody once so many have come. */
function barrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let here = 0;
  return () => {
    here += 1;
    if (here === count) open();
    return all;
  };
}

/** Looks without waiting for each other, and writes when all have looked. */
const withoutLock = (tx: Tx, looked: () => Promise<void>): Tx =>
  new Proxy(tx, {
    get: (target, name) => {
      if (name !== 'prepared') return Reflect.get(target, name) as unknown;
      return async (statement: string, sql: string, values: []) => {
        if (statement === 'door-write') await looked();
        return target.prepared(`${statement}-unlocked`, sql.replace('for no key update of a', ''), values);
      };
    },
  });

describe('ten thousand forged tickets', () => {
  it('are never ok, and a true one among them is', async () => {
    const ids = await guests(20);
    const door = await makeDoor(api, event);
    const other = await makeEvent(api.database, organization.id);
    const elsewhere = ticketFor((await makeAttendee(api.database, other, { came: false })).id);
    const keys = parseKeys(testKeys);
    const otherKeys = parseKeys(`t1:${Buffer.alloc(32, 8).toString('base64url')}`);
    const tickets = ids.map((id) => ticketFor(id));
    const forged = Array.from({ length: 10_000 }, (_, index) => {
      const ticket = tickets[index % tickets.length] ?? '';
      const kinds = [
        () => ticketOf(otherKeys, newId()),
        () => (index % 10 === 1 ? elsewhere : ticketFor(newId())),
        () => `AQ1.${randomBytes(80).toString('base64url')}`,
        () => ticket.slice(0, 26 + (index % 80)),
        () => withFlippedBit(ticket, Math.floor(index / 5) % 640),
      ];
      return kinds[index % kinds.length]?.() ?? '';
    });
    const here = new Set(ids);
    expect(forged.filter((ticket) => here.has(verifyTicket(keys, ticket) ?? ''))).toEqual([]);
    // Of each kind every fifth goes through the door itself.
    const shown = forged.filter((_, index) => Math.floor(index / 5) % 5 === 0);
    const outcomes: string[] = [];
    for (let from = 0; from < shown.length; from += 200) {
      const scans = shown.slice(from, from + 200).map((ticket) => scanOf(ids[0] ?? '', at(3), { ticket }));
      const { results } = await door.sync(scans);
      for (const { outcome, name, attendeeId } of results)
        outcomes.push(outcome + (name ?? attendeeId ?? ''));
    }
    expect(outcomes.filter((outcome) => outcome === 'forged')).toHaveLength(1_600);
    expect(outcomes.filter((outcome) => outcome === 'wrong-event')).toHaveLength(400);
    expect(outcomes).toHaveLength(2_000);
    expect(await truthOf(ids)).toEqual(ids.map(() => null));
    expect((await door.sync([scanOf(ids[0] ?? '', at(3))])).results).toMatchObject([{ outcome: 'ok' }]);
  });
});

function withFlippedBit(ticket: string, bit: number): string {
  const bytes = Buffer.from(ticket.slice(4), 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return `AQ1.${bytes.toString('base64url')}`;
}
