import { randomUUID } from 'node:crypto';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Door, makeDoor, scanOf, ticketFor } from '../../../../test/support/door.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

// The evening begins on 20 October at 01:00 UTC and ends at 04:00.
const doorsOpen = '2026-10-20T00:45:00.000Z';
const at = (minute: number): string =>
  new Date(Date.parse('2026-10-20T01:00:00Z') + minute * 60_000).toISOString();

let api: Api;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let event: Awaited<ReturnType<typeof makeEvent>>;
let door: Door;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(async () => {
  organization = await makeOrganization(api.database);
  event = await makeEvent(api.database, organization.id, { capacity: 3 });
  door = await makeDoor(api, event);
});
afterAll(() => api.stop());

const guest = (given: GivenAttendee = {}) => makeAttendee(api.database, event, { came: false, ...given });

async function rowOf(attendeeId: string) {
  const [row] = await api.database.sql<{
    status: string;
    checked_in_at: Date | null;
    source: string;
    name: string;
  }>('select status, checked_in_at, source, name from attendees where id = $1', [attendeeId]);
  if (row === undefined) throw new Error('no such attendee');
  return { ...row, checkedInAt: row.checked_in_at?.toISOString() ?? null };
}

describe('a scan at the door', () => {
  it('lets a guest in once and says to the next door since when they are in, and through which', async () => {
    const { id } = await guest({ person: await makePerson(api.database, { name: 'Ines Okafor' }) });
    const side = await makeDoor(api, event, 'Side door');
    const first = await door.sync([scanOf(id, at(4))]);
    expect(first.results).toMatchObject([
      { outcome: 'ok', attendeeId: id, name: 'Ines Okafor', checkedInAt: at(4), by: 'Front door' },
    ]);
    expect(first.counts).toEqual({ in: 1, going: 1 });
    const second = await side.sync([scanOf(id, at(9))]);
    expect(second.results).toMatchObject([{ outcome: 'already', checkedInAt: at(4), by: 'Front door' }]);
    expect((await rowOf(id)).checkedInAt).toBe(at(4));
  });

  it('keeps the time of the earlier scan also when it arrives later, and tells the other doors', async () => {
    const { id } = await guest();
    const side = await makeDoor(api, event, 'Side door');
    const { cursor } = await door.list();
    await door.sync([scanOf(id, at(30))]);
    const late = await side.sync([scanOf(id, at(11))], cursor);
    expect(late.results).toMatchObject([{ outcome: 'already', checkedInAt: at(11), by: 'Side door' }]);
    expect(late.changed).toEqual([{ id, checkedInAt: at(11), by: 'Side door', status: 'going' }]);
    const news = await door.sync([], cursor);
    expect(news.changed).toEqual([{ id, checkedInAt: at(11), by: 'Side door', status: 'going' }]);
    expect((await door.sync([], null)).changed).toEqual([]);
  });

  it('takes a check-in back, and a scan of before that changes nothing', async () => {
    const { id } = await guest();
    await door.sync([scanOf(id, at(4))]);
    const undone = await door.sync([scanOf(id, at(5), { kind: 'undo' })]);
    expect(undone.results).toMatchObject([{ outcome: 'undone', checkedInAt: null, by: null }]);
    expect(undone.counts.in).toBe(0);
    expect((await door.sync([scanOf(id, at(3))])).results).toMatchObject([{ outcome: 'undone' }]);
    expect((await door.sync([scanOf(id, at(8))])).results).toMatchObject([
      { outcome: 'ok', checkedInAt: at(8) },
    ]);
  });

  it('is one record and the same answer however often it is sent, also at once', async () => {
    const { id } = await guest();
    const scan = scanOf(id, at(4));
    const answers = await Promise.all(Array.from({ length: 6 }, () => door.sync([scan, scan])));
    for (const { results } of answers)
      expect(results.map(({ outcome, checkedInAt }) => [outcome, checkedInAt])).toEqual([
        ['ok', at(4)],
        ['ok', at(4)],
      ]);
    const rows = await api.database.sql('select nonce from check_ins where event_id = $1', [event.id]);
    expect(rows).toEqual([{ nonce: scan.nonce }]);
  });

  it('says of whoever is not going what they are, and lets nobody in by itself', async () => {
    const statuses = ['pending', 'waitlisted', 'held', 'declined', 'cancelled'] as const;
    for (const status of statuses) {
      const { id } = await guest({ status });
      const { results } = await door.sync([scanOf(id, at(4))]);
      const outcome = status === 'cancelled' ? 'cancelled' : 'not-confirmed';
      expect([status, results[0]?.outcome]).toEqual([status, outcome]);
      expect((await rowOf(id)).checkedInAt).toBeNull();
    }
  });

  it('writes a forged ticket down without an attendee, whatever id stands beside it', async () => {
    const { id } = await guest();
    const ticket = `${ticketFor(id).slice(0, -4)}AAAA`;
    const { results } = await door.sync([scanOf(id, at(4), { ticket, attendeeId: id })]);
    expect(results).toEqual([
      {
        nonce: results[0]?.nonce,
        outcome: 'forged',
        attendeeId: null,
        name: null,
        checkedInAt: null,
        by: null,
      },
    ]);
    expect(
      await api.database.sql('select attendee_id, outcome from check_ins where event_id = $1', [event.id]),
    ).toEqual([{ attendee_id: null, outcome: 'forged' }]);
    expect((await rowOf(id)).checkedInAt).toBeNull();
  });

  it('answers alike and without a name for a guest of another evening, another organization and of none', async () => {
    const nextEvening = await makeEvent(api.database, organization.id);
    const elsewhere = await makeEvent(api.database, (await makeOrganization(api.database)).id);
    const ids = [
      (await makeAttendee(api.database, nextEvening, { came: false })).id,
      (await makeAttendee(api.database, elsewhere, { came: false })).id,
      randomUUID(),
    ];
    const scans = ids.flatMap((id) => [
      scanOf(id, at(4)),
      { nonce: randomUUID(), kind: 'in' as const, attendeeId: id, scannedAt: at(4) },
      scanOf(id, at(4), { kind: 'undo' }),
      scanOf(id, at(4), { force: true }),
      scanOf(id, at(4), { kind: 'let-in' }),
    ]);
    const { results } = await door.sync(scans);
    for (const result of results)
      expect(result).toEqual({
        nonce: result.nonce,
        outcome: 'wrong-event',
        attendeeId: null,
        name: null,
        checkedInAt: null,
        by: null,
      });
    expect(results).toHaveLength(15);
    for (const id of ids.slice(0, 2)) expect((await rowOf(id)).checkedInAt).toBeNull();
  });

  it('has the time of the phone, but none before the day and none that is still to come', async () => {
    const [early, late] = [await guest(), await guest()];
    await door.sync([scanOf(early.id, '2020-01-01T00:00:00Z'), scanOf(late.id, '2031-01-01T00:00:00Z')]);
    expect((await rowOf(early.id)).checkedInAt).toBe('2026-10-19T13:00:00.000Z');
    expect((await rowOf(late.id)).checkedInAt).toMatch(/^2026-10-20T02:0/);
  });

  it('counts what a guest list said before as a check-in like any other', async () => {
    const { id } = await guest({ came: true });
    expect((await door.sync([scanOf(id, at(20))])).results).toMatchObject([
      { outcome: 'already', checkedInAt: at(0), by: null },
    ]);
    await door.sync([scanOf(id, doorsOpen)]);
    await door.sync([scanOf(id, at(-5), { kind: 'undo' })]);
    expect((await rowOf(id)).checkedInAt).toBe(at(0));
  });

  it('stays when the RSVP is cancelled afterwards', async () => {
    const { id } = await guest();
    await door.sync([scanOf(id, at(4))]);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-host', seat = false where id = $1`,
      [id],
    );
    expect((await door.sync([scanOf(id, at(9))])).results).toMatchObject([
      { outcome: 'already', checkedInAt: at(4) },
    ]);
  });
});

describe('letting in', () => {
  const letIn = (id: string, minute: number) => scanOf(id, at(minute), { kind: 'let-in' });

  it('seats whoever waits, beyond the capacity, and checks them in', async () => {
    for (let full = 0; full < 3; full += 1) await guest();
    const { id } = await guest({ status: 'waitlisted' });
    const { results, counts } = await door.sync([letIn(id, 12)]);
    expect(results).toMatchObject([{ outcome: 'ok', attendeeId: id, checkedInAt: at(12), by: 'Front door' }]);
    expect(counts).toEqual({ in: 1, going: 4 });
    expect(await rowOf(id)).toMatchObject({ status: 'confirmed', checkedInAt: at(12) });
    const [seats] = await api.database.sql(
      'select capacity, ceiling, taken, waiting from event_seats where event_id = $1',
      [event.id],
    );
    expect(seats).toEqual({ capacity: 3, ceiling: 4, taken: 4, waiting: 0 });
    const mails = await api.database.sql('select kind from mails where subject_id = $1', [id]);
    expect(mails).toEqual([{ kind: 'rsvp-confirmed' }]);
    const audit = await api.database.sql(
      'select action, actor_kind, actor_id from audit where subject_id = $1 order by id',
      [id],
    );
    expect(audit).toEqual([{ action: 'attendee.let-in', actor_kind: 'link', actor_id: door.id }]);
  });

  it('takes the time of their first try, when they were sent away before', async () => {
    const { id } = await guest({ status: 'waitlisted' });
    await door.sync([scanOf(id, at(3))]);
    expect((await door.sync([letIn(id, 12)])).results).toMatchObject([{ outcome: 'ok', checkedInAt: at(3) }]);
  });

  it('lets in by force whoever is on the list, and asks nobody twice', async () => {
    const people = [await guest(), await guest({ status: 'cancelled' }), await guest({ status: 'held' })];
    const scans = people.map(({ id }) => scanOf(id, at(5), { force: true }));
    const first = await door.sync(scans);
    const again = await door.sync(scans);
    expect(again.results).toEqual(first.results);
    expect(first.results.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(first.counts).toEqual({ in: 3, going: 3 });
    const mails = await api.database.sql('select kind from mails where organization_id = $1', [
      organization.id,
    ]);
    expect(mails).toHaveLength(2);
  });

  it('happens once, when two phones that were without network let in the same person', async () => {
    const { id } = await guest({ status: 'waitlisted' });
    const side = await makeDoor(api, event, 'Side door');
    const answers = await Promise.all([
      door.sync([letIn(id, 9)]),
      side.sync([letIn(id, 7)]),
      door.sync([letIn(id, 9)]),
    ]);
    expect(answers.map(({ results }) => results[0]?.outcome).sort()).toEqual(['already', 'already', 'ok']);
    expect((await rowOf(id)).checkedInAt).toBe(at(7));
    const lines = await api.database.sql(`select 1 from audit where subject_id = $1`, [id]);
    expect(lines).toHaveLength(1);
  });
});

describe('a walk-up', () => {
  const walkIn = (email: string, minute: number, name = 'Tom Adeyemi') => ({
    nonce: randomUUID(),
    kind: 'walk-in' as const,
    name,
    email,
    scannedAt: at(minute),
  });

  it('is put on the list beyond the capacity, checked in and told by mail', async () => {
    for (let full = 0; full < 3; full += 1) await guest();
    const { results, counts } = await door.sync([walkIn('Tom@Example.org', 15)]);
    const attendeeId = results[0]?.attendeeId ?? '';
    expect(results).toMatchObject([{ outcome: 'ok', name: 'Tom Adeyemi', checkedInAt: at(15) }]);
    expect(counts).toEqual({ in: 1, going: 4 });
    expect(await rowOf(attendeeId)).toMatchObject({
      status: 'confirmed',
      source: 'door',
      name: 'Tom Adeyemi',
    });
    const people = await api.database.sql('select name, confirmed_at from people where email = $1', [
      'tom@example.org',
    ]);
    expect(people).toEqual([{ name: null, confirmed_at: null }]);
    expect(await api.database.sql('select kind from mails where subject_id = $1', [attendeeId])).toEqual([
      { kind: 'rsvp-confirmed' },
    ]);
  });

  it('who has an RSVP here is that RSVP let in, under the name that was typed, and nothing of the person changes', async () => {
    const person = await makePerson(api.database, { name: 'Ines Okafor' });
    const { id } = await guest({ person, status: 'waitlisted' });
    const walkUp = walkIn(person.email, 15, 'Somebody Else');
    const { results } = await door.sync([walkUp]);
    expect(results).toMatchObject([{ outcome: 'ok', attendeeId: id, name: 'Somebody Else' }]);
    expect(await rowOf(id)).toMatchObject({ status: 'confirmed', name: 'Ines Okafor', source: 'page' });
    expect(await api.database.sql('select name from people where id = $1', [person.id])).toEqual([
      { name: 'Ines Okafor' },
    ]);
    // Nor does any other way of asking for the same scan, or for the same address once more, say whose it is.
    const other = walkIn('tom@example.org', 16);
    const again = await door.sync([other, { ...scanOf(id, at(15)), nonce: walkUp.nonce }]);
    const twice = await door.sync([walkIn(person.email, 17, 'Somebody Else')]);
    expect(JSON.stringify([again.results, twice.results])).not.toContain('Ines');
    expect(twice.results).toMatchObject([{ outcome: 'already', name: 'Somebody Else' }]);
  });

  it('sent again is the same person, seated and told once', async () => {
    const scan = walkIn('mia@example.org', 15);
    const answers = await Promise.all([door.sync([scan]), door.sync([scan]), door.sync([scan])]);
    const [first] = answers;
    for (const answer of answers) expect(answer.results).toEqual(first.results);
    expect(first.results[0]?.outcome).toBe('ok');
    const mails = await api.database.sql('select 1 from mails where organization_id = $1', [organization.id]);
    expect(mails).toHaveLength(1);
  });

  it('with an address that cannot be one makes nobody and stops no other scan', async () => {
    const { id } = await guest();
    const { results } = await door.sync([walkIn('tom at home', 15), scanOf(id, at(16))]);
    expect(results).toMatchObject([{ outcome: 'not-confirmed', attendeeId: null }, { outcome: 'ok' }]);
  });

  it('is let in untold once their address is tired of mails', async () => {
    for (let evening = 0; evening < 4; evening += 1) {
      const there = await makeDoor(api, await makeEvent(api.database, organization.id));
      expect((await there.sync([walkIn('lee@example.org', 1)])).results).toMatchObject([{ outcome: 'ok' }]);
    }
    const mails = await api.database.sql(`select 1 from mails where organization_id = $1`, [organization.id]);
    expect(mails).toHaveLength(3);
  });
});

describe('the list of a door', () => {
  it('names everybody the door may meet, with code, party and note, and no address', async () => {
    const going = await guest({ person: await makePerson(api.database, { name: 'Ines Okafor' }) });
    const waiting = await guest({ status: 'waitlisted' });
    await guest({ status: 'cancelled' });
    await api.database.sql('update attendees set door_note = $2 where id = $1', [
      going.id,
      'Ask about access',
    ]);
    await door.sync([scanOf(going.id, at(2))]);
    const list = await door.list();
    expect(list.event).toMatchObject({ id: event.id, title: event.title, capacity: 3 });
    expect(list.people).toHaveLength(3);
    expect(list.people.find(({ id }) => id === going.id)).toMatchObject({
      name: 'Ines Okafor',
      party: 1,
      status: 'going',
      note: 'Ask about access',
      checkedInAt: at(2),
      by: 'Front door',
    });
    expect(list.people.find(({ id }) => id === waiting.id)).toMatchObject({ status: 'waitlisted', place: 1 });
    expect(JSON.stringify(list)).not.toContain('@');
  });

  it('is not sent again while nothing of it changed', async () => {
    const { id } = await guest();
    const get = (etag: string) =>
      api.http.get(`/api/v1/door/${door.token}/list`).set('door-key', door.key).set('if-none-match', etag);
    const first = await get('"nothing"').expect(200);
    const etag = String(first.headers['etag']);
    const second = await get(etag).expect(304);
    expect(second.text).toBe('');
    await door.sync([scanOf(id, at(2))]);
    await get(etag).expect(200);
  });
});
