import './support/production.ts';
import { Database, openDataSource } from '#libs/database';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type PublicEventRow,
  readPublicEvent,
  upcomingOfAll,
} from '../../apps/api/src/events/public-events.queries.ts';
import { EventPage } from '../../apps/api/src/pages/event.page.tsx';
import { fieldsOf } from '../../apps/api/src/pages/rsvp-fields.ts';
import { cursorOf } from '../../apps/api/src/paging.ts';
import { ceiling, ceilingTool } from './support/ceiling.ts';
import { type BenchApi, type Ground, openGround } from './support/ground.ts';
import { fire, request } from './support/load.ts';
import { interleaved, median, perSecond, say, tell } from './support/passes.ts';
import { eventId, seedEvents } from './support/seed.ts';

// P4 and P10 of the goals: the public list of 100,000 events, and the public page of one.

const events = 100_000;
const connections = 64;
const seconds = 2;
/** Connections of the api to Postgres; the ceiling gets as many, so that a busy machine treats both alike. */
const pool = 10;

const ground = await openGround();
try {
  say(`The ground is being laid: ${events} events.`);
  await seedEvents(ground, events);
  const api = await ground.api();
  await measureList(api);
  await measurePage(api);
} finally {
  await ground.stop();
}

async function measureList({ port }: BenchApi): Promise<void> {
  const rate = async (status: number, requests: string[]): Promise<number> =>
    (await fire({ port, connections, requests, seconds }, status)).perSecond;
  // What every browser says it takes.
  const takes = { 'accept-encoding': 'gzip, deflate, br, zstd' };
  const first = request('GET', '/api/v1/events', takes);
  const known = request('GET', '/api/v1/events', { ...takes, 'if-none-match': '*known*' });
  const unseen = await cursors(ground, 60_000);
  const script = await keyset(ground);
  const settings = { 'app.scope': 'public' };
  const figures = await interleaved([
    async () => ({
      top: (await ceiling({ databaseUrl: ground.appUrl, script, settings, clients: pool, seconds }))
        .perSecond,
    }),
    // Each cursor is asked once, or again long after its second: nobody remembers its answer.
    async () => ({ uncached: await rate(200, unseen.splice(0, 10_000)) }),
    async () => ({ empty: await rate(200, [request('GET', '/livez')]) }),
    async () => ({ cached: await rate(200, [first]) }),
    async () => ({ unchanged: await rate(304, [known.replace('*known*', await tagOfList(port))]) }),
  ]);
  const { top = NaN, uncached = NaN, empty = NaN, cached = NaN, unchanged = NaN } = figures;
  const of = (is: number, whole: number, what: string) => ({
    is: `${perSecond(is)} of ${perSecond(whole)} (${what})`,
    value: is / whole,
    atLeast: true,
  });
  tell({ what: 'P4 list, uncached', ...of(uncached, top, `${ceilingTool}, keyset query`), goal: 0.35 });
  tell({ what: 'P4 list, cached', ...of(cached, empty, 'empty route'), goal: 0.85 });
  tell({ what: 'P4 list, unchanged', ...of(unchanged, empty, 'empty route'), goal: 0.85 });
}

async function tagOfList(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/events`);
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

/** Requests for pages that start anywhere. */
async function cursors({ sql }: Ground, count: number): Promise<string[]> {
  const rows = await sql<{ id: string; startsAt: Date }>(
    'select id, starts_at as "startsAt" from events order by random() limit $1',
    [count],
  );
  return rows.map(({ id, startsAt }) =>
    request('GET', `/api/v1/events?after=${cursorOf(startsAt.toISOString(), id)}`),
  );
}

/** The statement of the api itself, for a page that starts anywhere. */
async function keyset({ sql }: Ground): Promise<string> {
  const [first] = await sql<{ seconds: number }>(
    'select extract(epoch from min(starts_at))::float8 as seconds from events',
  );
  const values = [
    `'http://bench/e/'::text`,
    'now()',
    `to_timestamp(${first?.seconds ?? 0} + 60 * (:n::int - 1))`,
    eventId(':n::int'),
  ];
  const statement = upcomingOfAll.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
  return `\\set n random(1, ${events - 100})\n${statement};`;
}

/** The page of an evening with everything on it, from its row to its markup. */
async function measurePage({ port }: BenchApi): Promise<void> {
  const event = await anyEvent();
  const props = {
    frame: { token: 'x'.repeat(43), demo: null },
    event,
    fields: fieldsOf(undefined),
    signedInAs: null,
    mine: null,
  };
  const render = (): string => renderToStaticMarkup(createElement(EventPage, props));
  cpuMsOf(500, render);
  const cpu = median(Array.from({ length: 5 }, () => cpuMsOf(500, render)));
  tell({ what: 'P10 event page', is: 'CPU ms to render', value: cpu, goal: 1, atLeast: false });

  const url = `http://127.0.0.1:${port}`;
  const page = await (await fetch(`${url}/e/${event.slug}`)).text();
  const styles = /href="(\/public\.css[^"]*)"/.exec(page)?.[1] ?? '';
  const sheet = await (await fetch(`${url}${styles}`)).text();
  const kB = (Buffer.byteLength(page) + Buffer.byteLength(sheet)) / 1000;
  tell({ what: 'P10 event page', is: 'kB, page and style sheet', value: kB, goal: 20, atLeast: false });
  const scripts = page.match(/<script(?! type="application\/ld\+json")/g)?.length ?? 0;
  tell({ what: 'P10 event page', is: 'scripts', value: scripts, goal: 0, atLeast: false });
}

function cpuMsOf(times: number, work: () => unknown): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

async function anyEvent(): Promise<PublicEventRow> {
  const db = new Database(await openDataSource(ground.appUrl, 'live', 'bench'));
  try {
    const row = await db.read({ kind: 'public' }, (reader) =>
      readPublicEvent(reader, 'evening-2', 'http://bench/e/'),
    );
    if (row === null) throw new Error('No event to show');
    return row;
  } finally {
    await db.close();
  }
}
