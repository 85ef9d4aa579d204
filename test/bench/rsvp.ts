import { hashToken, newToken } from '#libs/database';
import { batch, lockAndLook, single } from './rsvp-statements.ts';
import { type CeilingResult, type CeilingRun, ceiling, ceilingTool } from './support/ceiling.ts';
import { type BenchApi, openGround } from './support/ground.ts';
import { fire, request } from './support/load.ts';
import { interleaved, perSecond, say, tell } from './support/passes.ts';
import { eventId, idOf, personId, seedEvents } from './support/seed.ts';

// P1 and P2 of the goals: RSVPs of signed-in people, all for one event, and spread over many.

const spread = 10_000;
const hot = 100;
const people = 100_000;
/** So many of them have a session and RSVP once a pass. */
const signedIn = 4_000;
const connections = 64;
const seconds = 2;
/** With 64 connections and two batches in flight, each holds about so many. */
const batchSize = 32;

const ground = await openGround();
try {
  say(`The ground is being laid: ${spread + hot} events, ${people} people.`);
  await seedEvents(ground, spread + hot, 100_000);
  const tokens = await seedPeople();
  const api = await ground.api();
  await measureHot(api, tokens);
  await measureSpread(api, tokens);
} finally {
  await ground.stop();
}

/** Each pass has an event of its own, which nobody has been to. */
async function measureHot(api: BenchApi, tokens: string[]): Promise<void> {
  let event = spread;
  const next = (): string => String((event += 1));
  const onPostgres = async (
    script: (event: string) => string,
    clients: number,
    size = 1,
  ): Promise<number> => {
    const here = next();
    const run = await asMany({ script: script(here), clients, seconds });
    await expectRows(`event_id = ${eventId(here)}`, run.transactions * size);
    return run.perSecond * size;
  };
  const figures = await interleaved([
    async () => ({ alone: await onPostgres(single, 16) }),
    async () => ({ locking: await onPostgres(lockAndLook, 16) }),
    async () => ({ batched: await onPostgres((here) => batch(here, batchSize), 2, batchSize) }),
    async () => {
      const here = next();
      const requests = tokens.map((token, index) => rsvp(api, `evening-${here}`, index + 1, token));
      const run = await fire({ port: api.port, connections, requests }, 202);
      await expectRows(`event_id = ${eventId(here)}`, signedIn);
      return { desk: run.perSecond, p99: run.p99Ms };
    },
  ]);
  const { alone = NaN, locking = NaN, batched = NaN, desk = NaN, p99 = NaN } = figures;
  say(`P1 for comparison: SELECT FOR UPDATE ${perSecond(locking)} (${ceilingTool}, 16 clients)`);
  tell({
    what: 'P1 hot RSVP',
    is: `${perSecond(desk)}, p99 ${p99.toFixed(0)} ms, of ${perSecond(alone)} (${ceilingTool}, single statement, 16 clients)`,
    value: desk / alone,
    goal: 5,
    atLeast: true,
  });
  tell({
    what: 'P1 hot RSVP',
    is: `${perSecond(desk)} of ${perSecond(batched)} (${ceilingTool}, batches of ${batchSize}, 2 clients)`,
    value: desk / batched,
    goal: 0.55,
    atLeast: true,
  });
}

async function measureSpread(api: BenchApi, tokens: string[]): Promise<void> {
  let before = 0;
  const figures = await interleaved([
    async () => {
      const script = `\\set e random(1, ${spread})\n${single(':e::int')}`;
      return { alone: (await asMany({ script, clients: 16, seconds })).perSecond };
    },
    async () => {
      // Nobody comes to the same event twice, whatever the pass.
      const events = tokens.map((_, index) => 1 + ((index * 7 + before) % spread));
      before += 1;
      await ground.sql('delete from attendees where person_id = any(select person_id from sessions)');
      const requests = tokens.map((token, index) =>
        rsvp(api, `evening-${events[index] ?? 1}`, index + 1, token),
      );
      const run = await fire({ port: api.port, connections, requests }, 202);
      await expectRows('person_id = any(select person_id from sessions)', signedIn);
      return { desk: run.perSecond };
    },
  ]);
  const { alone = NaN, desk = NaN } = figures;
  tell({
    what: 'P2 spread RSVP',
    is: `${perSecond(desk)} of ${perSecond(alone)} (${ceilingTool}, single statement, 16 clients)`,
    value: desk / alone,
    goal: 0.75,
    atLeast: true,
  });
}

/** As the desk: it seats people of all organizations in one transaction. Everybody comes for the first time. */
async function asMany(run: Omit<CeilingRun, 'databaseUrl'>): Promise<CeilingResult> {
  await ground.sql(`alter sequence bench_person restart with ${signedIn + 1}`);
  return ceiling({ ...run, databaseUrl: ground.appUrl, settings: { 'app.scope': 'system' } });
}

function rsvp({ port }: BenchApi, slug: string, person: number, token: string): string {
  const headers = { cookie: `session=${token}`, origin: `http://127.0.0.1:${port}` };
  const body = { name: 'Ines Okafor', email: `p${person}@example.org` };
  return request('POST', `/api/v1/events/${slug}/rsvps`, headers, body);
}

/** Everybody sits, is counted, has an audit line and a mail: a figure for less would be worth nothing. */
async function expectRows(where: string, count: number): Promise<void> {
  const [rows] = await ground.sql<Record<string, number>>(
    `with sat as (select id, event_id from attendees where status = 'confirmed' and ${where})
     select (select count(*) from sat)::int as sat,
       (select count(*) from audit where action = 'attendee.confirmed' and subject_id in (select id from sat))::int as audited,
       (select count(*) from mails where kind = 'rsvp-confirmed' and subject_id in (select id from sat))::int as mailed`,
  );
  for (const [what, is] of Object.entries(rows ?? {})) {
    if (is !== count) throw new Error(`${what}: ${is} rows instead of ${count}`);
  }
}

/** @returns the tokens of the first people, in their order */
async function seedPeople(): Promise<string[]> {
  await ground.sql(
    `insert into people (id, email, name, confirmed_at, created_at)
     select ${personId('n')}, 'p' || n || '@example.org', 'Ines Okafor', now(), now() from generate_series(1, $1::int) n`,
    [people],
  );
  const tokens = Array.from({ length: signedIn }, newToken);
  await ground.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at)
     select ${idOf('n', '8004')}, hash, ${personId('n')}, 0, now() + interval '1 day'
     from unnest($1::bytea[]) with ordinality as given (hash, n)`,
    [tokens.map(hashToken)],
  );
  await ground.sql('create sequence bench_person; grant usage on sequence bench_person to public');
  await ground.sql('vacuum analyze');
  return tokens;
}
