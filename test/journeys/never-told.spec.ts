import { handleFor } from '#libs/database';
import { type Evening, type Guest, nextEvening, startEvening } from '../support/evening.ts';
import { submit } from '../support/rsvp-desk.ts';

// introductions.md, Must never happen, 1 and 5: whatever one person does or leaves, the host and the other one read the
// same, at every moment.

/** Weeks of four people with three searches for suggestions take a few seconds; on a busy machine many more. */
const patience = 240_000;

let first: Evening;

beforeAll(async () => {
  first = await startEvening();
}, patience);

afterAll(() => first.stop());

interface Story {
  evening: Evening;
  ana: Guest;
  ben: Guest;
  pair: string;
}

const sql = ({ evening }: Story, text: string, values: unknown[]) => evening.api.database.sql(text, values);

type Fate = (story: Story) => Promise<unknown>;

/** As her browser would, by the link of the mail about her RSVP. */
async function optOut({ evening: { api, organizationId }, ana }: Story): Promise<void> {
  const path = await api.db.write({ kind: 'system' }, async (tx) => {
    const handle = { purpose: 'rsvp', organizationId, personId: ana.personId, subjectId: ana.id } as const;
    return `/my/${await handleFor(tx, api.config.keys, { ...handle, expiresAt: null })}`;
  });
  const { status } = await submit(api, path, `${path}/consents`, { introductions: 'no' });
  expect(status).toBe(303);
}

const withdrawals: Record<string, Fate> = {
  'opts out on the page of her RSVP': optOut,
  'blocks the other': (story) =>
    sql(story, 'insert into blocks values ($1, $2, app_now())', [story.ana.personId, story.ben.personId]),
  'pauses introductions': (story) =>
    sql(story, `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`, [
      story.ana.personId,
    ]),
  'stops all mail': (story) =>
    sql(story, `insert into mail_stops values (gen_random_uuid(), $1, null, 'all', app_now())`, [
      story.ana.personId,
    ]),
};

/** With a yes before, so that the pair is dead the moment the other one says yes as well. */
const afterYes = Object.entries(withdrawals).map(([name, withdraw]): [string, Fate] => [
  `says yes and ${name}`,
  async (story) => {
    await story.evening.answer(story.ana, story.pair, 'yes');
    await withdraw(story);
  },
]);

const fates: [string, Fate][] = [
  ['opts out', optOut],
  ['says no', ({ evening, ana, pair }) => evening.answer(ana, pair, 'no')],
  [
    'says yes and takes it back',
    async ({ evening, ana, pair }) => {
      await evening.answer(ana, pair, 'yes');
      await evening.answer(ana, pair, 'no');
    },
  ],
  ...afterYes,
];

const moments = [
  '2026-10-20T12:00',
  '2026-10-21T09:59',
  '2026-10-21T12:00',
  '2026-10-22T12:00',
  '2026-10-23T12:00',
  '2026-10-26T12:00',
  '2026-10-28T09:59',
  '2026-10-28T12:00',
  '2026-10-28T16:30',
  '2026-10-29T12:00',
  '2026-11-06T12:00',
];

interface Told {
  host: unknown[];
  /** What else the board says: who is on it, how many, and whom it suggests when it is asked to. */
  board: unknown[];
  ben: string[];
  truth: unknown[];
}

/**
 * Ana and Ben are asked; on day 1 Ana meets her fate, on day 2 Ben says yes. Ben has two more pairs, one of which waits. Where
 * Ana is asked first and alone, he does not answer.
 */
async function tell(
  fate: Fate,
  { fateAt = '2026-10-22T12:00', first: askedFirst = false } = {},
): Promise<Told> {
  const evening = await nextEvening(first, 'owner');
  const many = { profile: { maxIntroductions: 3, namedInAsks: true } };
  const part = askedFirst ? 'panelist' : 'guest';
  const ana = await evening.guest({ name: 'Ana Lind', part, ...many });
  const ben = await evening.guest({ name: 'Ben Ode', ...many });
  const pair = await evening.approved(ana, ben);
  for (const name of ['Cleo Fry', 'Dan Mori'])
    await evening.approved(ben, await evening.guest({ name, ...many }));
  const story: Story = { evening, ana, ben, pair };
  const told: Told = { host: [], board: [], ben: [], truth: [] };
  // Once before her fate: who paused before the first suggestions is on none of them, and never 1 does not hide a pause.
  await evening.call('post', '/suggest');
  for (const moment of moments) {
    await evening.pass(moment);
    if (moment === fateAt) await fate(story);
    if (moment === '2026-10-23T12:00' && !askedFirst)
      told.ben.push((await evening.answer(ben, pair, 'yes')).text);
    told.host.push([
      moment,
      await evening.board().then(({ introductions }) => introductions.slice(0, 3)),
      await activity(evening),
      await historyOf(evening, ana),
    ]);
    if (suggestsAt.includes(moment)) await evening.call('post', '/suggest');
    told.board.push([moment, await aroundPairs(evening)]);
    if (moment > '2026-10-21T10' && moment < '2026-10-28T10')
      told.ben.push((await evening.look(ben, pair)).text);
    told.truth.push(await evening.api.database.sql('select state from introductions where id = $1', [pair]));
  }
  const mails = (await evening.sent()).filter(({ to }) => to === ben.email);
  told.ben.push(
    ...mails.map(({ kind, subject, text, at }) =>
      [kind, subject, text, at.toISOString().slice(0, 16)].join('\n'),
    ),
  );
  return {
    ...told,
    host: told.host.map((lines) => neutral(lines)),
    ben: told.ben.map((text) => String(neutral(text))),
  };
}

/** Whom a host asks for anew, while the questions are open and when they are over. */
const suggestsAt = ['2026-10-23T12:00', '2026-10-29T12:00'];

const optedIn = ({ board }: Told): number[] =>
  board.map((line) => (line as [string, { counts: { optedIn: number } }])[1].counts.optedIn);

/** What is drawn differs from evening to evening, so suggestions are told by whom they are about. */
async function aroundPairs(evening: Evening): Promise<unknown> {
  const { counts, people, introductions } = await evening.board();
  const suggested = introductions
    .slice(3)
    .map(({ a, b, standing }) => [...[a.name, b.name].sort(), standing].join(' '));
  return {
    counts,
    people: people.map(({ name, used, cap }) => [name, used, cap]),
    suggested: suggested.sort(),
  };
}

async function activity({ api, organizationId, host }: Evening): Promise<unknown> {
  const { body } = await api.http.get(`/api/v1/organizations/${organizationId}/activity`).set('cookie', host);
  return (body as { lines: { action: string }[] }).lines.map(({ action }) => action);
}

async function historyOf({ api, organizationId, eventId, host }: Evening, { id }: Guest): Promise<unknown> {
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/attendees/${id}/history`;
  const { body } = await api.http.get(path).set('cookie', host).expect(200);
  return (body as { lines: { action: string }[] }).lines.map(({ action }) => action);
}

/** Ids, tokens and addresses by order of appearance. */
function neutral(what: unknown): unknown {
  const names = new Map<string, string>();
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  const same = text.replace(
    /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/(?:ask|unsubscribe)\/)[0-9a-f.]+|(?<=name="formToken" value=")[^"]+|Guild \d+|127\.0\.0\.1:\d+/g,
    (found) => {
      if (!names.has(found)) names.set(found, `#${names.size}`);
      return names.get(found) ?? '';
    },
  );
  return typeof what === 'string' ? same : (JSON.parse(same) as unknown);
}

describe('never 1: whatever one of two asked does', () => {
  let reference: Told;

  beforeAll(async () => {
    reference = await tell(() => Promise.resolve());
  }, patience);

  it.each(fates)(
    'when she %s, the host and the other one read the same as after silence',
    async (_, fate) => {
      const told = await tell(fate);
      expect(told.host).toEqual(reference.host);
      expect(told.ben).toEqual(reference.ben);
      expect(told.board).toEqual(reference.board);
      // The control: the truth does differ, so a page, a field or a mail made of it would be seen here.
      expect(told.truth).not.toEqual(reference.truth);
    },
    patience,
  );

  it('the host reads "asked" until the last yes that could have counted, and then "did not happen"', () => {
    const words = reference.host.map((line) => {
      const [moment, introductions] = line as [string, { standing: string }[]];
      return [moment, introductions[0]?.standing];
    });
    expect(words).toEqual([
      ['2026-10-20T12:00', 'approved'],
      ['2026-10-21T09:59', 'approved'],
      ['2026-10-21T12:00', 'asked'],
      ['2026-10-22T12:00', 'asked'],
      ['2026-10-23T12:00', 'asked'],
      ['2026-10-26T12:00', 'asked'],
      ['2026-10-28T09:59', 'asked'],
      ['2026-10-28T12:00', 'asked'],
      ['2026-10-28T16:30', 'did not happen'],
      ['2026-10-29T12:00', 'did not happen'],
      ['2026-11-06T12:00', 'did not happen'],
    ]);
  });

  it.each(Object.entries(withdrawals))(
    'a pair that is silently never asked, because she %s before, reads the same to the host',
    async (_, withdraw) => {
      const told = await tell(withdraw, { fateAt: '2026-10-20T12:00' });
      expect(told.host).toEqual(reference.host);
      // Before anybody is asked, "not opted in" is the organization's own to read: see below.
      const alike = ({ board }: Told) => (withdraw === optOut ? [] : board);
      expect(alike(told)).toEqual(alike(reference));
      expect(told.ben.filter((text) => text.includes('Ana Lind'))).toEqual([]);
      // The control: where she is asked, her name is in his mail.
      expect(reference.ben.filter((text) => text.includes('Ana Lind'))).not.toEqual([]);
    },
    patience,
  );

  it(
    'who opts out before anybody asked her leaves the counts of the board for good (control)',
    async () => {
      const told = await tell(optOut, { fateAt: moments[0] });
      expect(optedIn(reference)).toEqual(moments.map(() => 4));
      expect(optedIn(told)).toEqual(moments.map(() => 3));
    },
    patience,
  );
});

describe('never 1: whatever somebody does who is asked first and alone', () => {
  let reference: Told;

  beforeAll(async () => {
    reference = await tell(() => Promise.resolve(), { first: true });
  }, patience);

  const yes: [string, Fate] = ['says yes', ({ evening, ana, pair }) => evening.answer(ana, pair, 'yes')];

  it.each([yes, ...fates.filter(([name]) => !name.includes('stops'))])(
    'when she %s, the host reads the same as after silence',
    async (_, fate) => {
      const told = await tell(fate, { first: true });
      expect(told.host).toEqual(reference.host);
      expect(told.board).toEqual(reference.board);
    },
    patience,
  );

  it(
    'he is asked after her yes alone (control)',
    async () => {
      const told = await tell(yes[1], { first: true });
      const named = ({ ben }: Told) => ben.filter((text) => text.includes('Ana Lind')).length;
      expect([named(told), named(reference)]).toEqual([1, 0]);
    },
    patience,
  );
});

describe('never 5: before two are introduced', () => {
  it('no address of the other is on any page, in any field or mail, and afterwards it is', async () => {
    const evening = await nextEvening(first);
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    const before = [
      JSON.stringify(await evening.board()),
      (await evening.look(ben, pair)).text,
      (await evening.answer(ben, pair, 'yes')).text,
      (await evening.answer(ana, pair, 'yes', 'ana on the house phone')).text,
      ...(await evening.sent()).map(({ text }) => text),
    ];
    for (const text of before.filter((_, index) => index !== 3)) {
      expect(text).not.toContain('house phone');
      expect(text).not.toContain(ana.email);
      expect(text).not.toContain(ben.email);
    }
    // The page of one's own answer never has a name: the mail had it, so that an erasure looks like silence.
    for (const text of before.slice(1, 4)) expect(text).not.toMatch(/Ana|Ben/);
    await evening.pass('2026-10-21T16:00');
    const made = await evening.sent('introduction');
    expect(made.map(({ text }) => [text.includes('house phone'), text.includes(ben.email)])).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});
