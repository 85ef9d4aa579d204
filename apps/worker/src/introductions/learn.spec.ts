import { harvestAnswers, stopAsking, weightsNow } from '#libs/database';
import { fixedWeights, found, inOrganization, system } from '#libs/domain';
import { type Evening, type Guest, nextEvening, startEvening } from '../../../../test/support/evening.ts';
import { moveClock, startTestWorker, until } from '../../../../test/support/worker.ts';
import { newLog } from '../log.ts';
import { learn } from './learn.ts';

let first: Evening;

beforeAll(async () => {
  first = await startEvening();
});

afterAll(async () => {
  await first.stop();
});

afterEach(async () => {
  await first.api.database.sql('delete from training_rows');
  await first.api.database.sql('delete from learned_weights');
  await first.api.database.sql('update introduction_sides set features = null');
});

interface Row extends Record<string, unknown> {
  source: string;
  features: Record<string, number>;
  saidYes: boolean;
  answered: boolean;
}

const rows = ({ api }: Evening): Promise<Row[]> =>
  api.database.sql<Row>(
    `select source, features, said_yes as "saidYes", answered from training_rows order by said_yes, features::text`,
  );

const frozen = async ({ api }: Evening, introductionId: string): Promise<Record<string, unknown>> => {
  const sides = await api.database.sql<{ person: string; features: unknown }>(
    'select person_id as person, features from introduction_sides where introduction_id = $1',
    [introductionId],
  );
  return Object.fromEntries(sides.map(({ person, features }) => [person, features]));
};

/** A mixer who looks for what a musician offers. */
async function twoWhoFit(evening: Evening): Promise<[Guest, Guest]> {
  return [
    await evening.guest({ profile: { crafts: ['mixing'], lookingFor: ['session player'], city: 'Lyon' } }),
    await evening.guest({ profile: { crafts: ['cello'], canHelpWith: ['session player'], city: 'Lyon' } }),
  ];
}

const night = (evening: Evening): Promise<void> => evening.pass('2026-11-05T12:00');

describe('what is learned from', () => {
  it('is what spoke for a yes when the ask left, whatever is written into a profile later', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const id = await evening.approved(mixer, cellist);
    expect(Object.values(await frozen(evening, id))).toEqual([null, null]);
    await evening.pass('2026-10-21T12:00');
    await evening.api.database.sql(`update attendees set profile = '{}' where id = $1`, [cellist.id]);
    const { [mixer.personId]: mine, [cellist.personId]: theirs } = await frozen(evening, id);
    expect(mine).toMatchObject({ needMet: 1, canGive: 0, place: 1, wish: 0, answerRate: 0 });
    expect(theirs).toMatchObject({ needMet: 0, canGive: 1, place: 1 });
  });

  it('is also what was told in private, of the one who told it: a wish, and people known to both', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const friend = await evening.guest();
    const id = await evening.approved(mixer, cellist);
    await evening.api.database.sql(
      `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, told_attendee_id, told_person_id, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'wish', 1, $5, $6, app_now())`,
      [evening.organizationId, evening.eventId, mixer.id, mixer.personId, cellist.id, cellist.personId],
    );
    for (const one of [mixer, cellist])
      await evening.api.database.sql(
        `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'told', app_now())`,
        [evening.organizationId, one.personId, friend.personId],
      );
    await evening.pass('2026-10-21T12:00');
    const { [mixer.personId]: mine, [cellist.personId]: theirs } = await frozen(evening, id);
    expect(mine).toMatchObject({ wish: 1, mutualContacts: 1 });
    expect(theirs).toMatchObject({ wish: 0, mutualContacts: 1 });
  });

  it('is an answer or a silence, once, and only when the pair could be introduced no longer', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const id = await evening.approved(mixer, cellist);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(mixer, id, 'yes');
    await evening.pass('2026-10-28T12:00');
    expect(await rows(evening)).toEqual([]);
    await night(evening);
    expect(await rows(evening)).toMatchObject([
      { source: 'host', features: { canGive: 1, needMet: 0 }, saidYes: false, answered: false },
      { source: 'host', features: { canGive: 0, needMet: 1 }, saidYes: true, answered: true },
    ]);
    expect(Object.values(await frozen(evening, id))).toEqual([null, null]);
  });

  it('is also two who were introduced, of whom one wants to hear no more of it; a stop by the host teaches nothing', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const id = await evening.approved(mixer, cellist);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(mixer, id, 'yes');
    await evening.answer(cellist, id, 'yes');
    await evening.pass('2026-10-22T12:00');
    const { api, organizationId } = evening;
    const whose = { organizationId, introductionId: id, personId: mixer.personId };
    await api.db.write(inOrganization(organizationId, system), (tx) => stopAsking(tx, whose));
    // A pair whose question the host stopped after somebody had declined ended by the no, and is left out all the same.
    const [one, other] = await twoWhoFit(evening);
    const stopped = await evening.approved(one, other);
    await evening.pass('2026-10-23T12:00');
    await evening.answer(one, stopped, 'no');
    const { version } = found((await evening.board()).introductions.find((pair) => pair.id === stopped));
    expect((await evening.call('post', `/${stopped}/stop`, { version })).status).toBe(200);
    await night(evening);
    expect(await rows(evening)).toMatchObject([
      { saidYes: true, answered: true },
      { saidYes: true, answered: true },
    ]);
  });

  it('counts once also when a backup brought back what had become a row already', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const id = await evening.approved(mixer, cellist);
    await evening.pass('2026-10-21T12:00');
    const before = await frozen(evening, id);
    await night(evening);
    const put = async (): Promise<unknown> =>
      Promise.all(
        Object.entries(before).map(([person, features]) =>
          evening.api.database.sql(
            'update introduction_sides set features = $3 where introduction_id = $1 and person_id = $2',
            [id, person, JSON.stringify(features)],
          ),
        ),
      );
    const { db, config } = evening.api;
    const harvest = () => db.write({ kind: 'system' }, (tx) => harvestAnswers(tx, config.keys));
    await put();
    const taken = await Promise.all([harvest(), harvest()]);
    expect(taken[0] + taken[1]).toBe(2);
    expect(await rows(evening)).toHaveLength(2);
    // The control: it is the key that keeps them from counting twice.
    await evening.api.database.sql(`update training_rows set key = sha256(key)`);
    await put();
    await harvest();
    expect(await rows(evening)).toHaveLength(4);
  });

  it.each([
    [
      'a block',
      async ({ api }: Evening, a: Guest, b: Guest) => {
        await api.database.sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]);
      },
    ],
    [
      'an opt-out',
      async ({ api }: Evening, a: Guest) => {
        await api.database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [
          a.personId,
        ]);
      },
    ],
    [
      'a pause',
      async ({ api }: Evening, a: Guest) => {
        await api.database.sql(
          `update people set introductions_paused_until = app_now() + interval '90 days' where id = $1`,
          [a.personId],
        );
      },
    ],
    [
      'mail that was stopped',
      async ({ api }: Evening, a: Guest) => {
        await api.database.sql(
          `insert into mail_stops (id, person_id, organization_id, topic, created_at)
           values (gen_random_uuid(), $1, null, 'all', app_now())`,
          [a.personId],
        );
      },
    ],
    [
      'somebody who left',
      async ({ api }: Evening, a: Guest) => {
        await api.database.sql('update people set erased_at = app_now() where id = $1', [a.personId]);
      },
    ],
    [
      'a stop by the host',
      async ({ api }: Evening, _a: Guest, _b: Guest, id: string) => {
        await api.database.sql(
          `update introductions set state = 'closed quietly', close_cause = 'host-stop', closed_at = app_now() where id = $1`,
          [id],
        );
      },
    ],
  ])('is never a pair that ended by %s', async (_, end) => {
    const evening = await nextEvening(first);
    const pairs = [await twoWhoFit(evening), await twoWhoFit(evening)];
    const ids = [];
    for (const [a, b] of pairs) ids.push(await evening.approved(a, b));
    await evening.pass('2026-10-21T12:00');
    const [[a, b] = []] = pairs;
    await evening.answer(a!, ids[0]!, 'yes');
    await end(evening, a!, b!, ids[0]!);
    await night(evening);
    // The control: the other pair of the same evening, which only fell silent.
    expect(await rows(evening)).toMatchObject([{ saidYes: false }, { saidYes: false }]);
    expect(Object.values(await frozen(evening, ids[0]!))).toEqual([null, null]);
  });

  it('names nobody: neither people, organizations nor events, no text and no time', async () => {
    const evening = await nextEvening(first);
    const [mixer, cellist] = await twoWhoFit(evening);
    const id = await evening.approved(mixer, cellist);
    await evening.pass('2026-10-21T12:00');
    await night(evening);
    const kept = await evening.api.database.sql<{ line: string }>(
      'select t::text as line from training_rows t',
    );
    const sides = await evening.api.database.sql<{ id: string }>(
      'select id from introduction_sides where introduction_id = $1',
      [id],
    );
    const text = JSON.stringify(kept).replaceAll('-', '');
    expect(kept).toHaveLength(2);
    for (const secret of [
      ...[id, mixer.id, mixer.personId, cellist.personId, evening.eventId, evening.organizationId],
      ...sides.map((side) => side.id),
    ])
      expect(text).not.toContain(secret.replaceAll('-', ''));
    expect(text).not.toMatch(/session|cello|Lyon|2026/);
  });
});

describe('weights', () => {
  it('are the fixed ones until answers taught better ones, and again when they do no longer', async () => {
    const { api } = first;
    const now = () => api.db.read({ kind: 'public' }, (reader) => weightsNow(reader));
    const night = () => learn({}, { db: api.db, keys: api.config.keys, log: newLog('test') });
    await night();
    expect(await now()).toEqual(fixedWeights);
    // Whoever lives in the same city says yes, nobody else does: five evenings of 60.
    const answers = (saidYes: string) =>
      api.database.sql(
        `insert into training_rows (key, fold, source, features, said_yes, answered)
         select sha256(('k' || n || $1)::bytea), sha256(('e' || n % 5)::bytea), 'suggested',
           jsonb_build_object('place', n % 2, 'needMet', n % 3 % 2), ${saidYes}, true from generate_series(1, 300) n`,
        [saidYes],
      );
    await answers('n % 2 = 1');
    await night();
    const learned = await now();
    expect(learned.place).toBeGreaterThan(fixedWeights.place + 1);
    expect(learned.wish).toBe(fixedWeights.wish);
    await night();
    const attempts = () =>
      api.database.sql<{ verdict: string; answers: number }>(
        'select verdict, answers from learned_weights order by version',
      );
    expect(await attempts()).toEqual([{ verdict: 'better', answers: 300 }]);
    await answers('n % 2 = 0');
    await night();
    expect(await attempts()).toMatchObject([{ verdict: 'better' }, { verdict: 'not-better', answers: 600 }]);
    expect(await now()).toEqual(fixedWeights);
  });

  it('wait for 200 answers of people: asks that nobody answered do not count', async () => {
    const { api } = first;
    const night = () => learn({}, { db: api.db, keys: api.config.keys, log: newLog('test') });
    await api.database.sql(
      `insert into training_rows (key, fold, source, features, said_yes, answered)
       select sha256(('s' || n)::bytea), sha256(('e' || n % 5)::bytea), 'suggested', '{}', false, n < 200
       from generate_series(1, 500) n`,
    );
    await night();
    const attempts = () => api.database.sql('select answers from learned_weights');
    expect(await attempts()).toEqual([]);
    await api.database.sql(
      `update training_rows set answered = true where key = (select key from training_rows where not answered limit 1)`,
    );
    await night();
    expect(await attempts()).toEqual([{ answers: 200 }]);
  });

  it('decide whom the next evening suggests, once they are used', async () => {
    const neighbours = { crafts: ['foley'], city: 'Lyon', maxIntroductions: 1 };
    const pairSuggested = async (): Promise<string[]> => {
      const evening = await nextEvening(first);
      const seeker = await evening.guest({
        profile: { crafts: ['mixing'], lookingFor: ['session player'], city: 'Lyon', maxIntroductions: 1 },
      });
      await evening.guest({ name: 'Neighbour', profile: neighbours });
      const player = {
        crafts: ['cello'],
        canHelpWith: ['session player'],
        city: 'Oslo',
        maxIntroductions: 1,
      };
      await evening.guest({ name: 'Player', profile: player });
      await evening.call('post', '/suggest');
      const { introductions } = await evening.board();
      return introductions
        .flatMap(({ a, b }) => (a.name === seeker.name ? [b.name] : b.name === seeker.name ? [a.name] : []))
        .sort();
    };
    expect(await pairSuggested()).toEqual(['Player']);
    await first.api.database.sql(
      `insert into learned_weights values (1, 'better', '{"place": 6, "needMet": -1, "canGive": -1}', 300, 9, null, app_now())`,
    );
    expect(await pairSuggested()).toEqual(['Neighbour']);
    // The control: weights that were learned and found no better change nothing.
    await first.api.database.sql(`update learned_weights set verdict = 'not-better'`);
    expect(await pairSuggested()).toEqual(['Player']);
  });

  it('are learned by the system alone: no organization reads the rows or writes the weights', async () => {
    const { api } = first;
    const scope = {
      kind: 'organization',
      organizationId: first.organizationId,
      actor: { kind: 'system' },
    } as const;
    await api.database.sql(
      `insert into training_rows values ('\\x01', '\\x02', 'suggested', '{}', true, true)`,
    );
    const read = (reader: { query: (sql: string) => Promise<unknown[]> }) =>
      reader.query('select 1 from training_rows');
    expect(await api.db.read(scope, read)).toEqual([]);
    expect(await api.db.read({ kind: 'system' }, read)).toHaveLength(1);
    const write = api.db.write(scope, (tx) =>
      tx.query(`insert into learned_weights values (1, 'better', '{}', 1, 1, null, app_now())`),
    );
    await expect(write).rejects.toThrow('row-level security');
  });
});

describe('the worker', () => {
  it('harvests in the night after the asks are over, without anybody waking it', async () => {
    const evening = await nextEvening(first);
    const id = await evening.approved(...(await twoWhoFit(evening)));
    const { database, db } = first.api;
    const worker = await startTestWorker({ database });
    try {
      await moveClock(db, '2026-10-29T02:59:00Z');
      expect(Object.values(await frozen(evening, id))).not.toContain(null);
      await moveClock(db, '2026-10-29T03:00:00Z');
      await until(async () => (await rows(evening)).length === 2, 'Nobody harvested');
      expect(Object.values(await frozen(evening, id))).toEqual([null, null]);
    } finally {
      await worker.stop();
    }
  });
});
