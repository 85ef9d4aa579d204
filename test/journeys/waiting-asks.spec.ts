import { ask } from '../../apps/worker/src/introductions/ask.ts';
import { makePerson } from '../support/factories.ts';
import { type Evening, type Guest, at, eveningIn, nextEvening, startEvening } from '../support/evening.ts';

// introductions.md: beyond two open asks of a person, over all organizations, a pair waits, oldest first; and nothing of
// another organization shows.

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

interface Person {
  id: string;
  name: string;
  email: string;
}

const ana = (): Promise<Person> => makePerson(evening.api.database, { name: 'Ana Lind' });

/** Approved pairs of this person, one after the other. */
async function approved(where: Evening, guest: Guest, count: number): Promise<string[]> {
  const pairs: string[] = [];
  for (let nth = 0; nth < count; nth += 1) pairs.push(await where.approved(guest, await where.guest(wanted)));
  return pairs;
}

const standings = async (where: Evening): Promise<string[]> =>
  (await where.board()).introductions.map(({ standing }) => standing);

/** Two questions to this person by another organization, open until a local minute. */
async function openElsewhere(person: Person, until: string): Promise<void> {
  const other = await eveningIn(evening.api);
  const pairs = await approved(other, await other.guest({ person, ...wanted }), 2);
  await sql(
    `update introduction_sides set consent = 'asked', asked_at = app_now(), remind_at = null, ask_ends_at = $2
     where introduction_id = any ($1::uuid[])`,
    [pairs, at(until)],
  );
  await sql(
    `update introductions set state = 'asking', ask_at = null, frozen_at = app_now(), appears_until = $2
     where id = any ($1::uuid[])`,
    [pairs, at(until)],
  );
}

describe('questions of two organizations to one person', () => {
  it('leave in the order of their approval, whichever organization comes first to ask', async () => {
    const person = await ana();
    const other = await eveningIn(evening.api);
    const [here, there] = [
      await evening.guest({ person, ...wanted }),
      await other.guest({ person, ...wanted }),
    ];
    await approved(evening, here, 1);
    await approved(other, there, 2);
    await approved(evening, here, 1);
    await evening.api.setTime(at('2026-10-21T10:00').toISOString());
    // The younger ones would take the places, had they no regard for the older ones elsewhere.
    for (const { organizationId } of [other, evening])
      await ask({ organizationId, personId: person.id }, { db: evening.api.db });
    expect([await standings(evening), await standings(other)]).toEqual([
      ['asked', 'approved'],
      ['asked', 'approved'],
    ]);
    // One week later both places are free, and the two that waited leave together.
    await evening.pass('2026-10-28T12:00');
    expect([await standings(evening), await standings(other)]).toEqual([
      ['asked', 'asked'],
      ['asked', 'asked'],
    ]);
  });

  it('would leave as they come without the question that reaches over organizations (control)', async () => {
    const person = await ana();
    const other = await eveningIn(evening.api);
    const [here, there] = [
      await evening.guest({ person, ...wanted }),
      await other.guest({ person, ...wanted }),
    ];
    await approved(evening, here, 1);
    await approved(other, there, 2);
    const [made] = await sql<{ text: string }>(`select pg_get_functiondef('asks_waiting'::regproc) as text`);
    await sql(`create or replace function asks_waiting(among uuid[], at timestamptz)
      returns table (person_id uuid, introduction_id uuid, approved_at timestamptz)
      language sql as $$ select null::uuid, null::uuid, null::timestamptz where false $$`);
    await evening.api.setTime(at('2026-10-21T10:00').toISOString());
    for (const { organizationId } of [other, evening])
      await ask({ organizationId, personId: person.id }, { db: evening.api.db });
    await sql(made?.text ?? '');
    expect([await standings(evening), await standings(other)]).toEqual([['approved'], ['asked', 'asked']]);
  });
});

const moments = [
  '2026-10-21T12:00',
  '2026-10-21T21:00',
  '2026-10-22T09:59',
  '2026-10-22T12:00',
  '2026-10-29T12:00',
  '2026-10-30T12:00',
];

/** The board and the activity at each moment, for a pair that is due on the 21st and leaves on the 22nd. */
async function week(
  whyItWaits: 'nothing' | 'another organization' | 'no mail could leave',
): Promise<unknown[]> {
  evening = await nextEvening(first, 'owner');
  const person = await ana();
  const pair = await evening.approved(
    await evening.guest({ person, ...wanted }),
    await evening.guest({ name: 'Ben Ode' }),
  );
  if (whyItWaits === 'another organization') await openElsewhere(person, '2026-10-22T09:00');
  const told: unknown[] = [];
  for (const moment of moments) {
    const isDark = whyItWaits === 'no mail could leave' && moment < '2026-10-22';
    // Nobody wakes the worker until the evening, when it is too late for mail.
    if (isDark && moment < '2026-10-21T20') await evening.api.setTime(at('2026-10-21T20:00').toISOString());
    await evening.pass(moment);
    const { api, organizationId, host } = evening;
    const activity = await api.http
      .get(`/api/v1/organizations/${organizationId}/activity`)
      .set('cookie', host);
    const [shown] = (await evening.board()).introductions;
    const { lines } = activity.body as { lines: { action: string }[] };
    if (moment > '2026-10-21T20')
      told.push([
        moment,
        shown?.id === pair,
        shown?.standing,
        shown?.version,
        shown?.leavesAt,
        lines.map(({ action }) => action),
      ]);
  }
  return told;
}

describe('a pair that waits', () => {
  it('for what another organization asks reads as on a day on which no mail could leave', async () => {
    const elsewhere = await week('another organization');
    expect(elsewhere).toEqual(await week('no mail could leave'));
    const words = elsewhere.map((line) => (line as string[])[2]);
    expect(words).toEqual(['approved', 'approved', 'asked', 'asked', 'did not happen']);
    // The control: on any other day it has left.
    expect(await week('nothing')).not.toEqual(elsewhere);
  });

  it('is asked no more where one of the two wants fewer by then, and reads "did not happen" on its day', async () => {
    const guest = await evening.guest({ person: await ana(), ...wanted });
    await approved(evening, guest, 2);
    await sql(`update attendees set profile = profile || '{"maxIntroductions": 1}' where id = $1`, [
      guest.id,
    ]);
    await evening.pass('2026-10-21T12:00');
    expect(await standings(evening)).toEqual(['asked', 'asked']);
    expect((await evening.sent()).filter(({ to }) => to === guest.email)).toHaveLength(1);
    const mails = (await evening.sent('introduction-ask')).map(({ to }) => to);
    // Ana and one other: the younger pair is dead, and nobody hears of it.
    expect(mails).toHaveLength(2);
    await evening.pass('2026-10-29T12:00');
    expect(await standings(evening)).toEqual(['did not happen', 'did not happen']);
  });

  it('is asked with its like while both are wanted (control)', async () => {
    const guest = await evening.guest({ person: await ana(), ...wanted });
    await approved(evening, guest, 2);
    await evening.pass('2026-10-21T12:00');
    expect(await evening.sent('introduction-ask')).toHaveLength(3);
  });
});
