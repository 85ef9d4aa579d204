import { once } from 'node:events';
import { connect } from 'node:net';
import { newId } from '#libs/domain';
import { type Lines, postForLines } from '../../../../test/support/ndjson.ts';
import {
  type Board,
  type Evening,
  type Guest,
  eveningIn,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';
import { makeAttendee, makeEvent } from '../../../../test/support/factories.ts';
import { holdEvening } from '../../../../test/support/hold-evening.ts';
import { crowdAt } from '../../../../test/support/crowd.ts';
import { until as untilTrue } from '../../../../test/support/worker.ts';

/** Large rooms and weeks take seconds; on a busy machine many more. */
const patience = 120_000;

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

interface Line {
  progress?: { step: string; people: number; share: number };
  done?: { board: Board; outcome: Outcome };
  problem?: { status: number; code: string; detail: string };
}

interface Outcome {
  first: string;
  people: number;
  covered: number;
  coverable: number | null;
  price: number;
}

/** Suggestions asked for by somebody who wants to see how far it is. */
function suggest(
  of = evening,
  headers: Record<string, string> = {},
  body: object = {},
): Promise<Lines<Line>> {
  const { api, organizationId, eventId, host } = of;
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/introductions/suggest`;
  return postForLines<Line>(`${api.url}${path}`, { cookie: host, ...headers }, body);
}

/** Seconds of a thread. */
const LARGE = 2000;
const MOST = 2000;

const code = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  code: (answer.body as { code?: string }).code,
});

async function guests(count: number): Promise<Guest[]> {
  const all: Guest[] = [];
  for (let number = 0; number < count; number += 1) {
    all.push(await evening.guest({ profile: { crafts: [`craft ${String(number)}`] } }));
  }
  return all;
}

/** Reads until a step begins, which has to come. */
async function until(lines: Lines<Line>, step: string): Promise<void> {
  for (;;) {
    const line = await lines.next();
    if (line === undefined || line.done !== undefined) throw new Error(`It ended before ${step}`);
    if (line.progress?.step === step) return;
  }
}

/** So many wait for the evening that is held. */
const untilWaiting = (count: number): Promise<void> =>
  untilTrue(async () => {
    const [row] = await evening.api.database.sql<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return row?.waiting === count;
  }, `${count} wait`);

/** Each step once: a busy machine has time to tell of one twice. */
const stepsOf = (lines: readonly Line[]) =>
  lines.flatMap(({ progress }) => progress?.step ?? []).filter((step, place, all) => step !== all[place - 1]);

const introductionsOf = ({ api, eventId }: Evening) =>
  api.database.sql<{ pair: string }>(
    `select person_a || ' ' || person_b as pair from introductions where event_id = $1`,
    [eventId],
  );

const outcomeOf = async (body: object): Promise<Outcome> =>
  (await evening.call<{ outcome: Outcome }>('post', '/suggest', body)).body.outcome;

const refuse = (guest: Guest | undefined): [string, unknown[]] => [
  `update consents set answer = 'refused' where person_id = $1`,
  [guest?.personId],
];

describe('suggestions for whoever wants to see how far they are', () => {
  it('come after lines of progress, as the last line', async () => {
    await guests(6);
    const lines = await suggest();
    expect([lines.status, lines.type]).toEqual([200, 'application/x-ndjson']);
    const all = await lines.rest();
    const last = all.pop();
    expect(all.map(({ progress }) => progress?.step)).toEqual([
      'waiting',
      'comparing',
      'choosing',
      'keeping',
    ]);
    expect(new Set(all.map(({ progress }) => progress?.people))).toEqual(new Set([6]));
    expect(last?.done?.board).toEqual(await evening.board());
    expect(last?.done?.board.introductions.length).toBeGreaterThan(2);
  });

  it('are refused before the first line like anything else', async () => {
    await evening.pass('2026-12-18T21:30');
    const lines = await suggest();
    expect([lines.status, lines.type]).toEqual([409, 'application/problem+json; charset=utf-8']);
    expect(await lines.rest()).toMatchObject([{ code: 'introductions-over' }]);
  });

  it('say in the last line what came in between', async () => {
    await guests(2);
    const held = await holdEvening(evening);
    const lines = await suggest();
    await until(lines, 'keeping');
    await held.change(
      `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'No heating' where id = $1`,
      [evening.eventId],
    );
    await held.letGo();
    expect((await lines.rest()).at(-1)).toMatchObject({ problem: { status: 409, code: 'event-cancelled' } });
    expect(await introductionsOf(evening)).toEqual([]);
  });

  it('are the first answer again for the same key', async () => {
    await guests(6);
    const key = { 'idempotency-key': 'the-same-key-twice' };
    const once = (await (await suggest(evening, key)).rest()).at(-1);
    const again = await (await suggest(evening, key)).rest();
    expect(again).toEqual([once]);
    const lineOf = await evening.api.database.sql(
      `select 1 from audit where action = 'introductions.suggested' and subject_id = $1`,
      [evening.eventId],
    );
    expect(lineOf).toHaveLength(1);
  });
});

describe('a room that changes while its pairs are looked for', () => {
  it('is looked at again, so that nobody is suggested who said no meanwhile', async () => {
    const [changed] = await guests(6);
    const held = await holdEvening(evening);
    const lines = await suggest();
    await until(lines, 'keeping');
    await held.change(...refuse(changed));
    await held.letGo();
    const rest = await lines.rest();
    expect(stepsOf(rest)).toEqual(['waiting', 'comparing', 'choosing', 'keeping']);
    const board = rest.at(-1)?.done?.board;
    expect(board?.people).toHaveLength(5);
    const suggested = board?.introductions.flatMap(({ a, b }) => [a.attendeeId, b.attendeeId]);
    expect(new Set(suggested).size).toBe(5);
    expect(suggested).not.toContain(changed?.id);
  });

  it('is looked at once while nothing that matters changes (control)', async () => {
    await guests(6);
    const held = await holdEvening(evening);
    const lines = await suggest();
    await until(lines, 'keeping');
    await held.change('update events set description = $2 where id = $1', [evening.eventId, 'Longer.']);
    await held.letGo();
    expect(stepsOf(await lines.rest())).toEqual([]);
  });

  it('is given up after three tries, as a conflict that leaves nothing', async () => {
    const all = await guests(6);
    let held = await holdEvening(evening);
    const lines = await suggest();
    for (const guest of all.slice(0, 3)) {
      await until(lines, 'keeping');
      await held.change(...refuse(guest));
      // In this order, so that the next try cannot come before it is held again.
      await untilWaiting(1);
      const next = holdEvening(evening);
      await untilWaiting(2);
      await held.letGo();
      held = await next;
    }
    await held.letGo();
    expect(await lines.rest()).toMatchObject([{ problem: { status: 409, code: 'changed-meanwhile' } }]);
    expect(await introductionsOf(evening)).toEqual([]);
  });

  it('gives two hosts who ask at once one and the same board', async () => {
    await guests(7);
    const held = await holdEvening(evening);
    const both = [await suggest(), await suggest()];
    for (const lines of both) await until(lines, 'keeping');
    await held.letGo();
    const ends = await Promise.all(both.map((lines) => lines.rest()));
    // One of them came second, found the room taken and looked again.
    expect(ends.flatMap((lines) => stepsOf(lines))).toEqual(['waiting', 'comparing', 'choosing', 'keeping']);
    const [one, other] = ends.map((lines) => lines.at(-1)?.done?.board.introductions);
    expect(one?.length).toBeGreaterThan(2);
    expect(other).toEqual(one);
    expect(await introductionsOf(evening)).toHaveLength(one?.length ?? 0);
  });
});

describe('a search that somebody leaves', () => {
  it('leaves nothing behind, however late', async () => {
    await guests(6);
    const held = await holdEvening(evening);
    const lines = await suggest();
    await until(lines, 'keeping');
    lines.leave();
    await evening.board();
    await held.letGo();
    await evening.call('post', '/suggest', { first: 'nobody' });
    expect(await introductionsOf(evening)).toEqual([]);
    // The control: who stays has them kept.
    expect((await (await suggest()).rest()).at(-1)).toHaveProperty('done');
    expect((await introductionsOf(evening)).length).toBeGreaterThan(2);
  });

  it('leaves nothing behind when the connection closes before anybody looked at the request', async () => {
    await guests(6);
    const { api, organizationId, eventId, host } = evening;
    const path = `/api/v1/organizations/${organizationId}/events/${eventId}/introductions/suggest`;
    const { port, hostname } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.end(
      `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${host}\r\naccept: application/x-ndjson\r\ncontent-length: 0\r\n\r\n`,
    );
    socket.destroy();
    // One at a time: were it looked for, this would come after it.
    const other = await eveningIn(api);
    await other.guest();
    await other.guest();
    expect((await other.call('post', '/suggest')).status).toBe(200);
    await evening.board();
    expect(await introductionsOf(evening)).toEqual([]);
  });

  it(
    'ends at once, so that the next in the queue need not wait for it',
    async () => {
      await crowdAt(evening, LARGE);
      const other = await eveningIn(evening.api);
      for (let number = 0; number < 4; number += 1) await other.guest();
      const long = await suggest();
      await until(long, 'comparing');
      const short = await suggest(other);
      expect(await short.next()).toMatchObject({ progress: { step: 'waiting', people: 4 } });
      long.leave();
      expect((await short.rest()).at(-1)).toHaveProperty('done');
      expect(await introductionsOf(evening)).toEqual([]);
    },
    patience,
  );
});

describe('a large room', () => {
  it(
    'does not hold up anybody else',
    async () => {
      await crowdAt(evening, LARGE);
      const lines = await suggest();
      await until(lines, 'comparing');
      let answered = 0;
      let last: Line | undefined;
      const ended = lines.rest().then((rest) => (last = rest.at(-1)));
      while (last === undefined) {
        await Promise.race([evening.api.http.get('/livez').then(() => (answered += 1)), ended]);
      }
      expect(last.done?.outcome).toMatchObject({ people: LARGE, covered: LARGE, coverable: LARGE });
      // Were they held up, hardly one would be answered; on a machine that does nothing else there are hundreds.
      expect(answered).toBeGreaterThan(10);
    },
    patience,
  );

  it(
    'is refused where it is larger than a board can show',
    async () => {
      await crowdAt(evening, MOST + 1);
      expect(code(await evening.call('post', '/suggest'))).toEqual({
        status: 413,
        code: 'introductions-too-many-people',
      });
      // The control: the same evening with twenty of them is not refused.
      await evening.api.database.sql(
        `update attendees set checked_in_at = null
       where event_id = $1 and id not in (select id from attendees where event_id = $1 limit 20)`,
        [evening.eventId],
      );
      expect((await evening.call('post', '/suggest')).status).toBe(200);
    },
    patience,
  );
});

describe('what comes first', () => {
  /** Two who suit each other best, each of whom is the only one for somebody else. */
  async function scarce(): Promise<Record<'star' | 'peer' | 'only' | 'other', Guest>> {
    const both = { lookingFor: ['foley'], canHelpWith: ['foley'], maxIntroductions: 1 };
    const star = await evening.guest({ profile: both });
    const peer = await evening.guest({ profile: both });
    const only = await evening.guest({ profile: { crafts: ['mixing'], maxIntroductions: 1 } });
    const other = await evening.guest({ profile: { crafts: ['contracts'], maxIntroductions: 1 } });
    await evening.api.database.sql(
      `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'told', app_now())`,
      [evening.organizationId, only.personId, other.personId],
    );
    return { star, peer, only, other };
  }

  const pairsOn = (board: Board) =>
    board.introductions.map(({ a, b }) => [a.attendeeId, b.attendeeId].sort().join(' ')).sort();
  const pair = (a: Guest, b: Guest) => [a.id, b.id].sort().join(' ');

  it('is that everybody has somebody, and what that costs is said', async () => {
    const { star, peer } = await scarce();
    const outcome = await outcomeOf({});
    expect(outcome).toMatchObject({ first: 'everyone', people: 4, covered: 4, coverable: 4 });
    expect(outcome.price).toBeGreaterThan(0.1);
    expect(pairsOn(await evening.board())).toHaveLength(2);
    expect(pairsOn(await evening.board())).not.toContain(pair(star, peer));
  });

  it('is the best pairs if the host says so, anew or from the start, and there and back is the same board', async () => {
    const { star, peer } = await scarce();
    await outcomeOf({});
    const fair = pairsOn(await evening.board());
    // Filling free places moves nothing, whatever comes first.
    await outcomeOf({ first: 'total' });
    expect(pairsOn(await evening.board())).toEqual(fair);
    const outcome = await outcomeOf({ first: 'total', anew: true });
    expect(outcome).toMatchObject({ first: 'total', covered: 2 });
    expect(pairsOn(await evening.board())).toEqual([pair(star, peer)]);
    await outcomeOf({ first: 'everyone', anew: true });
    expect(pairsOn(await evening.board())).toEqual(fair);
  });

  it('moves nothing that a host touched, and keeps the row of a pair that is suggested again', async () => {
    await scarce();
    await outcomeOf({});
    const { introductions } = await evening.board();
    const [touched] = introductions;
    await evening.call('post', `/${touched?.id ?? ''}/approve`, { version: touched?.version });
    await outcomeOf({ first: 'total', anew: true });
    const after = await evening.board();
    expect(after.introductions.find(({ id }) => id === touched?.id)?.standing).toBe('approved');
    expect(after.introductions.map(({ id }) => id)).toEqual(introductions.map(({ id }) => id));
  });

  it('tells of no block and no pause by a pair that went and never came back', async () => {
    const { star, peer } = await scarce();
    await outcomeOf({ first: 'total' });
    const best = pairsOn(await evening.board());
    await outcomeOf({ first: 'everyone', anew: true });
    const { database } = evening.api;
    await database.sql('insert into blocks values ($1, $2, app_now())', [star.personId, peer.personId]);
    await database.sql(
      `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
      [star.personId],
    );
    await outcomeOf({ first: 'total', anew: true });
    expect(pairsOn(await evening.board())).toEqual(best);
    // The control: what the organization itself was told takes it away.
    await database.sql(...refuse(star));
    await outcomeOf({ first: 'total', anew: true });
    expect(pairsOn(await evening.board())).not.toContain(pair(star, peer));
  });

  it('says nothing of how many could have somebody where one to four have nobody', async () => {
    await guests(5);
    await evening.api.database.sql(`update attendees set profile = profile || '{"maxIntroductions": 1}'::jsonb
      where event_id = '${evening.eventId}'`);
    expect(await outcomeOf({})).toMatchObject({ people: 5, covered: 4, coverable: null });
    // The control: everybody of six.
    await evening.guest({ profile: { maxIntroductions: 1 } });
    expect(await outcomeOf({ anew: true })).toMatchObject({ people: 6, covered: 6, coverable: 6 });
  });

  it('is one of the two, and refused as anything else', async () => {
    const { status, body } = await evening.call<{ errors: { pointer: string }[] }>('post', '/suggest', {
      first: 'me',
    });
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/first']]);
  });
});

describe('what a board tells of an answer', () => {
  /** Asks of an earlier evening whose days are over, each about somebody who is not here. */
  async function answered(guest: Guest, consent: 'yes' | 'no', times: number): Promise<void> {
    const { api, organizationId } = evening;
    const earlier = await makeEvent(api.database, organizationId);
    const person = { id: guest.personId, name: guest.name, email: guest.email };
    const there = await makeAttendee(api.database, earlier, { person });
    for (let time = 0; time < times; time += 1) {
      const other = await makeAttendee(api.database, earlier);
      const [a, b] = [there, other].sort((x, y) => (x.personId < y.personId ? -1 : 1));
      const id = newId();
      await api.database.sql(
        `insert into introductions (id, organization_id, event_id, person_a, person_b, attendee_a, attendee_b, source, state,
           band, reason_a, reason_b, seed, appears_until, closed_at, close_cause, version, created_at)
         select $1, $2, $3, $4, $5, $6, $7, 'host', 'closed quietly', 'fair', r, r, 1, app_now(), app_now(), 'over', 1, app_now()
         from jsonb_build_object('code', 'same-evening', 'values', '{}'::jsonb) r`,
        [id, organizationId, earlier.id, a?.personId, b?.personId, a?.id, b?.id],
      );
      await api.database.sql(
        `insert into introduction_sides (id, organization_id, introduction_id, person_id, attendee_id, consent, asked_at,
           ask_ends_at, answered_at, version)
         values ($1, $2, $3, $4, $5, $6, app_now() - interval '9 days', app_now() - interval '2 days', app_now(), 1)`,
        [newId(), organizationId, id, guest.personId, there.id, consent],
      );
    }
  }

  const forget = () =>
    evening.api.database.sql(
      'delete from introduction_sides where organization_id = $1 and asked_at < app_now()',
      [evening.organizationId],
    );

  const anew = async () => {
    const outcome = await outcomeOf({ anew: true });
    const { introductions } = await evening.board();
    return { outcome, pairs: introductions.map(({ a, b }) => [a.attendeeId, b.attendeeId]) };
  };

  it(
    'is nothing at all for one ended ask of one person, by its pairs or by what came of it',
    async () => {
      const both = { lookingFor: ['foley'], canHelpWith: ['foley'], maxIntroductions: 1 };
      const four: Guest[] = [];
      for (const profile of [both, both, both, { crafts: ['contracts'], maxIntroductions: 0 }])
        four.push(await evening.guest({ profile }));
      const before = await anew();
      expect(before.pairs).toHaveLength(1);
      const left = four.slice(0, 3).find(({ id }) => !before.pairs.flat().includes(id));
      if (left === undefined) throw new Error('Somebody of three is left');
      for (const consent of ['yes', 'no'] as const) {
        for (const guest of four.slice(0, 3)) {
          await answered(guest, consent, 1);
          expect(await anew()).toEqual(before);
          await forget();
        }
      }
      await answered(left, 'yes', 4);
      expect(await anew()).toEqual(before);
      // The control: from the fifth on the engine leans to who says yes.
      await answered(left, 'yes', 1);
      expect((await anew()).pairs.flat()).toContain(left.id);
    },
    patience,
  );
});

describe('suggestions that waited too long', () => {
  const want = (lookingFor: string, canHelpWith: string) =>
    evening.guest({ profile: { lookingFor: [lookingFor], canHelpWith: [canHelpWith], maxIntroductions: 1 } });
  const pairs = async () =>
    (await evening.board()).introductions
      .map(({ a, b }) => [a.attendeeId, b.attendeeId].sort().join(' '))
      .sort();

  it(
    'come back the same whether or not one of them has blocked the other meanwhile, or pauses',
    async () => {
      const [ana, ben] = [await want('foley', 'mixing'), await want('mixing', 'foley')];
      await want('contracts', 'vinyl prep');
      await want('vinyl prep', 'contracts');
      await outcomeOf({});
      const first = await pairs();
      expect(first).toHaveLength(2);
      await evening.pass('2026-11-04T09:00');
      expect(await pairs()).toEqual([]);
      const open = await outcomeOf({});
      expect(await pairs()).toEqual(first);
      await evening.pass('2026-11-20T09:00');
      expect(await pairs()).toEqual([]);
      const { database } = evening.api;
      await database.sql('insert into blocks values ($1, $2, app_now())', [ana.personId, ben.personId]);
      await database.sql(
        `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
        [ana.personId],
      );
      expect(await outcomeOf({})).toEqual(open);
      expect(await pairs()).toEqual(first);
      // The control: what the organization itself was told takes it away.
      await evening.pass('2026-12-06T09:00');
      await database.sql(...refuse(ana));
      await outcomeOf({});
      expect(await pairs()).toHaveLength(1);
    },
    patience,
  );

  it('come back, but not a pair that was asked and did not happen', async () => {
    await want('foley', 'mixing');
    await want('mixing', 'foley');
    await outcomeOf({});
    const [one] = (await evening.board()).introductions;
    await evening.call('post', `/${one?.id ?? ''}/approve`, { version: one?.version });
    await evening.pass('2026-11-20T09:00');
    const words = async () => (await evening.board()).introductions.map(({ standing }) => standing);
    expect(await words()).toEqual(['did not happen']);
    await outcomeOf({});
    await outcomeOf({ first: 'total', anew: true });
    expect(await words()).toEqual(['did not happen']);
  });
});
