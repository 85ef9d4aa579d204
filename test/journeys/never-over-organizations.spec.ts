import type { Database, Tx } from '#libs/database';
import { release } from '../../apps/worker/src/introductions/release.ts';
import { makePerson } from '../support/factories.ts';
import { type Evening, type Guest, at, eveningIn, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md, Must never happen, 1 and 7, where two organizations ask the same people, or one host reads two boards.

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
const wanted = { profile: { maxIntroductions: 3, namedInAsks: true } };
const star = { part: 'panelist' as const, ...wanted };
type Person = Awaited<ReturnType<typeof makePerson>>;

const standings = async (where: Evening): Promise<string[]> =>
  (await where.board()).introductions.map(({ standing }) => standing);

/** The same work with a function of the database as it was before it went by what shows. */
async function withoutFunction<Result>(
  name: string,
  shows: string,
  truth: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const [made] = await sql<{ text: string }>(`select pg_get_functiondef($1::regproc) as text`, [name]);
  const text = made?.text ?? '';
  expect(text).toContain(shows);
  await sql(text.replace(shows, truth));
  try {
    return await work();
  } finally {
    await sql(text);
  }
}

describe('two organizations that introduce the same two at the same moment', () => {
  async function bothAgreed(): Promise<Person> {
    const [ana, ben] = [await makePerson(evening.api.database), await makePerson(evening.api.database)];
    for (const where of [evening, await eveningIn(evening.api)]) {
      const guests = [await where.guest({ person: ana }), await where.guest({ person: ben })] as const;
      const pair = await where.approved(...guests);
      await sql(
        `update introductions set state = 'agreed', ask_at = null, frozen_at = app_now(), appears_until = $2, release_at = $3
         where id = $1`,
        [pair, at('2026-10-28T16:00'), at('2026-10-21T16:00')],
      );
      await sql(
        `update introduction_sides set consent = 'yes', asked_at = app_now(), remind_at = null, ask_ends_at = $2
         where introduction_id = $1`,
        [pair, at('2026-10-28T10:00')],
      );
    }
    return ana;
  }

  async function bothRelease(person: Person, db: Database): Promise<number> {
    await evening.api.setTime(at('2026-10-21T16:00').toISOString());
    const pairs = await sql<{ organizationId: string; introductionId: string }>(
      `select organization_id as "organizationId", id as "introductionId" from introductions
       where $1 in (person_a, person_b)`,
      [person.id],
    );
    await Promise.all(pairs.map((pair) => release(pair, { db })));
    const mails = await sql(`select 1 from mails where person_id = $1 and kind = 'introduction'`, [
      person.id,
    ]);
    return mails.length;
  }

  it('introduce them once', async () => {
    for (let round = 0; round < 4; round += 1) {
      evening = await nextEvening(first);
      expect(await bothRelease(await bothAgreed(), evening.api.db)).toBe(1);
    }
  });

  it('would introduce them twice if nobody locked the two (control)', async () => {
    expect(await bothRelease(await bothAgreed(), lockingNobody(evening.api.db))).toBe(2);
  });
});

/** Writes that lock no people; the first that has looked at what keeps them apart waits for the other one. */
function lockingNobody(db: Database): Database {
  const bothHaveLooked = Promise.withResolvers<undefined>();
  let looked = 0;
  const loose = (tx: Tx): Tx =>
    Object.assign(Object.create(tx) as Tx, {
      query: async (text: string, values: readonly never[]) => {
        if (text.startsWith('select id from people')) return [];
        const rows = await tx.query(text, values);
        if (text.includes('pairs_apart') && (looked += 1) === 2) bothHaveLooked.resolve(undefined);
        if (text.includes('pairs_apart')) await bothHaveLooked.promise;
        return rows;
      },
    });
  const write: Database['write'] = (scope, work) => db.write(scope, (tx) => work(loose(tx)));
  return Object.assign(Object.create(db) as Database, { write });
}

describe('a host of two organizations', () => {
  /** Whether the other board suggests the two, before and after the answer of one of them. */
  async function suggestedElsewhere(answer: 'yes' | 'no'): Promise<number[]> {
    evening = await nextEvening(first);
    const [ana, ben] = [await makePerson(evening.api.database), await makePerson(evening.api.database)];
    const [a, b] = [await evening.guest({ person: ana }), await evening.guest({ person: ben })];
    const pair = await evening.approved(a, b);
    await evening.pass('2026-10-21T12:00');
    const suggested = async () => {
      const other = await eveningIn(evening.api);
      for (const person of [ana, ben]) await other.guest({ person });
      await other.call('post', '/suggest');
      return (await other.board()).introductions.length;
    };
    const before = await suggested();
    await evening.answer(a, pair, answer);
    return [before, await suggested()];
  }

  it('reads no answer off what the other board suggests', async () => {
    const afterNo = await suggestedElsewhere('no');
    expect(afterNo).toEqual([0, 0]);
    expect(await suggestedElsewhere('yes')).toEqual(afterNo);
  });

  it('would read a no if two people cooled down by what is true (control)', async () => {
    const byTruth = () =>
      withoutFunction(
        'pairs_apart',
        `(i.frozen_at is not null and i.appears_until > at - interval '12 months')`,
        `(i.state = 'closed quietly' and i.closed_at > at - interval '12 months')`,
        () => suggestedElsewhere('no'),
      );
    expect(await byTruth()).toEqual([1, 0]);
  });

  it('asks two people at one organization while the other one asks them', async () => {
    const other = await eveningIn(evening.api);
    const [ana, ben] = [await makePerson(evening.api.database), await makePerson(evening.api.database)];
    for (const where of [evening, other])
      await where.approved(await where.guest({ person: ana }), await where.guest({ person: ben }));
    await evening.pass('2026-10-21T12:00');
    expect([await standings(evening), await standings(other)]).toEqual([['asked'], ['asked']]);
    // In truth at one alone, and nothing of that shows.
    const asks = [...(await evening.sent('introduction-ask')), ...(await other.sent('introduction-ask'))];
    expect(asks).toHaveLength(2);
  });
});

describe('two who are asked one after the other', () => {
  const moments = Array.from({ length: 20 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 9, 21 + day)).toISOString().slice(0, 10);
    return `${date}T12:00`;
  });

  async function fanOfStar(): Promise<{ guests: [Guest, Guest]; pair: string }> {
    const guests: [Guest, Guest] = [await evening.guest(star), await evening.guest(wanted)];
    return { guests, pair: await evening.approved(...guests) };
  }

  /** What the board says of the two and of two more pairs of the second one, approved while the first one answers. */
  async function weeksOf(answer: 'yes' | 'no'): Promise<string[][]> {
    evening = await nextEvening(first);
    const { guests, pair } = await fanOfStar();
    const told: string[][] = [];
    for (const moment of moments) {
      await evening.pass(moment);
      if (moment === moments[0]) {
        await evening.answer(guests[0], pair, answer);
        for (let nth = 0; nth < 2; nth += 1) await evening.approved(guests[1], await evening.guest(wanted));
      }
      told.push(await standings(evening));
      const [held] = await sql<{ open: number }>(
        `select count(*)::int as open from introduction_sides where person_id = $1 and asked_at <= app_now()
           and ask_ends_at > app_now()`,
        [guests[1].personId],
      );
      expect(held?.open).toBeLessThanOrEqual(2);
    }
    return told;
  }

  it('tell the host nothing of the first one, by the asks of the second that leave beside', async () => {
    const afterNo = await weeksOf('no');
    expect(await weeksOf('yes')).toEqual(afterNo);
    // The second one's other place is free from the first day, and the youngest pair waits for that one to be free again.
    expect(afterNo[1]).toEqual(['asked', 'asked', 'approved']);
    expect(afterNo[8]).toEqual(['asked', 'asked', 'asked']);
    expect(afterNo.at(-1)).toEqual(['did not happen', 'did not happen', 'did not happen']);
  });

  it('would tell of a yes if their place were held only once they are asked (control)', async () => {
    const byTruth = (answer: 'yes' | 'no') =>
      withoutFunction('open_asks', 'i.ask_first <> s.person_id', 'false', () => weeksOf(answer));
    expect(await byTruth('no')).not.toEqual(await byTruth('yes').catch(() => 'three at once'));
  });

  /** Whether the host may pin the two again once they read "did not happen", while the second is asked about elsewhere. */
  async function pinnedAgain(answer: 'yes' | 'no', late: boolean): Promise<number> {
    evening = await nextEvening(first);
    const { guests, pair } = await fanOfStar();
    const [a, b] = guests;
    await evening.pass('2026-10-21T12:00');
    await evening.answer(a, pair, answer);
    // Nobody woke the worker for weeks.
    if (late) await evening.api.setTime(at('2026-11-10T12:00').toISOString());
    await evening.pass('2026-11-10T12:30');
    expect(await standings(evening)).toEqual(['did not happen']);
    expect((await evening.sent('introduction-ask')).map(({ to }) => to)).toEqual(
      answer === 'yes' && !late ? [a.email, b.email] : [a.email],
    );
    const [place] = await sql<{ open: number }>('select open from open_asks(array[$1::uuid], app_now())', [
      b.personId,
    ]);
    expect(place).toBeUndefined();
    return (await evening.call('post', '', { attendeeA: a.id, attendeeB: b.id })).status;
  }

  it('may be pinned again on the same day whatever the first one said, and when the worker came too late', async () => {
    for (const late of [false, true]) {
      expect(await pinnedAgain('no', late)).toBe(201);
      expect(await pinnedAgain('yes', late)).toBe(201);
    }
  });
});

describe('somebody whose arrival is undone after the approval', () => {
  const undone: [string, string][] = [
    ['an RSVP that is cancelled', `status = 'cancelled', cancel_cause = 'by-person', seat = false`],
    ['a check-in that is undone', 'checked_in_at = null'],
  ];

  async function asked(change: string | null): Promise<string[]> {
    const ana = await evening.guest();
    await evening.approved(ana, await evening.guest());
    if (change !== null) await sql(`update attendees set ${change} where id = $1`, [ana.id]);
    await evening.pass('2026-10-21T12:00');
    expect(await standings(evening)).toEqual(['asked']);
    const mails = await evening.queued();
    await evening.pass('2026-10-29T12:00');
    expect(await standings(evening)).toEqual(['did not happen']);
    return mails;
  }

  it.each(undone)('is not asked: %s', async (_, change) => {
    expect(await asked(change)).toEqual([]);
  });

  it('is asked where nothing changed (control)', async () => {
    expect(await asked(null)).toEqual(['introduction-ask', 'introduction-ask']);
  });
});
