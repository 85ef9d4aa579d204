import { Circle, found } from '#libs/domain';
import { lockCircle, membersOf } from '#libs/database';
import { stepCircle } from '../../../../apps/worker/src/circles/step.ts';
import {
  type CircleRead,
  actInCircle,
  answerCircle,
  asRead,
  circleAsRead,
  circleCall,
  circleInput,
  circlePath,
  datesAhead,
  lookAtCircle,
  memberOf,
  plannedCircle,
  tickDates,
} from '../../../../test/support/circles.ts';
import {
  type Evening,
  type Guest,
  at,
  eveningIn,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';
import { until } from '../../../../test/support/worker.ts';

const patience = 120_000;
let first: Evening;
let evening: Evening;
let guests: Guest[];

beforeAll(async () => {
  first = await startEvening();
}, patience);
beforeEach(async () => {
  evening = await nextEvening(first);
  guests = await sixOf(evening);
}, patience);
afterAll(() => first.stop());

const names = ['Ana Lind', 'Ben Ode', 'Cem Kaya', 'Dana Wu', 'Eli Roth', 'Fay Moss'];
async function sixOf(one: Evening): Promise<Guest[]> {
  const made: Guest[] = [];
  for (const name of names) made.push(await one.guest({ name }));
  return made;
}
const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row & Record<string, unknown>>(text, values);
const chosen = (place: number): Guest => {
  const guest = guests[place];
  if (guest === undefined) throw new Error('no such guest');
  return guest;
};
const start = (body: object) => circleCall<CircleRead & { code: string }>(evening, 'post', '', body);
const block = (one: Guest, other: Guest) =>
  sql('insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())', [
    one.personId,
    other.personId,
  ]);
const toTheMinute = (mail: { at: Date } | undefined): Date =>
  new Date(Math.floor(Number(mail?.at) / 60_000) * 60_000);
/** A circle of all six, asked on Wednesday at 10:00. */
async function asked(): Promise<string> {
  const id = await plannedCircle(evening, guests);
  await evening.pass('2026-10-21T10:05');
  return id;
}
async function sayYes(id: string, places: readonly number[]): Promise<void> {
  for (const place of places) await answerCircle(evening, chosen(place), id, 'yes');
}
const openedMails = async () => (await evening.queued()).filter((kind) => kind === 'circle-opened').length;

describe('a circle that a host starts', () => {
  it('is planned until the next morning of questions, with the people in the order of choosing', async () => {
    const { status, body } = await start(circleInput(guests.slice(0, 5)));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as string,
      version: 1,
      name: 'Field recording',
      place: 'The back room of Stories',
      standing: 'planned',
      chosen: names.slice(0, 5),
      members: null,
      leavesAt: at('2026-10-21T10:00').toISOString(),
      meetsAt: null,
    });
    const list = await circleCall(evening, 'get');
    expect(list).toMatchObject({ status: 200, body: { circles: [body], wishes: [] } });
    await evening.pass('2026-10-21T10:05');
    const asks = await evening.sent('circle-ask');
    expect(asks.map(({ to }) => to).sort()).toEqual(
      guests
        .slice(0, 5)
        .map(({ email }) => email)
        .sort(),
    );
    for (const { text } of asks) for (const name of names.slice(1)) expect(text).not.toContain(`${name},`);
    expect(await circleAsRead(evening, body.id)).toMatchObject({
      standing: 'asked',
      leavesAt: null,
      version: 2,
    });
  });

  it.each<[string, number, string, (input: ReturnType<typeof circleInput>) => object]>([
    [
      'three people',
      422,
      'circle-size',
      (input) => ({ ...input, attendeeIds: input.attendeeIds.slice(0, 3) }),
    ],
    [
      'one person four times',
      422,
      'circle-size',
      (input) => ({ ...input, attendeeIds: Array.from({ length: 4 }, () => chosen(0).id) }),
    ],
    ['two dates', 422, 'circle-date', (input) => ({ ...input, dates: datesAhead.slice(0, 2) })],
    [
      'one date twice',
      422,
      'circle-date',
      (input) => ({ ...input, dates: [...datesAhead, '2026-11-11T18:30'] }),
    ],
    [
      'a date too soon for the poll',
      422,
      'circle-date',
      (input) => ({ ...input, dates: [...datesAhead, '2026-11-09T18:30'] }),
    ],
    [
      'a date that is none',
      422,
      'circle-date',
      (input) => ({ ...input, dates: [...datesAhead, '2026-11-31T18:30'] }),
    ],
    [
      'a date in half a year',
      422,
      'circle-date',
      (input) => ({ ...input, dates: [...datesAhead, '2027-05-11T18:30'] }),
    ],
    ['no name', 422, 'wrong-shape', (input) => ({ ...input, name: ' ' })],
    ['a name too long', 422, 'wrong-shape', (input) => ({ ...input, name: 'x'.repeat(81) })],
    ['something else than people', 422, 'wrong-shape', (input) => ({ ...input, attendeeIds: 'all' })],
    [
      'nine people',
      422,
      'wrong-shape',
      (input) => ({ ...input, attendeeIds: Array.from({ length: 9 }, () => crypto.randomUUID()) }),
    ],
    [
      'somebody who is not there',
      404,
      'not-found',
      (input) => ({ ...input, attendeeIds: [...input.attendeeIds, crypto.randomUUID()] }),
    ],
  ])('refuses %s', async (_, status, code, change) => {
    const answer = await start(change(circleInput(guests)));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await circleCall<{ circles: [] }>(evening, 'get')).body.circles).toEqual([]);
  });

  it('refuses whoever did not say yes to introductions, or did not come', async () => {
    const refusing = await evening.guest({ introductions: 'refused' });
    const absent = await evening.guest({ came: false });
    const withThem = (guest: Guest) => circleInput([...guests.slice(0, 4), guest]);
    expect(await start(withThem(refusing))).toMatchObject({
      status: 409,
      body: { code: 'circle-not-opted-in' },
    });
    expect(await start(withThem(absent))).toMatchObject({ status: 404 });
  });

  it('refuses two whom a host of this house keeps apart, and says nothing of a block', async () => {
    const [a, b] = [chosen(0).personId, chosen(1).personId].sort();
    await block(chosen(2), chosen(3));
    expect((await start(circleInput(guests.slice(2, 6)))).status).toBe(201);
    await sql(
      `insert into known_pairs (organization_id, person_a, person_b, source, created_at) values ($1, $2, $3, 'kept-apart', app_now())`,
      [evening.organizationId, a, b],
    );
    const extra = [await evening.guest(), await evening.guest()];
    expect(await start(circleInput([chosen(0), chosen(1), ...extra]))).toMatchObject({
      status: 409,
      body: { code: 'circle-kept-apart' },
    });
  });

  it('asks nobody about two circles at a time', async () => {
    const id = await plannedCircle(evening, guests.slice(0, 4));
    const others = [chosen(3), chosen(4), chosen(5), await evening.guest()];
    expect(await start(circleInput(others))).toMatchObject({
      status: 409,
      body: { code: 'circle-asked-already' },
    });
    await circleCall(evening, 'post', `/${id}/withdraw`, { version: 1 });
    expect((await start(circleInput(others))).status).toBe(201);
  });

  it('refuses an evening that was cancelled or is 60 days ago', async () => {
    await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      evening.eventId,
    ]);
    expect((await start(circleInput(guests))).body.code).toBe('event-cancelled');
    await sql(`update events set state = 'published', cancelled_at = null where id = $1`, [evening.eventId]);
    await evening.api.setTime(at('2026-12-20T12:00').toISOString());
    const dates = ['2027-01-20T18:00', '2027-01-21T18:00', '2027-01-22T18:00'];
    expect((await start({ ...circleInput(guests), dates })).body.code).toBe('introductions-over');
  });

  it('can be taken back until its people are asked, by whoever saw its newest state', async () => {
    const id = await plannedCircle(evening, guests);
    const withdraw = (version: number) =>
      circleCall<CircleRead & { code: string }>(evening, 'post', `/${id}/withdraw`, { version });
    expect(await withdraw(7)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await withdraw(1)).toMatchObject({ status: 200, body: { standing: 'withdrawn', version: 2 } });
    await evening.pass('2026-10-28T12:00');
    expect(await evening.queued()).toEqual([]);
  });

  it('can be taken back no more once its people are asked', async () => {
    const id = await asked();
    expect(await circleCall(evening, 'post', `/${id}/withdraw`, { version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'introduction-already-asked' },
    });
  });

  it('is nothing that another organization, or another event of this one, can find', async () => {
    const id = await plannedCircle(evening, guests);
    const stranger = await eveningIn(evening.api);
    for (const act of ['withdraw', 'end']) {
      expect((await circleCall(stranger, 'post', `/${id}/${act}`, { version: 1 })).status).toBe(404);
      const path = `/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}/circles/${id}/${act}`;
      const { status } = await evening.api.http.post(path).set('cookie', stranger.host).send({ version: 1 });
      expect(status).toBe(404);
    }
    expect((await circleCall<{ circles: [] }>(stranger, 'get')).body.circles).toEqual([]);
    const theirs = await stranger.guest();
    expect((await start(circleInput([...guests.slice(0, 3), theirs]))).status).toBe(404);
    expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'planned' });
  });

  it('is nothing for door staff', async () => {
    const door = await eveningIn(evening.api, 'door');
    expect((await circleCall(door, 'get')).status).toBe(403);
    expect((await circleCall(door, 'post', '', circleInput(guests))).status).toBe(403);
  });

  it('tells a host of a wish once both wished, and a block later takes nothing away', async () => {
    const id = await evening.approved(chosen(0), chosen(1));
    await evening.pass('2026-10-21T12:00');
    await evening.answer(chosen(0), id, 'yes');
    await evening.answer(chosen(1), id, 'yes');
    await evening.pass('2026-10-21T17:00');
    const wishes = async () => (await circleCall<{ wishes: unknown[] }>(evening, 'get')).body.wishes;
    const wish = async (guest: Guest) =>
      evening.api.http
        .post(`/api/v1/me/introductions/${id}/circle`)
        .set('cookie', await evening.api.cookieOf(guest.personId))
        .expect((answer) => {
          expect(answer.status).toBeLessThan(300);
        });
    await wish(chosen(0));
    expect(await wishes()).toEqual([]);
    await wish(chosen(1));
    const both = await wishes();
    expect(both).toHaveLength(1);
    expect(JSON.stringify(both)).toContain('Ana Lind');
    await evening.api.http
      .post(`/api/v1/me/introductions/${id}/block`)
      .set('cookie', await evening.api.cookieOf(chosen(0).personId));
    expect(await wishes()).toEqual(both);
    await plannedCircle(evening, guests);
    expect(await wishes()).toEqual([]);
  });
});

describe('what a host reads of a circle that is being asked', () => {
  const moments = [
    '2026-10-21T18:00',
    '2026-10-23T12:00',
    '2026-10-28T10:30',
    '2026-10-28T17:00',
    '2026-11-03T12:00',
  ];

  /** Everything the host can see at each of the moments, and how a refusal to end it reads. */
  async function readings(happens: (one: Evening, six: Guest[], id: string) => Promise<unknown>) {
    evening = await nextEvening(first);
    guests = await sixOf(evening);
    const id = await asked();
    await happens(evening, guests, id);
    const seen: string[] = [];
    for (const moment of moments) {
      await evening.pass(moment);
      const list = await circleCall(evening, 'get');
      const refused = await circleCall(evening, 'post', `/${id}/end`, { version: 2 });
      const audit = await sql('select action from audit where organization_id = $1 order by id', [
        evening.organizationId,
      ]);
      seen.push(JSON.stringify([list, refused, audit]).replaceAll(id, 'the circle'));
    }
    return seen.map((one) => one.replace(/"instance":"[^"]*"|"requestId":"[^"]*"/g, ''));
  }

  it(
    'is "asked" until the usual day whatever was answered, and then "did not happen"',
    async () => {
      const silence = await readings(() => Promise.resolve());
      expect(silence.map((one) => /"standing":"([^"]+)"/.exec(one)?.[1])).toEqual([
        'asked',
        'asked',
        'asked',
        'did not happen',
        'did not happen',
      ]);
      const histories: Record<string, () => Promise<string[]>> = {
        'three yeses': () => readings((_, __, id) => sayYes(id, [0, 1, 2])),
        'a no of everybody': () =>
          readings(async (one, six, id) => {
            for (const guest of six) await answerCircle(one, guest, id, 'no');
          }),
        'four yeses, one of them taken back': () =>
          readings(async (one, _, id) => {
            await sayYes(id, [0, 1, 2, 3]);
            await answerCircle(one, chosen(1), id, 'no');
          }),
        'four yeses, two of them blocked': () =>
          readings(async (_, __, id) => {
            await block(chosen(0), chosen(1));
            await sayYes(id, [0, 1, 2, 3]);
          }),
        'four yeses, one of them opted out before the release': () =>
          readings(async (one, _, id) => {
            await sayYes(id, [0, 1, 2, 3]);
            await one.api.database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [
              chosen(0).personId,
            ]);
          }),
        'four yeses, one of them erased before the release': () =>
          readings(async (one, _, id) => {
            await sayYes(id, [0, 1, 2, 3]);
            await one.api.database.sql('update people set erased_at = app_now() where id = $1', [
              chosen(0).personId,
            ]);
          }),
        'four yeses, one of them pausing at the release': () =>
          readings(async (one, _, id) => {
            await sayYes(id, [0, 1, 2, 3]);
            await one.api.database.sql(
              `update people set introductions_paused_until = app_now() + interval '90 days' where id = $1`,
              [chosen(0).personId],
            );
          }),
      };
      for (const [history, read] of Object.entries(histories))
        expect([history, await read()]).toEqual([history, silence]);
    },
    patience,
  );

  it(
    'differs as soon as it opens (control)',
    async () => {
      const silence = await readings(() => Promise.resolve());
      const opened = await readings((_, __, id) => sayYes(id, [0, 1, 2, 3]));
      expect(opened).not.toEqual(silence);
      expect(opened[0]).toContain('"standing":"open"');
    },
    patience,
  );
});

describe('the yeses of a circle', () => {
  it('open it exactly once when two come at the same moment', async () => {
    const id = await asked();
    await sayYes(id, [0, 1]);
    await bothAtOnce(id, () =>
      Promise.all([2, 3].map((place) => answerCircle(evening, chosen(place), id, 'yes'))),
    );
    const [row] = await sql<{ opensAt: Date | null }>(
      'select opens_at as "opensAt" from circles where id = $1',
      [id],
    );
    expect(row?.opensAt).toEqual(at('2026-10-21T16:00'));
    await evening.api.setTime(at('2026-10-21T16:00').toISOString());
    const job = { organizationId: evening.organizationId, circleId: id };
    await Promise.all([1, 2, 3].map(() => stepCircle(job, { db: evening.api.db })));
    expect(await openedMails()).toBe(4);
    expect(
      await sql(`select 1 from audit where action = 'circle.opened' and subject_id = $1`, [id]),
    ).toHaveLength(1);
  });

  it('would be lost without the lock on the circle (control)', async () => {
    const id = await asked();
    await sayYes(id, [0, 1]);
    const scope = { kind: 'system' } as const;
    let bothRead = 0;
    const withoutLock = (guest: Guest) =>
      evening.api.db.write(scope, async (tx) => {
        const circle = found(await tx.one(Circle, { id }));
        const members = await membersOf(tx, circle);
        bothRead += 1;
        await until(() => Promise.resolve(bothRead === 2), 'Both read');
        const mine = found(members.find(({ personId }) => personId === guest.personId));
        mine.answer('yes', null, circle, tx.now);
        circle.answered(members, tx.now);
        await tx.save(mine);
        await tx.save(circle);
      });
    await Promise.all([withoutLock(chosen(2)), withoutLock(chosen(3))]);
    const [row] = await sql<{ opensAt: Date | null }>(
      'select opens_at as "opensAt" from circles where id = $1',
      [id],
    );
    expect(row?.opensAt).toBeNull();
  });

  /** Holds the circle until both requests wait for it. */
  async function bothAtOnce(id: string, requests: () => Promise<unknown>): Promise<void> {
    let answered: Promise<unknown> = Promise.resolve();
    await evening.api.db.write({ kind: 'system' }, async (tx) => {
      await lockCircle(tx, evening.organizationId, id);
      answered = requests();
      await until(async () => {
        const [row] = await sql<{ waiting: number }>(
          `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return row?.waiting === 2;
      }, 'Both requests wait');
    });
    await answered;
  }

  it('are no circle when one of four is taken back before the release', async () => {
    const id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await answerCircle(evening, chosen(2), id, 'no');
    await evening.pass('2026-11-03T12:00');
    expect(await openedMails()).toBe(0);
    expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'did not happen', members: null });
    for (const guest of guests)
      expect((await lookAtCircle(evening, guest, id)).text).toContain('Nothing to do here');
  });

  it('count for one who comes late, who joins at a release of their own', async () => {
    const id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await evening.pass('2026-10-22T12:00');
    expect(await circleAsRead(evening, id)).toMatchObject({ standing: 'open', members: 4 });
    await answerCircle(evening, chosen(4), id, 'yes');
    expect((await lookAtCircle(evening, chosen(4), id)).text).not.toContain('Ana Lind');
    await evening.pass('2026-10-22T17:00');
    expect((await lookAtCircle(evening, chosen(4), id)).text).toContain('Ana Lind');
    expect((await lookAtCircle(evening, chosen(0), id)).text).toContain('Eli Roth');
    const opened = await evening.sent('circle-opened');
    expect(opened.map(({ to }) => to).sort()).toEqual(
      [0, 1, 2, 3, 4].map((place) => chosen(place).email).sort(),
    );
    expect(toTheMinute(opened.at(-1))).toEqual(at('2026-10-22T16:00'));
  });

  it('count until day 7 even when the date is settled by then, and the mail says the date', async () => {
    const id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await evening.pass('2026-10-21T17:00');
    for (const place of [0, 1, 2, 3]) await tickDates(evening, chosen(place), id, [1]);
    await evening.pass('2026-10-26T12:00');
    expect((await circleAsRead(evening, id)).meetsAt).toBe(at('2026-11-17T18:30').toISOString());
    expect((await lookAtCircle(evening, chosen(5), id)).text).toContain('Would you like to be part of it?');
    await answerCircle(evening, chosen(4), id, 'yes');
    await evening.pass('2026-10-27T12:00');
    const [mail] = (await evening.sent('circle-opened')).filter(({ to }) => to === chosen(4).email);
    expect(mail?.text).toContain('17 November');
    expect(mail?.text).not.toContain('Which of the proposed dates');
    expect((await circleAsRead(evening, id)).members).toBe(5);
    expect(await sql('select 1 from circle_meetings where circle_id = $1', [id])).toHaveLength(1);
  });

  it('leave two hours to be taken back, also the fifth that comes just before the release', async () => {
    const id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await evening.pass('2026-10-21T15:30');
    await sayYes(id, [4]);
    await evening.pass('2026-10-21T17:00');
    expect((await circleAsRead(evening, id)).members).toBe(4);
    await evening.pass('2026-10-22T11:00');
    expect((await circleAsRead(evening, id)).members).toBe(5);
  });
});

describe('two who may not meet', () => {
  const moments = [
    '2026-10-21T12:00',
    '2026-10-21T17:00',
    '2026-10-27T12:00',
    '2026-10-28T17:00',
    '2026-11-03T12:00',
  ];

  /** The pages of one of six at each moment, as their readers compare them. */
  async function pagesOf(place: number, happens: (id: string) => Promise<unknown>): Promise<string[]> {
    evening = await nextEvening(first);
    guests = await sixOf(evening);
    const id = await asked();
    await happens(id);
    const pages: string[] = [];
    for (const moment of moments) {
      await evening.pass(moment);
      pages.push(asRead((await lookAtCircle(evening, chosen(place), id)).text));
    }
    return pages;
  }

  it(
    'are never in one circle: the later chosen is left out, and both read what silence would read',
    async () => {
      const blockedPair = async (id: string) => {
        await block(chosen(0), chosen(4));
        await sayYes(id, [0, 1, 2, 3, 4]);
      };
      // The one inside reads as if the other had kept silent; the one outside as if too few had said yes.
      const inside = await pagesOf(0, blockedPair);
      expect(inside).toEqual(await pagesOf(0, (id) => sayYes(id, [0, 1, 2, 3])));
      const outside = await pagesOf(4, blockedPair);
      expect(outside).toEqual(await pagesOf(4, (id) => sayYes(id, [4])));
      expect(outside.at(1)).not.toContain('Ana Lind');
      // Without the block the fifth is let in (control).
      const letIn = await pagesOf(4, (id) => sayYes(id, [0, 1, 2, 3, 4]));
      expect(letIn).not.toEqual(outside);
      expect(letIn.at(1)).toContain('Ana Lind');
    },
    patience,
  );

  it('are never in one circle when the one chosen first comes late', async () => {
    const id = await asked();
    await block(chosen(4), chosen(0));
    await sayYes(id, [1, 2, 3, 4]);
    await evening.pass('2026-10-22T12:00');
    await answerCircle(evening, chosen(0), id, 'yes');
    await evening.pass('2026-10-23T12:00');
    expect((await circleAsRead(evening, id)).members).toBe(4);
    expect(await memberOf(evening, chosen(0), id)).toMatchObject({ joinedAt: null, joinsAt: null });
    expect((await lookAtCircle(evening, chosen(0), id)).text).not.toContain('Eli Roth');
  });

  it('are kept apart whichever organization they met in', async () => {
    // A block belongs to the person: this one was set at an evening of another house.
    const other = await eveningIn(evening.api);
    await other.guest({ person: { id: chosen(0).personId, name: 'Ana Lind' } });
    await block(chosen(1), chosen(0));
    const id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await evening.pass('2026-11-03T12:00');
    expect((await circleAsRead(evening, id)).standing).toBe('did not happen');
    expect(await openedMails()).toBe(0);
  });
});

describe('a place in an open circle', () => {
  let id: string;
  beforeEach(async () => {
    id = await asked();
    await sayYes(id, [0, 1, 2, 3]);
    await evening.pass('2026-10-21T17:00');
  }, patience);
  const pageOf = async (place: number) => (await lookAtCircle(evening, chosen(place), id)).text;

  it('is left by one who blocks another of it, never by the one who is blocked', async () => {
    await block(chosen(0), chosen(1));
    expect(await pageOf(0)).toContain('Nothing to do here');
    expect(await pageOf(1)).not.toContain('Ana Lind');
    expect(await pageOf(1)).toContain('Ben Ode');
    expect(await pageOf(2)).toContain('Ben Ode');
    const left = asRead(await pageOf(1));
    await sql('delete from blocks');
    await actInCircle(evening, chosen(0), id, 'leave');
    expect(asRead(await pageOf(1))).toBe(left);
  });

  it('stays with one who pauses, and the others see no difference', async () => {
    const before = asRead(await pageOf(1));
    await sql(`update people set introductions_paused_until = app_now() + interval '20 days' where id = $1`, [
      chosen(0).personId,
    ]);
    expect(asRead(await pageOf(1))).toBe(before);
    expect(await pageOf(0)).toContain('Ben Ode');
  });

  it('is over at the next release when fewer than three stay, and two are told so', async () => {
    await actInCircle(evening, chosen(0), id, 'leave');
    await actInCircle(evening, chosen(1), id, 'leave');
    expect((await circleAsRead(evening, id)).standing).toBe('open');
    await evening.pass('2026-10-22T12:00');
    expect((await circleAsRead(evening, id)).standing).toBe('ended');
    const ended = await evening.sent('circle-ended');
    expect(ended.map(({ to }) => to).sort()).toEqual([chosen(2).email, chosen(3).email].sort());
    expect(toTheMinute(ended[0])).toEqual(at('2026-10-22T10:00'));
  });

  it('is ended by a host, once, who saw its newest state', async () => {
    const { version } = await circleAsRead(evening, id);
    const end = (seen: number) =>
      circleCall<{ code: string }>(evening, 'post', `/${id}/end`, { version: seen });
    expect((await end(version - 1)).body.code).toBe('changed-meanwhile');
    expect(await end(version)).toMatchObject({ status: 200, body: { standing: 'ended' } });
    expect(await end(version + 1)).toMatchObject({ status: 409, body: { code: 'circle-not-open' } });
    expect(await pageOf(0)).toContain('Nothing to do here');
    // Whoever was still asked reads their question until its day 7, and may answer.
    expect(await pageOf(5)).toContain('Would you like to be part of it?');
    await answerCircle(evening, chosen(5), id, 'yes');
    await evening.pass('2026-11-03T12:00');
    expect(await openedMails()).toBe(4);
  });

  it('ticks dates of its own circle only, and only while they are asked for', async () => {
    const { id: dateId } = (
      await sql<{ id: string }>('select id from circle_dates where circle_id <> $1 limit 1', [id])
    )[0] ?? { id: '' };
    await actInCircle(evening, chosen(0), id, 'dates', { date: dateId });
    expect(
      await sql(
        'select 1 from circle_votes v join circle_members m on m.id = v.member_id where m.circle_id = $1',
        [id],
      ),
    ).toEqual([]);
    for (const place of [0, 1, 2, 3]) await tickDates(evening, chosen(place), id, [0, 2]);
    await evening.pass('2026-10-22T12:00');
    expect((await tickDates(evening, chosen(0), id, [2])).status).toBe(409);
    expect((await circleAsRead(evening, id)).meetsAt).toBe(at('2026-11-11T18:30').toISOString());
  });

  it('is changed by no GET, whatever its address says', async () => {
    const before = await memberOf(evening, chosen(5), id);
    const link = await circlePath(evening, chosen(5), id);
    for (const query of ['?answer=yes', '?useful=yes', '/answer?answer=yes', '/leave'])
      await evening.api.http.get(`${link}${query}`);
    expect(await memberOf(evening, chosen(5), id)).toEqual(before);
  });

  it('thanks for a no, which stays one and tells nothing', async () => {
    await answerCircle(evening, chosen(4), id, 'no');
    expect(await pageOf(4)).toContain('Thank you, that is a no');
    expect(await pageOf(4)).not.toContain('Ana Lind');
    await answerCircle(evening, chosen(4), id, 'yes');
    await evening.pass('2026-10-28T17:00');
    expect((await circleAsRead(evening, id)).members).toBe(4);
    expect(await pageOf(4)).toContain('Nothing to do here');
  });

  it('is nobody else’s: another person’s session finds nothing', async () => {
    const { id: memberId } = await memberOf(evening, chosen(0), id);
    const own = await evening.api.cookieOf(chosen(0).personId);
    const others = await evening.api.cookieOf(chosen(1).personId);
    expect((await evening.api.http.get(`/me/circles/${memberId}`).set('cookie', own)).status).toBe(200);
    expect((await evening.api.http.get(`/me/circles/${memberId}`).set('cookie', others)).status).toBe(404);
    expect(
      (await evening.api.http.get(`/me/circles/${memberId}/calendar.ics`).set('cookie', others)).status,
    ).toBe(404);
  });
});
