import { SuggestionThreads } from '#libs/suggestions';
import { makeMember, makePerson } from '../../../../test/support/factories.ts';
import { type Evening, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { newLog } from '../log.ts';
import { digest } from './digest.ts';

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
  await evening.api.database.sql(
    `update events set morning_at = null, digest_at = '2026-10-21T16:00:00Z' where id = $1`,
    [evening.eventId],
  );
});

afterAll(() => first.stop());

const atWork = (threads = new SuggestionThreads()) => ({
  db: evening.api.db,
  log: newLog('test'),
  threads,
});
const digests = () => evening.sent('introduction-digest');
const digestAt = async () => {
  const [row] = await evening.api.database.sql<{ at: Date | null }>(
    'select digest_at as at from events where id = $1',
    [evening.eventId],
  );
  return row!.at;
};
const addressOf = async (role: 'owner' | 'editor' | 'host' | 'door', eventIds?: string[]) => {
  const person = await makePerson(evening.api.database);
  const { id } = await makeMember(evening.api.database, evening.organizationId, role, person);
  if (eventIds !== undefined)
    await evening.api.database.sql('update members set event_ids = $2 where id = $1', [id, eventIds]);
  return person.email;
};

async function guests(count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) await evening.guest();
}

describe('the second working day after an evening', () => {
  it('brings suggestions and tells the hosts how many wait, at 09:00 and once', async () => {
    await guests(6);
    await evening.pass('2026-10-21T08:59');
    expect([(await evening.board()).introductions, await digests()]).toEqual([[], []]);
    await evening.pass('2026-10-21T12:00');
    const { introductions } = await evening.board();
    expect(introductions.length).toBeGreaterThan(2);
    const [mail, ...more] = await digests();
    expect(more).toEqual([]);
    expect(mail!.subject).toBe(`${introductions.length} suggestions for Monday’s evening`);
    expect(mail!.text).toContain('Nothing is sent until you approve.');
    expect(mail!.text).toContain(`/app/${evening.organizationId}/events/${evening.eventId}/introductions`);
    expect(mail!.at.toISOString().slice(0, 16)).toBe('2026-10-21T16:00');
    expect(await digestAt()).toBeNull();
    for (const { a, b } of introductions) expect(mail!.text).not.toMatch(new RegExp(`${a.name}|${b.name}`));
    await evening.api.database.sql(`update events set digest_at = app_now() where id = $1`, [
      evening.eventId,
    ]);
    await evening.pass('2026-10-22T12:00');
    expect(await digests()).toHaveLength(1);
  });

  it('leaves what a host asked for before as it is, and tells how many of these still wait', async () => {
    await guests(6);
    await evening.call('post', '/suggest', { first: 'total' });
    const before = await evening.board();
    const [one] = before.introductions;
    await evening.call('post', `/${one!.id}/approve`, { version: one!.version });
    await evening.pass('2026-10-21T09:30');
    expect((await evening.board()).introductions.map(({ id }) => id)).toEqual(
      before.introductions.map(({ id }) => id),
    );
    expect((await digests())[0]!.subject).toContain(`${before.introductions.length - 1} suggestion`);
  });

  it('writes to hosts, limited to the event or to none, and to owners and editors only where there is no host', async () => {
    await guests(4);
    const [here] = [await addressOf('host', [evening.eventId])];
    const others = [
      await addressOf('host', [first.eventId]),
      await addressOf('editor'),
      await addressOf('owner'),
      await addressOf('door'),
    ];
    await evening.pass('2026-10-21T12:00');
    const to = (await digests()).map((mail) => mail.to);
    expect(to).toHaveLength(2);
    expect(to).toContain(here);
    for (const other of others) expect(to).not.toContain(other);
  });

  it('writes to owners and editors where nobody hosts', async () => {
    await evening.api.database.sql(`update members set role = 'editor' where organization_id = $1`, [
      evening.organizationId,
    ]);
    const owner = await addressOf('owner');
    await addressOf('door');
    await guests(4);
    await evening.pass('2026-10-21T12:00');
    expect((await digests()).map((mail) => mail.to)).toHaveLength(2);
    expect((await digests()).map((mail) => mail.to)).toContain(owner);
  });

  it.each([
    ['fewer than two said yes', () => guests(1)],
    [
      'nobody fits',
      async () => {
        const [a, b] = [await evening.guest(), await evening.guest()];
        await evening.api.database.sql(
          `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'told', app_now())`,
          [evening.organizationId, a.personId, b.personId],
        );
      },
    ],
    [
      'the evening was cancelled',
      async () => {
        await guests(4);
        await evening.api.database.sql(
          `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'No heating' where id = $1`,
          [evening.eventId],
        );
      },
    ],
  ])('passes without a mail when %s', async (_, given) => {
    await given();
    await evening.pass('2026-10-21T12:00');
    expect(await evening.queued()).toEqual([]);
    expect(await digestAt()).toBeNull();
  });

  it('tells nobody whose right has gone, who stopped it, or when nothing waits any more by the hour it leaves', async () => {
    await guests(4);
    const leaving = await addressOf('host', [evening.eventId]);
    const stopped = await addressOf('host', [evening.eventId]);
    const { database } = evening.api;
    const { api, organizationId, eventId } = evening;
    await api.setTime('2026-10-21T16:00:00Z');
    await digest({ organizationId, eventId }, { ...atWork(), stopping: new AbortController().signal });
    expect(await evening.queued()).toHaveLength(3);
    await database.sql(`delete from members where person_id = (select id from people where email = $1)`, [
      leaving,
    ]);
    await database.sql(
      `insert into mail_stops select gen_random_uuid(), id, $2, 'digests', app_now() from people where email = $1`,
      [stopped, organizationId],
    );
    await evening.pass('2026-10-21T09:05');
    const to = (await digests()).map((mail) => mail.to);
    expect(to).toHaveLength(1);
    expect(to).not.toContain(leaving);
    expect(to).not.toContain(stopped);
  });

  it('is not told of what was all decided before the mail left', async () => {
    await guests(4);
    const { api, organizationId, eventId } = evening;
    await api.setTime('2026-10-21T16:00:00Z');
    await digest({ organizationId, eventId }, { ...atWork(), stopping: new AbortController().signal });
    for (const { id, version } of (await evening.board()).introductions)
      await evening.call('post', `/${id}/approve`, { version });
    await evening.pass('2026-10-21T09:05');
    expect(await digests()).toEqual([]);
  });

  it('comes once when two workers are at it, and waits in the row when one is stopped', async () => {
    await guests(6);
    const { api, organizationId, eventId } = evening;
    await api.setTime('2026-10-21T16:00:00Z');
    const stopping = new AbortController();
    const run = (signal: AbortSignal) =>
      digest({ organizationId, eventId }, { ...atWork(), stopping: signal });
    stopping.abort();
    await run(stopping.signal);
    expect(await digestAt()).not.toBeNull();
    expect((await evening.board()).introductions).toEqual([]);
    const patient = new AbortController().signal;
    const results = await Promise.allSettled([run(patient), run(patient)]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await evening.queued()).toEqual(['introduction-digest']);
    const { introductions } = await evening.board();
    expect(new Set(introductions.map(({ a, b }) => `${a.attendeeId} ${b.attendeeId}`)).size).toBe(
      introductions.length,
    );
    for (const { used, cap } of (await evening.board()).people) expect(used).toBeLessThanOrEqual(cap);
  });
});

/** Each search gets a problem that its thread dies of. */
class DyingThreads extends SuggestionThreads {
  tried = 0;

  override plan(...[problem, waiting]: Parameters<SuggestionThreads['plan']>) {
    this.tried += 1;
    return super.plan({ ...problem, kept: null } as never, waiting);
  }
}

describe('a search that dies', () => {
  const threads = new DyingThreads();
  beforeEach(() => {
    threads.tried = 0;
  });
  const run = async (searching: SuggestionThreads = threads) => {
    const { organizationId, eventId } = evening;
    await digest(
      { organizationId, eventId },
      { ...atWork(searching), stopping: new AbortController().signal },
    );
  };
  it('is tried again each hour, and given up after a day without a mail', async () => {
    await guests(4);
    const hours = async () => {
      const at = await digestAt();
      return at === null ? null : Math.floor((at.getTime() - Date.parse('2026-10-21T16:00:00Z')) / 3_600_000);
    };
    for (const [time, next] of [
      ['2026-10-21T16:00:00Z', 1],
      ['2026-10-21T17:00:30Z', 2],
      ['2026-10-22T15:30:00Z', 24],
      ['2026-10-22T16:31:00Z', null],
    ] as const) {
      await evening.api.setTime(time);
      await run();
      expect(await hours()).toBe(next);
    }
    expect(threads.tried).toBe(4);
    expect(await evening.queued()).toEqual([]);
    expect((await evening.call('post', '/suggest')).status).toBe(200);
  });

  it('brings the digest late once it lives again', async () => {
    await guests(4);
    await evening.api.setTime('2026-10-21T16:00:00Z');
    await run();
    expect((await digestAt())?.toISOString()).toContain('2026-10-21T17:00');
    // Nothing is due in between, whoever wakes it.
    await expect(run(new SuggestionThreads())).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await evening.pass('2026-10-21T12:00');
    expect(await digests()).toHaveLength(1);
    const [row] = await evening.api.database.sql<{ failed: Date | null }>(
      'select digest_failed_at as failed from events where id = $1',
      [evening.eventId],
    );
    expect(row!.failed).toBeNull();
  });
});
