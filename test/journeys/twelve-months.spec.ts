import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { erasePerson } from '#libs/database';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { Random } from '../properties/random.ts';
import { type Api, startApi } from '../support/api.ts';
import { at } from '../support/evening.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import { submit } from '../support/rsvp-desk.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { moveClock, startTestWorker, until } from '../support/worker.ts';

// A year of one evening: both guest lists, the morning after, the digest, a host who approves what is suggested, people who
// answer by the links of their mails or leave it, and what the post brought each of them. Api, worker and an SMTP server; only
// the clock is moved. The steps are one story and stand in its order.

const patience = 300_000;
const random = new Random(20_261_019);

interface Letter {
  kind: string;
  to: string;
  personId: string;
  at: Date;
  text: string;
  speaksOf: string[];
}

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeEvent>>;
let host: string;
let hostAddress: string;
let read = 0;
let blocked: { by: string; other: string; at: Date } | undefined;
let erased: { id: string; email: string; name: string; at: Date } | undefined;
let together: string[] = [];
let unsubscribed: { email: string; at: Date } | undefined;
const letters: Letter[] = [];

beforeAll(async () => {
  sink = await startSink();
  api = await startApi({ time: at('2026-10-20T08:00').toISOString() });
  const organization = await makeOrganization(api.database, { name: 'Los Angeles Sound Guild' });
  const owner = await makeMember(api.database, organization.id);
  host = await api.cookieOf(owner.personId);
  event = await makeEvent(api.database, organization.id);
  [{ email: hostAddress }] = (await sql<{ email: string }>('select email from people where id = $1', [
    owner.personId,
  ])) as [{ email: string }];
  worker = await startTestWorker({ database: api.database, publicUrl: api.url, smtpUrl: sink.url });
}, patience);

afterAll(async () => {
  await worker.stop();
  await api.stop();
  await sink.stop();
});

const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  api.database.sql<Row & Record<string, unknown>>(text, values);

const wall = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Los_Angeles',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);

async function passTo(local: string): Promise<void> {
  await moveClock(api.db, at(local), 120_000);
  await collect();
}

/** What arrived since: of which kind it is, its minute and of whom it speaks stand in its row. @returns those */
async function collect(): Promise<Letter[]> {
  const fresh = sink.messages.slice(read);
  read = sink.messages.length;
  const ids = fresh.map(({ messageId }) => messageId.slice(1, messageId.indexOf('@')));
  const rows = await sql<Omit<Letter, 'text' | 'to'> & { id: string }>(
    `select id, kind, person_id as "personId", final_at as at, speaks_of as "speaksOf" from mails where id = any ($1::uuid[])`,
    [ids],
  );
  const added = fresh.map((mail, index): Letter => {
    const row = rows.find(({ id }) => id === ids[index])!;
    return { ...row, to: mail.to[0]!, text: mail.text };
  });
  letters.push(...added);
  return added;
}

const linksIn = ({ text }: Letter, path: string): string[] =>
  [...text.matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => url.slice(api.url.length))
    .filter((url) => url.startsWith(path));

async function importList(name: string): Promise<void> {
  const path = `/api/v1/organizations/${event.organizationId}/events/${event.id}/imports`;
  const content = readFileSync(`apps/start/guest-lists/${name}.csv`);
  const file = { filename: `${name}.csv`, contentType: 'text/csv' };
  const upload = await api.http.post(path).set('cookie', host).attach('file', content, file).expect(201);
  const { id } = upload.body as { id: string };
  await api.http.post(`${path}/${id}/start`).set('cookie', host).send({ mayWrite: true }).expect(200);
  await until(async () => {
    const { body } = await api.http.get(`${path}/${id}`).set('cookie', host);
    return (body as { state: string }).state === 'done';
  }, 'The list was not imported');
}

const introductions = () => `/api/v1/organizations/${event.organizationId}/events/${event.id}/introductions`;

/** Presses a button of the page behind a link, as a browser without script would. */
async function press(page: string, action: string, fields: Record<string, string>): Promise<number> {
  return (await submit(api, page, action, fields)).status;
}

/** Of those who were asked by these letters, some answer each question, each by its own link. */
async function answerSome(asked: readonly Letter[], willing: number): Promise<void> {
  for (const letter of asked) {
    for (const link of linksIn(letter, '/ask/').filter((url) => url.endsWith('answer=yes'))) {
      if (!random.happens(willing)) continue;
      const path = link.split('?')[0]!;
      const answer = random.happens(0.85) ? 'yes' : 'no';
      // 410: the two were introduced meanwhile, or the question is over.
      expect([200, 410]).toContain(await press(link, path, { answer }));
    }
  }
}

/** Each pair of a follow-up by itself: a mark, later, stop, glad, or nothing. */
async function reply(letter: Letter): Promise<void> {
  const links = linksIn(letter, '/follow-up/').filter((url) => url.endsWith('mark=talked'));
  for (const link of links) {
    const path = link.split('?')[0]!;
    const introduction = new URLSearchParams(link.split('?')[1]).get('introduction')!;
    const say = (act: string) => press(link, `${path}/${introduction}`, { act });
    const act = random.weighed({ talked: 4, met: 4, 'working-together': 3, later: 1, stop: 1, nothing: 4 });
    if (act !== 'nothing') expect(await say(act)).toBe(303);
    if (['met', 'working-together'].includes(act) && random.happens(0.8)) expect(await say('glad')).toBe(303);
  }
}

const of = (kind: string) => letters.filter((letter) => letter.kind === kind);

it(
  'both lists are imported, with the right to write stated: 52 came, 35 want introductions',
  async () => {
    for (const list of ['eventbrite', 'luma']) await importList(list);
    const { body } = await api.http.get(introductions()).set('cookie', host).expect(200);
    expect((body as { counts: object }).counts).toMatchObject({ came: 52, optedIn: 35 });
  },
  patience,
);

it(
  'M8 reaches the 52 once, at 09:00; some of those who were never asked say yes there, one no',
  async () => {
    await passTo('2026-10-20T12:00');
    const mornings = of('morning-after');
    expect(new Set(mornings.map(({ to }) => to)).size).toBe(52);
    expect(mornings).toHaveLength(52);
    const given = await sql<{ id: string }>(
      `select person_id as id from consents where purpose = 'introductions' and withdrawn_at is null`,
    );
    const unasked = mornings.filter(({ personId }) => !given.some(({ id }) => id === personId));
    expect(unasked).toHaveLength(8);
    for (const [index, letter] of unasked.entries()) {
      const [path] = linksIn(letter, '/morning/');
      const profile = { crafts: 'mixing', lookingFor: 'foley, contracts', canHelpWith: 'mixing, mastering' };
      const fields = { introductions: index === 7 ? 'no' : 'yes', namedInAsks: 'on', ...profile };
      expect(await press(path!, path!, fields)).toBe(303);
    }
  },
  patience,
);

it(
  'M0 reaches the host on the next working day, and nothing is asked before the host approves all over the board',
  async () => {
    await passTo('2026-10-21T12:00');
    const digests = of('introduction-digest');
    expect(digests.map(({ to, at: left }) => [to, wall(left)])).toEqual([[hostAddress, '2026-10-21 09:00']]);
    expect(of('introduction-ask')).toEqual([]);
    const { body } = await api.http.get(introductions()).set('cookie', host).expect(200);
    const { counts, introductions: pairs } = body as {
      counts: { optedIn: number };
      introductions: { id: string; version: number; standing: string }[];
    };
    expect(counts.optedIn).toBe(42);
    expect(pairs.length).toBeGreaterThan(20);
    const ids = pairs.map(({ id, version }) => ({ id, version }));
    const approval = await api.http.post(`${introductions()}/approve-all`).set('cookie', host).send({ ids });
    expect((approval.body as { approved: string[] }).approved.length).toBeGreaterThan(20);
  },
  patience,
);

it(
  'the questions are answered by their links, some after the reminder, some never, and introductions follow',
  async () => {
    await passTo('2026-10-22T10:20');
    const asked = of('introduction-ask');
    expect(asked.length).toBeGreaterThan(30);
    await answerSome(asked, 0.6);
    for (const day of ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28']) {
      await passTo(`${day}T12:00`);
      const today = letters.filter(({ at: left }) => wall(left).startsWith(day));
      await answerSome(
        today.filter(({ kind }) => kind === 'introduction-reminder'),
        0.6,
      );
      await answerSome(
        today.filter(({ kind }) => kind === 'introduction-ask'),
        0.7,
      );
    }
    // Somebody wants no more of it, by the link at the end of a mail.
    const last = of('introduction-reminder').at(-1)!;
    const [stop] = linksIn(last, '/unsubscribe/');
    expect(await press(stop!, stop!.split('?')[0]!, { topic: 'introductions' })).toBe(200);
    const [now] = await sql<{ now: Date }>('select app_now() as now');
    unsubscribed = { email: last.to, at: now!.now };
    await passTo('2026-11-03T17:00');
    expect(of('introduction').length).toBeGreaterThan(10);
  },
  patience,
);

it(
  'the months go by: nudges, follow-ups, marks, what both are glad of, a block, an erasure',
  async () => {
    const days = [
      '2026-11-06',
      '2026-11-10',
      '2026-11-12',
      '2026-11-18',
      '2026-12-04',
      '2026-12-14',
      '2027-01-20',
    ];
    let replied = letters.length;
    for (const day of [...days, '2027-04-23', '2027-05-04', '2027-06-10', '2027-10-25', '2027-11-02']) {
      await passTo(`${day}T12:00`);
      const fresh = letters.slice(replied).filter(({ kind }) => kind === 'introduction-follow-up');
      replied = letters.length;
      for (const letter of fresh) if (random.happens(0.6)) await reply(letter);
      if (day === '2026-11-12') await blockOne();
      if (day === '2026-11-18') await workTogether();
      if (day === '2026-12-14') await eraseOne();
    }
    await passTo('2027-12-10T12:00');
    expect(of('introduction-follow-up').length).toBeGreaterThan(20);
    expect(of('introduction-nudge').length).toBeGreaterThan(3);
  },
  patience,
);

/** Both of one pair are glad and work together, each by their own follow-up. */
async function workTogether(): Promise<void> {
  const apart = [blocked!.by, blocked!.other, unsubscribed!.email];
  const asked = of('introduction-follow-up').filter(
    ({ to, personId }) => !apart.includes(to) && !apart.includes(personId),
  );
  const linkOf = (letter: Letter, pair: string) =>
    linksIn(letter, '/follow-up/').find((url) => url.endsWith(`introduction=${pair}&mark=met`));
  for (const pair of new Set(of('introduction').map(({ speaksOf }) => speaksOf[0]!))) {
    const named = asked.filter((letter) => linkOf(letter, pair) !== undefined);
    const both = [...new Map(named.map((letter) => [letter.to, linkOf(letter, pair)!])).values()];
    if (both.length !== 2) continue;
    for (const link of both)
      for (const act of ['glad', 'working-together'])
        expect(await press(link, `${link.split('?')[0]!}/${pair}`, { act })).toBe(303);
    together = asked.filter(({ speaksOf }) => speaksOf.includes(pair)).map(({ personId }) => personId);
    return;
  }
  throw new Error('No pair of which both were asked');
}

/** One of a pair that stands blocks the other, by the page of their follow-up. */
async function blockOne(): Promise<void> {
  const letter = of('introduction-follow-up').findLast(({ to }) => to !== unsubscribed?.email)!;
  const link = linksIn(letter, '/follow-up/').find((url) => url.endsWith('mark=talked'))!;
  const introduction = new URLSearchParams(link.split('?')[1]).get('introduction')!;
  expect(await press(link, `${link.split('?')[0]!}/${introduction}`, { act: 'block' })).toBe(303);
  const [pair] = await sql<{ a: string; b: string; now: Date }>(
    'select person_a as a, person_b as b, app_now() as now from introductions where id = $1',
    [introduction],
  );
  const other = pair!.a === letter.personId ? pair!.b : pair!.a;
  blocked = { by: letter.personId, other, at: pair!.now };
}

async function eraseOne(): Promise<void> {
  const apart = [blocked!.by, blocked!.other, ...together];
  const letter = of('introduction').findLast(({ personId }) => !apart.includes(personId))!;
  const [person] = await sql<{ id: string; email: string; name: string; now: Date }>(
    `select p.id, p.email, a.name, app_now() as now from people p join attendees a on a.person_id = p.id
     where p.id = $1 and a.event_id = $2`,
    [letter.personId, event.id],
  );
  await api.db.write({ kind: 'system' }, (tx) => erasePerson(tx, api.config.keys, person!.id));
  erased = { ...person!, at: person!.now };
}

it(
  'a pair of which nobody was heard has lapsed, and a later mark revives it without a mail',
  async () => {
    const [lapsed] = await sql<{ id: string; personId: string }>(
      `select i.id, s.person_id as "personId" from introductions i join introduction_sides s on s.introduction_id = i.id
       join people p on p.id = s.person_id
       where i.state = 'lapsed' and p.erased_at is null order by i.id limit 1`,
    );
    const sent = letters.length;
    const cookie = await api.cookieOf(lapsed!.personId);
    const path = `/api/v1/me/introductions/${lapsed!.id}/mark`;
    await api.http.post(path).set('cookie', cookie).send({ outcome: 'talked' }).expect(200);
    const [revived] = await sql<{ state: string }>('select state from introductions where id = $1', [
      lapsed!.id,
    ]);
    expect(['talked', 'met']).toContain(revived?.state);
    await passTo('2028-02-01T12:00');
    expect(letters).toHaveLength(sent);
  },
  patience,
);

describe('what the post brought in that year', () => {
  const kinds = [
    ...['morning-after', 'introduction-digest', 'introduction-ask', 'introduction-reminder', 'introduction'],
    ...['introduction-nudge', 'introduction-follow-up', 'introduction-glad', 'introduction-together'],
  ];
  const timesTo = (kind: string) => [...Map.groupBy(of(kind), ({ to }) => to).values()];

  it('is listed for each person, by the minute, and is of the kinds that introductions know', () => {
    const lines = [...Map.groupBy(letters, ({ to }) => to)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([to, theirs]) =>
        [to, ...theirs.map(({ kind, at: left }) => `  ${wall(left)}  ${kind}`)].join('\n'),
      );
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/twelve-months.txt', `${lines.join('\n\n')}\n`);
    expect(lines).toHaveLength(53);
    expect(new Set(letters.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('never 8: left Monday to Friday, from 08:00 until before 19:00 in Los Angeles', () => {
    for (const { kind, at: left } of letters) {
      const weekday = new Intl.DateTimeFormat('en-US', {
        timeZone: 'America/Los_Angeles',
        weekday: 'short',
      }).format(left);
      const hour = Number(wall(left).slice(11, 13));
      expect([kind, ['Sat', 'Sun'].includes(weekday), hour >= 8 && hour < 19]).toEqual([kind, false, true]);
    }
  });

  it('left at the minutes of the table: M1 at 10:00, M3, M6 and M7 at 10:00 or 16:00, M5 at 10:00', () => {
    const minutesOf = (kind: string) =>
      [...new Set(of(kind).map(({ at: left }) => wall(left).slice(11)))].sort();
    expect(minutesOf('morning-after')).toEqual(['09:00']);
    expect(minutesOf('introduction-ask')).toEqual(['10:00']);
    for (const kind of ['introduction', 'introduction-glad', 'introduction-together'])
      for (const minute of minutesOf(kind)) expect(['10:00', '16:00']).toContain(minute);
    for (const minute of minutesOf('introduction-follow-up'))
      expect(['09:00', '10:00', '11:00']).toContain(minute);
  });

  it('never 2: asked nobody who had not said yes, and nobody who had stopped it', async () => {
    const given = await sql<{ id: string }>(
      `select person_id as id from consents where purpose = 'introductions' and answer = 'given'`,
    );
    for (const kind of ['introduction-ask', 'introduction-reminder', 'introduction'])
      for (const { personId } of of(kind)) expect(given.map(({ id }) => id)).toContain(personId);
    const later = letters.filter(({ to, at: left }) => to === unsubscribed?.email && left > unsubscribed.at);
    expect(later).toEqual([]);
  });

  it('never 3 and 6: one M8 each, one question about a pair, one reminder, one introduction to each, one nudge', () => {
    for (const theirs of timesTo('morning-after')) expect(theirs).toHaveLength(1);
    for (const kind of [
      'introduction-ask',
      'introduction-reminder',
      'introduction',
      'introduction-nudge',
      'introduction-glad',
    ])
      for (const theirs of timesTo(kind)) {
        const pairs = theirs.flatMap(({ speaksOf }) => speaksOf);
        expect([kind, new Set(pairs).size]).toEqual([kind, pairs.length]);
      }
  });

  it('never 6: at most one follow-up in 14 days, four for each introduction, and no more than two asks at a time', async () => {
    for (const theirs of timesTo('introduction-follow-up')) {
      const introduced = of('introduction').filter(({ to }) => to === theirs[0]?.to);
      expect(theirs.length).toBeLessThanOrEqual(4 * introduced.length);
      const gaps = theirs.slice(1).map(({ at: left }, index) => left.getTime() - theirs[index]!.at.getTime());
      // A day of summer time is an hour shorter or longer.
      expect(gaps.filter((gap) => gap < (14 * 24 - 2) * 3_600_000)).toEqual([]);
    }
    const over = await sql(
      `select s.id from introduction_sides s join introductions i on i.id = s.introduction_id where s.asked_at is not null and
         (select count(*) from introduction_sides o join introductions j on j.id = o.introduction_id
          where o.person_id = s.person_id and o.asked_at <= s.asked_at and o.ask_ends_at > s.asked_at
            and (j.introduced_at is null or j.introduced_at > s.asked_at)) > 2`,
    );
    expect(over).toEqual([]);
  });

  it('never 4: introduced none without two yeses, and always both at one minute', async () => {
    const byPair = Map.groupBy(of('introduction'), ({ speaksOf }) => speaksOf[0]!);
    for (const [pair, both] of byPair) {
      expect(both).toHaveLength(2);
      expect(wall(both[0]!.at)).toBe(wall(both[1]!.at));
      const sides = await sql<{ consent: string }>(
        'select consent from introduction_sides where introduction_id = $1',
        [pair],
      );
      expect(sides.map(({ consent }) => consent)).toEqual(['yes', 'yes']);
    }
  });

  it('never 2 and 11: said nothing new of two after a block, and nothing to or of somebody who had left', () => {
    const { by, other, at: since } = blocked!;
    const toOne = (reader: string, about: string) =>
      letters.filter(
        ({ at: left, personId, speaksOf }) => left > since && personId === reader && speaksOf.includes(about),
      );
    expect(toOne(by, other)).toEqual([]);
    // To the blocked one their follow-ups run on, as they would without a block.
    for (const { kind } of toOne(other, by)) expect(kind).toBe('introduction-follow-up');
    const left = letters.filter(({ at: moment }) => moment > erased!.at);
    expect(left.filter(({ to, text }) => to === erased!.email || text.includes(erased!.name))).toEqual([]);
    // The control: before that day their name was written.
    expect(letters.some(({ at: moment, text }) => moment < erased!.at && text.includes(erased!.name))).toBe(
      true,
    );
  });

  it('ended, every mail of it, in sent or suppressed, and each that was sent arrived once', async () => {
    const lost = await sql(`select kind, state from mails where state not in ('sent', 'suppressed')`);
    expect(lost).toEqual([]);
    const [sent] = await sql<{ count: number }>(
      `select count(*)::int as count from mails where state = 'sent'`,
    );
    expect(sent?.count).toBe(sink.messages.length);
  });
});
