import pg from 'pg';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Following, follow } from '../../../../test/support/event-source.ts';
import { type Evening, type Guest, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { makeMember, makePerson } from '../../../../test/support/factories.ts';
import { BoardStreams } from './board-streams.ts';

let first: Evening;
let second: Api;
let evening: Evening;
let open: Following[] = [];

beforeAll(async () => {
  first = await startEvening();
  // A second process of the same installation, as far as the database can tell.
  second = await startApi({ database: first.api.database });
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterEach(() => {
  for (const stream of open) stream.close();
  open = [];
});

afterAll(async () => {
  await second.stop();
  await first.stop();
});

const base = () => `/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}/introductions`;

async function watch(cookie: string, api = evening.api, headers: Record<string, string> = {}) {
  const stream = await follow(`${api.url}${base()}/live`, { cookie, ...headers });
  open.push(stream);
  return stream;
}

const bePresent = (cookie: string, lookingAt: string | null, api = evening.api) =>
  api.http.post(`${base()}/presence`).set('cookie', cookie).send({ lookingAt });

const beat = (api = evening.api) => api.app.get(BoardStreams).beat();

async function anotherHost(name = 'Ines Okafor') {
  const person = await makePerson(evening.api.database, { name });
  const member = await makeMember(evening.api.database, evening.organizationId, 'host', person);
  return { ...member, cookie: await evening.api.cookieOf(person.id) };
}

const sql = (text: string, values: unknown[] = []) => evening.api.database.sql(text, values);

const changes = ({ heard }: Following): number => heard.filter(({ event }) => event === 'changed').length;

/**
 * How often boards of this evening are told of a change by what somebody does, counted where every process hears of it:
 * notifications come in the order of commits, so nothing that was said before the last one is missing.
 */
async function toldBy(act: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: evening.api.database.appUrl });
  await client.connect();
  const told: string[] = [];
  const over = new Promise<void>((resolve) => {
    client.on('notification', ({ payload = '' }) => {
      if (payload === 'over') resolve();
      else told.push(payload);
    });
  });
  await client.query('listen "board-changed"');
  await act();
  await client.query(`select pg_notify('board-changed', 'over')`);
  await over;
  await client.end();
  return told.filter((eventId) => eventId === evening.eventId).length;
}

describe('two hosts at one board', () => {
  it('see each other and what the other looks at, also through another process', async () => {
    const pair = await evening.approved(await evening.guest(), await evening.guest());
    const ines = await anotherHost();
    const stream = await watch(evening.host);
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream']);
    expect(await stream.next('hosts')).toEqual({ hosts: [] });
    expect((await bePresent(ines.cookie, null, second)).status).toBe(204);
    const here = { personId: ines.personId, name: 'Ines Okafor', lookingAt: null, me: false };
    expect(await stream.next('hosts')).toEqual({ hosts: [here] });
    await bePresent(ines.cookie, pair, second);
    expect(await stream.next('hosts')).toEqual({ hosts: [{ ...here, lookingAt: pair }] });
    const hers = await watch(ines.cookie, second);
    expect(await hers.next('hosts')).toEqual({ hosts: [{ ...here, lookingAt: pair, me: true }] });
  });

  it('are told of a change that the other made, through another process too', async () => {
    const ines = await anotherHost();
    const [here, there] = [await watch(evening.host), await watch(ines.cookie, second)];
    await evening.approved(await evening.guest(), await evening.guest());
    expect([await here.next('changed'), await there.next('changed')]).toEqual([{}, {}]);
  });

  it('are told of nothing at another evening', async () => {
    const stream = await watch(evening.host);
    await stream.next('hosts');
    evening = await nextEvening(first);
    const there = await watch(evening.host);
    await evening.approved(await evening.guest(), await evening.guest());
    // Both are told in the same moment, if they are.
    await there.next('changed');
    expect(changes(stream)).toBe(0);
  });

  it('lose sight of who has not been heard of for 45 seconds, and of who is no host any more', async () => {
    const [ines, tom] = [await anotherHost(), await anotherHost('Tom Ash')];
    await bePresent(ines.cookie, null);
    await bePresent(tom.cookie, null);
    const stream = await watch(evening.host);
    const names = async () =>
      ((await stream.next('hosts')) as { hosts: { name: string }[] }).hosts.map(({ name }) => name).sort();
    expect(await names()).toEqual(['Ines Okafor', 'Tom Ash']);
    await sql(`update board_presence set seen_at = now() - interval '46 seconds' where person_id = $1`, [
      ines.personId,
    ]);
    await beat();
    expect(await names()).toEqual(['Tom Ash']);
    await sql('delete from members where id = $1', [tom.id]);
    await beat();
    expect(await names()).toEqual([]);
    expect(stream.comments()).toBe(2);
  });

  it('may have missed something when their browser comes back, and are told so', async () => {
    const stream = await watch(evening.host, evening.api, { 'last-event-id': '1' });
    expect(await stream.next('changed')).toEqual({});
  });

  it('may have missed something while the database was away, and are told so', async () => {
    const stream = await watch(evening.host);
    await stream.next('hosts');
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'acquaint-listen'`);
    expect(await stream.next('changed')).toEqual({});
    await evening.approved(await evening.guest(), await evening.guest());
    expect(await stream.next('changed')).toEqual({});
  });

  it('ask once where they cannot follow', async () => {
    const ines = await anotherHost();
    await bePresent(ines.cookie, null);
    const { status, body } = await evening.call<{ hosts: { name: string }[] }>('get', '/live');
    expect([status, body.hosts.map(({ name }) => name)]).toEqual([200, ['Ines Okafor']]);
  });
});

describe('what the two people of a pair do', () => {
  type Act = (pair: string, guests: [Guest, Guest]) => Promise<unknown>;

  async function askedPair(): Promise<Parameters<Act>> {
    const guests: [Guest, Guest] = [await evening.guest(), await evening.guest()];
    const pair = await evening.approved(...guests);
    await evening.pass('2026-10-21T12:00');
    return [pair, guests];
  }

  const sayYes = async (pair: string, guests: Guest[]) => {
    for (const guest of guests) await evening.answer(guest, pair, 'yes');
  };
  const quietly: [string, Act][] = [
    ['a no', (pair, [a]) => evening.answer(a, pair, 'no')],
    ['a yes', (pair, [a]) => sayYes(pair, [a])],
    ['two yeses', (pair, both) => sayYes(pair, both)],
    [
      'a block, found out by a yes',
      async (pair, both) => {
        await sql('insert into blocks values ($1, $2, app_now())', [both[0].personId, both[1].personId]);
        await sayYes(pair, both);
      },
    ],
    ['the silence of both, until their week is over', () => evening.pass('2026-10-28T10:30')],
    [
      'a stop of the host, which reads the same until the usual day',
      async (pair) => {
        const [one] = (await evening.board()).introductions;
        expect((await evening.call('post', `/${pair}/stop`, { version: one?.version })).status).toBe(200);
      },
    ],
  ];

  it.each(quietly)('tells a board nothing, not even when: %s', async (_, act) => {
    const asked = await askedPair();
    expect(await toldBy(() => act(...asked))).toBe(0);
  });

  it('does once they are introduced, which the host reads, and once they are asked (control)', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const pair = await evening.approved(a, b);
    const stream = await watch(evening.host);
    expect(await toldBy(() => evening.pass('2026-10-21T12:00'))).toBe(1);
    await stream.next('changed');
    await sayYes(pair, [a, b]);
    expect(await toldBy(() => evening.pass('2026-10-21T16:00'))).toBe(1);
    await stream.next('changed');
    expect((await evening.board()).introductions.map(({ standing }) => standing)).toEqual(['introduced']);
  });

  it('would, were it the row that tells and not what a host may read of it (control)', async () => {
    const asked = await askedPair();
    await sql('drop trigger introductions_tell_of_change on introductions');
    await sql(`create trigger introductions_tell_of_change after update on introductions
      for each row execute function tell_board()`);
    const [, no] = quietly[0] ?? [];
    expect(await toldBy(async () => no?.(...asked))).toBeGreaterThan(0);
    await sql('drop trigger introductions_tell_of_change on introductions');
    await sql(`create trigger introductions_tell_of_change after update on introductions
      for each row when (new.version <> old.version) execute function tell_board()`);
  });
});

describe('a board that is followed', () => {
  it('ends with the right to read it: the role, the event, the session', async () => {
    const ends: [string, (host: { id: string; personId: string }) => Promise<unknown>][] = [
      ['role', ({ id }) => sql(`update members set role = 'door' where id = $1`, [id])],
      [
        'event',
        ({ id }) => sql(`update members set event_ids = array[gen_random_uuid()] where id = $1`, [id]),
      ],
      [
        'session',
        ({ personId }) =>
          sql('update people set session_epoch = session_epoch + 1 where id = $1', [personId]),
      ],
    ];
    const staying = await watch(evening.host);
    await staying.next('hosts');
    for (const [name, end] of ends) {
      const host = await anotherHost(name);
      const stream = await watch(host.cookie);
      await stream.next('hosts');
      await end(host);
      await beat();
      await stream.ended;
    }
    // The control: whose right stands is told on.
    await evening.approved(await evening.guest(), await evening.guest());
    expect(await staying.next('changed')).toEqual({});
  });

  it('is for those whose right it is, and of an event that is there', async () => {
    const door = await makeMember(evening.api.database, evening.organizationId, 'door');
    const stranger = await makePerson(evening.api.database);
    const statusOf = async (cookie: string) => (await watch(cookie)).status;
    expect(await statusOf(await evening.api.cookieOf(door.personId))).toBe(403);
    expect(await statusOf(await evening.api.cookieOf(stranger.id))).toBe(404);
    const other = await nextEvening(first);
    expect((await bePresent(other.host, null)).status).toBe(404);
    const pair = await other.approved(await other.guest(), await other.guest());
    expect((await bePresent(evening.host, pair)).status).toBe(404);
    expect((await bePresent(evening.host, 'x')).status).toBe(422);
  });

  it('is open six times for one person, and no more', async () => {
    for (let count = 0; count < 6; count += 1) expect((await watch(evening.host)).status).toBe(200);
    expect((await watch(evening.host)).status).toBe(429);
    open[0]?.close();
    await open[0]?.ended;
    const ines = await anotherHost();
    expect((await watch(ines.cookie)).status).toBe(200);
  });

  it('lets go of its reader at once when the process stops', async () => {
    const third = await startApi({ database: first.api.database });
    const stream = await watch(evening.host, third);
    await stream.next('hosts');
    const began = performance.now();
    await Promise.all([stream.ended, third.stop()]);
    // Drain would wait eight whole seconds for a request that is under way.
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
