import pg from 'pg';
import { type Evening, type Guest, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { makeAttendee, makeEvent, makeMember } from '../../../../test/support/factories.ts';
import { until } from '../../../../test/support/worker.ts';

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row>(text, values);
const base = (eventId = evening.eventId) =>
  `/api/v1/organizations/${evening.organizationId}/events/${eventId}/introductions`;
const mark = (guest: { id: string }, method: 'put' | 'delete' = 'put', cookie = evening.host) =>
  evening.api.http[method](`${base()}/people/${guest.id}/well-known`).set('cookie', cookie);

const wanting = { profile: { maxIntroductions: 3, namedInAsks: true } };

/** Who was asked by now, by name. */
async function asked(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select a.name from introduction_sides s join attendees a on a.id = s.attendee_id
     where s.organization_id = $1 and s.asked_at is not null order by a.name`,
    [evening.organizationId],
  );
  return rows.map(({ name }) => name);
}

describe('a well-known person', () => {
  it('is marked by a host, for hosts alone', async () => {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    expect((await mark(ana)).status).toBe(204);
    expect((await mark(ana)).status).toBe(204);
    const marks = async () => {
      const { people } = (await evening.call<{ people: { name: string; wellKnown: boolean }[] }>('get')).body;
      return people.filter(({ wellKnown }) => wellKnown).map(({ name }) => name);
    };
    expect(await marks()).toEqual(['Ana Lind']);
    expect((await mark(ana, 'delete')).status).toBe(204);
    expect((await mark(ben, 'delete')).status).toBe(204);
    expect(await marks()).toEqual([]);
  });

  it('has a line in the audit for each mark that changed something, and none in the history of their RSVP', async () => {
    const ana = await evening.guest();
    for (const method of ['put', 'put', 'delete', 'delete'] as const) await mark(ana, method);
    const lines = await sql<{ action: string; codes: object }>(
      `select action, codes from audit where organization_id = $1 and action like 'well-known%' order by id`,
      [evening.organizationId],
    );
    expect(lines).toEqual([
      { action: 'well-known.marked', codes: { attendeeId: ana.id } },
      { action: 'well-known.unmarked', codes: { attendeeId: ana.id } },
    ]);
    const history = await evening.api.http
      .get(base().replace('introductions', `attendees/${ana.id}/history`))
      .set('cookie', evening.host);
    expect([history.status, JSON.stringify(history.body).includes('well-known')]).toEqual([200, false]);
  });

  it('is marked by those who decide, among those of this event', async () => {
    const ana = await evening.guest();
    const door = await makeMember(evening.api.database, evening.organizationId, 'door');
    const other = await nextEvening(first);
    expect((await mark(ana, 'put', await evening.api.cookieOf(door.personId))).status).toBe(403);
    expect((await mark(ana, 'put', other.host)).status).toBe(404);
    expect((await mark(await other.guest())).status).toBe(404);
  });

  it.each([
    ['marked before the suggestion', 'before'],
    ['marked after the approval', 'after'],
  ])('is asked first and alone, and does not write first: %s', async (_, when) => {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    if (when === 'before') await mark(ben);
    const pair = await evening.approved(ana, ben);
    if (when === 'after') await mark(ben);
    await evening.pass('2026-10-21T12:00');
    expect(await asked()).toEqual(['Ben Ode']);
    await evening.answer(ben, pair, 'yes');
    await evening.pass('2026-10-22T12:00');
    expect(await asked()).toEqual(['Ana Lind', 'Ben Ode']);
    await evening.answer(ana, pair, 'yes');
    await evening.pass('2026-10-22T16:30');
    const [introduction] = await evening.sent('introduction');
    expect(introduction?.text).toContain('Ana writes first.');
  });

  it('is asked together with somebody who is as well, and with anybody once the mark is gone', async () => {
    const guests = [];
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dan']) guests.push(await evening.guest({ name }));
    const [ana, ben, cleo, dan] = guests as [Guest, Guest, Guest, Guest];
    for (const guest of [ana, ben, cleo]) await mark(guest);
    await evening.approved(ana, ben);
    await evening.approved(cleo, dan);
    await mark(cleo, 'delete');
    await evening.pass('2026-10-21T12:00');
    expect(await asked()).toEqual(['Ana', 'Ben', 'Cleo', 'Dan']);
  });

  it('is a panelist who raised their number, without a mark', async () => {
    const ana = await evening.guest({ name: 'Ana', part: 'panelist', ...wanting });
    await evening.approved(ana, await evening.guest({ name: 'Ben' }));
    const { people } = (
      await evening.call<{ people: { name: string; wellKnown: boolean; isPanelist: boolean }[] }>('get')
    ).body;
    expect(people.find(({ name }) => name === 'Ana')).toMatchObject({ wellKnown: true, isPanelist: true });
    await evening.pass('2026-10-21T12:00');
    expect(await asked()).toEqual(['Ana']);
  });
});

/** Approved two months ago at an earlier evening, and come to nothing since. */
async function hadBefore(guest: Guest, count: number, months = 2): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    const other = await evening.guest();
    await sql(
      `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state, band,
         reason_a, reason_b, reason_text_a, reason_text_b, seed, version, created_at, approved_at, frozen_at, appears_until, closed_at)
       select gen_random_uuid(), x.organization_id, x.event_id, x.person_id, y.person_id, x.id, y.id, 'host', 'closed quietly', 'fair',
         '{"code": "host", "values": {}}', '{"code": "host", "values": {}}', 'One.', 'Two.', 1, 3, made, made, made, made + interval '8 days', made + interval '7 days'
       from (select *, app_now() - make_interval(months => $2) as made from attendees where id = any ($1::uuid[])
           order by person_id limit 1) x, attendees y
       where y.id = any ($1::uuid[]) and y.id <> x.id`,
      [[guest.id, other.id], months],
    );
  }
}

/** @returns the code of the refusal, or nothing */
async function approve(guest: Guest): Promise<string | undefined> {
  const before = new Set((await evening.board()).introductions.map(({ id }) => id));
  await evening.call('post', '', { attendeeA: guest.id, attendeeB: (await evening.guest()).id });
  const [pair] = (await evening.board()).introductions.filter(({ id }) => !before.has(id));
  const answer = await evening.call<{ code?: string; current?: { id: string } }>(
    'post',
    `/${pair?.id ?? ''}/approve`,
    { version: pair?.version },
  );
  return answer.body.code;
}

describe('the quarter of a well-known person', () => {
  it('has room for six approved introductions, whatever became of them', async () => {
    const ana = await evening.guest(wanting);
    await mark(ana);
    await hadBefore(ana, 5);
    expect(await approve(ana)).toBeUndefined();
    expect(await approve(ana)).toBe('introduction-quarter-cap');
  });

  it('counts neither what is older than three months nor what was taken back, and nobody without the mark', async () => {
    const [ana, ben] = [await evening.guest(wanting), await evening.guest(wanting)];
    await mark(ana);
    await hadBefore(ana, 6, 4);
    await hadBefore(ana, 5);
    await hadBefore(ben, 8);
    expect(await approve(ana)).toBeUndefined();
    const [approved] = (await evening.board()).introductions.filter(
      ({ standing }) => standing === 'approved',
    );
    const back = await evening.call('post', `/${approved?.id ?? ''}/take-back`, {
      version: approved?.version,
    });
    expect(back.status).toBe(200);
    expect(await approve(ana)).toBeUndefined();
    expect(await approve(ben)).toBeUndefined();
  });

  it('says of each refused decision how the pair stands now', async () => {
    const ana = await evening.guest(wanting);
    await mark(ana);
    await hadBefore(ana, 6);
    const [a, b] = [ana, await evening.guest()];
    await evening.call('post', '', { attendeeA: a.id, attendeeB: b.id });
    const pair = (await evening.board()).introductions.find(({ standing }) => standing === 'suggested');
    const { status, body } = await evening.call<{ current: object }>('post', `/${pair?.id ?? ''}/approve`, {
      version: pair?.version,
    });
    expect([status, body.current]).toEqual([409, pair]);
  });

  it('has room for one when two hosts approve at two evenings in the same moment', async () => {
    const ana = await evening.guest({ name: 'Ana Lind', ...wanting });
    await mark(ana);
    await hadBefore(ana, 5);
    const there = await makeEvent(evening.api.database, evening.organizationId);
    const again = await makeAttendee(evening.api.database, there, {
      person: { id: ana.personId, name: ana.name },
      ...wanting,
    });
    const other = await makeAttendee(evening.api.database, there);
    const pairs = [
      await pinned(base(), ana.id, (await evening.guest()).id),
      await pinned(base(there.id), again.id, other.id),
    ];
    const { looks, letGo } = await holdAudit();
    const approvals = pairs.map(({ path, id, version }) =>
      evening.api.http
        .post(`${path}/${id}/approve`)
        .set('cookie', evening.host)
        .send({ version })
        .then(({ status, body }) => [status, (body as { code?: string }).code]),
    );
    // One waits for the audit, which we hold; the other for the first.
    await until(async () => (await waitingForLocks()) === 2, 'Nobody waits');
    // The control: whoever only looked would still count five.
    expect(await looks(ana.personId)).toBe(5);
    await letGo();
    const codes = (await Promise.all(approvals)).sort();
    expect(codes).toEqual([
      [200, undefined],
      [409, 'introduction-quarter-cap'],
    ]);
  });
});

async function pinned(path: string, attendeeA: string, attendeeB: string) {
  await evening.api.http.post(path).set('cookie', evening.host).send({ attendeeA, attendeeB }).expect(201);
  const { body } = await evening.api.http.get(path).set('cookie', evening.host);
  const { introductions } = body as {
    introductions: { id: string; version: number; standing: string; source: string }[];
  };
  const [pair] = introductions.filter(
    ({ standing, source }) => standing === 'suggested' && source === 'host',
  );
  if (pair === undefined) throw new Error('no pair');
  return { path, ...pair };
}

/** Keeps every act of a host from ending until it is let go. */
async function holdAudit() {
  const client = new pg.Client({ connectionString: evening.api.database.ownerUrl });
  await client.connect();
  await client.query('begin');
  await client.query('lock table audit in share mode');
  return {
    looks: async (personId: string): Promise<number> => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from introductions where $1 in (person_a, person_b)
           and approved_at > app_now() - interval '3 months' and state not in ('suggested', 'dismissed', 'withdrawn')`,
        [personId],
      );
      return rows[0]?.count ?? 0;
    },
    letGo: async (): Promise<void> => {
      await client.query('commit');
      await client.end();
    },
  };
}

async function waitingForLocks(): Promise<number> {
  const [row] = await sql<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? 0;
}
